"""Specs of tracing."""
