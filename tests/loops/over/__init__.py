"""What is left when an emergency is over, looked at from all sides."""
