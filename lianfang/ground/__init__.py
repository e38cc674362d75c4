"""Knows nothing of epidemics."""
