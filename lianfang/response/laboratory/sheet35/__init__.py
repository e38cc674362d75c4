"""The sheet of 35 columns in which laboratories hand over results."""
from .columns import COLUMNS, FIELDS
from .reading import Row, headings_of, mapping_of, read

__all__ = ["COLUMNS", "FIELDS", "Row", "headings_of", "mapping_of", "read"]
