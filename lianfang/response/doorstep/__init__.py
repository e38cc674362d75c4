"""Doorstep: screening from door to door, its coverage, seal slips, what three lists say of a door, and who leaves and comes back."""
