"""Sensors at doors: a device bound to one order tells that a door was opened, and nothing else; erased when the order is over."""
