"""Specs of redress."""
