"""What people tell is read: days, a line a stay, and who else was there, a line a person."""
