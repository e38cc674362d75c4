"""Tests of closures."""
