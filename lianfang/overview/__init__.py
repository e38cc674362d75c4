"""Sees all bands below, is imported by none."""
