"""Reads rosters as county offices send them: no database, no clock; what comes out is rows and faults."""

from .correction import correction_sheet
from .faults import CODES
from .headers import fingerprint
from .reader import read
from .rows import KINDS, Fault, Reading, Row, SheetReading
from .vocabulary.headings import FIELDS

__all__ = ["CODES", "FIELDS", "KINDS", "Fault", "Reading", "Row", "SheetReading", "correction_sheet", "fingerprint", "read"]
