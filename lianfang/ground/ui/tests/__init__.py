"""What the components promise."""
