"""Pages of risk levels and rings."""
