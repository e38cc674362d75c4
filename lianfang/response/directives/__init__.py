"""What the command room orders, what becomes of it, and what is told of it."""
