"""What is taken is kept: copies of an installation taken while it runs, proved, and put back; and data keys that are changed."""
