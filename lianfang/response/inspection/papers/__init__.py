"""Papers of this loop."""
