"""What this loop promises, told by tests."""
