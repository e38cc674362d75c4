"""Papers of transfers."""
