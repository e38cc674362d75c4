"""What opens, and what a county asks of its gates."""
