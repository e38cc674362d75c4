"""Pages of discretion."""
