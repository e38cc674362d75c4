"""Papers of reports to the city."""
