"""Spreadsheets in and out."""

from .errors import SheetError
from .formulas import formulas_in
from .incoming import Sheet, read
from .outgoing import Column, Page, harmless, write, write_csv, write_pages
from .stamping import LATER, stamp
from .wording import SAMPLE_MARK

__all__ = ["LATER", "SAMPLE_MARK", "Column", "Page", "Sheet", "SheetError", "formulas_in", "harmless", "read", "stamp", "write",
           "write_csv", "write_pages"]
