"""What the room promises, told by tests."""
