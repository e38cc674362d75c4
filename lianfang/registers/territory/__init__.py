"""Official editions, grids, buildings, doors."""
