"""Pages of the situation: board, compounds and buildings, bulletins."""
