"""A draft in a copy: what it begins with, its cells, what it would change, and its way through a spreadsheet."""
