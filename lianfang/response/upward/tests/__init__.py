"""Tests of reports to the city."""
