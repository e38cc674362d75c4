"""Stories through many domains, walked in a real browser."""
