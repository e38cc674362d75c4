"""Tables of sites."""
