"""Tests of the hospitals."""
