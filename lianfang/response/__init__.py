"""Loops of the epidemic."""
