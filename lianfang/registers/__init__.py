"""Who and where, pointed at by everyone."""
