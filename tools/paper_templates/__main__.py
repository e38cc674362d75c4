"""Writes every template where its loop keeps it."""
from . import LOOPS, TEMPLATES

for place, make in TEMPLATES.items():
    (LOOPS / place).write_bytes(make())
    print(place)
