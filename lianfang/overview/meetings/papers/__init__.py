"""Papers of the meetings: the minutes."""
