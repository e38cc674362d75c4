"""Tests that belong to no single app, and the cast that all share."""
