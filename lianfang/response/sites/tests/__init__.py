"""Specs of sites."""
