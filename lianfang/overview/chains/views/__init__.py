"""Pages of the chains."""
