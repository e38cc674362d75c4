"""What follows in one loop from a step in another, without a browser."""
