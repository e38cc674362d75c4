"""Specs of the portal."""
