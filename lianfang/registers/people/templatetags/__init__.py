"""Template tags of the register of people."""
