"""Tests of the drives."""
