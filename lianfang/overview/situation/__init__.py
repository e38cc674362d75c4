"""Board, building page, bulletins."""
