"""The interface as a phone uses it, with the loops behind it."""
