"""Template tags of what phones sent."""
