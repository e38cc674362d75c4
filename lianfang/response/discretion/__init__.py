"""Who sees somebody from outside his unit, and whose address only named people know."""
