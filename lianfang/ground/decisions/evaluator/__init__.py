"""Typed tables and what they answer: plain Python that knows neither Django nor a county."""
