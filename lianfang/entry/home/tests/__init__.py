"""Specs of the pages of home."""
