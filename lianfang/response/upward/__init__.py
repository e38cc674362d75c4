"""Reports to the city: first, progress, final, corrections, each with its minutes and its receipt."""
