"""How fast and how large: one command, one table; `make bench`."""
