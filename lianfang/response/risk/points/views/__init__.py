"""Pages of risk points."""
