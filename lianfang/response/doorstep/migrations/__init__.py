"""The migrations of doorstep."""
