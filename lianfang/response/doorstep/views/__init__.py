"""Pages of door-to-door screening: campaigns and their coverage, doors and visits, lists of what waits, seal slips."""
