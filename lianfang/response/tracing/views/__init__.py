"""Pages of tracing: the list, one index with its days and proposals, one contact."""
