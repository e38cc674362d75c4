"""Pages of sites: the list, one as the front of its building, its rooms."""
