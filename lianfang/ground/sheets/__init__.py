"""Spreadsheets in and out."""

from .errors import SheetError
from .incoming import Sheet, read
from .outgoing import SAMPLE_MARK, Column, Page, write, write_csv, write_pages

__all__ = ["SAMPLE_MARK", "Column", "Page", "Sheet", "SheetError", "read", "write", "write_csv", "write_pages"]
