"""Specs of risk points."""
