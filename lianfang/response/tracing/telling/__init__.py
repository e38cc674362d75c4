"""What people tell is read: the words of a day, and who else was there, a line a person."""
