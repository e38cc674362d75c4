"""What each action of this loop does."""
