"""Pages of the rule tables, and of a county's own versions of them."""
