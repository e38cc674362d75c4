"""Specs of discretion."""
