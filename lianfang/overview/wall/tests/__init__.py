"""The wall: what is counted and left out, whose key opens it, what its map is drawn of."""
