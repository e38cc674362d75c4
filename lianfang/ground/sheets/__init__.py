"""Spreadsheets in and out."""

from .errors import SheetError
from .formulas import formulas_in
from .incoming import Sheet, read
from .outgoing import Column, Page, write, write_csv, write_pages
from .wording import SAMPLE_MARK

__all__ = ["SAMPLE_MARK", "Column", "Page", "Sheet", "SheetError", "formulas_in", "read", "write", "write_csv", "write_pages"]
