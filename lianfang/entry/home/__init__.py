"""My work, a person's timeline, search."""
