"""The sheet of 35 columns in which laboratories hand over results."""
from .columns import COLUMNS, FIELDS
from .reading import Row, read

__all__ = ["COLUMNS", "FIELDS", "Row", "read"]
