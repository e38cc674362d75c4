"""The invented county 青禾县: made through the same actions a real county uses, the same on the same day."""
