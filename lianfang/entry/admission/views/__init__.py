"""Pages of admission, one matter a file."""
