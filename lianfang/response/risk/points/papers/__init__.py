"""Papers of risk points."""
