"""Specs of the gates."""
