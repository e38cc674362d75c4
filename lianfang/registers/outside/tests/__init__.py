"""Answers from outside."""
