"""The sheet of 35 columns in which laboratories hand over results."""
from .columns import COLUMNS, FIELDS, HEADINGS
from .reading import Row, read

__all__ = ["COLUMNS", "FIELDS", "HEADINGS", "Row", "read"]
