"""Tests of the enterprises."""
