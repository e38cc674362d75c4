"""Pages of reports to the city."""
