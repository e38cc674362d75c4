"""Pages of rosters, of the doubts they leave and the leads they hand down."""
from .doubts import doubt, doubts
from .files import blank, correction
from .leads import lead, leads, sheet_back, sheets_down
from .preview import confirm, discard
from .rosters import progress, receive, roster, rosters

__all__ = ["blank", "confirm", "correction", "discard", "doubt", "doubts", "lead", "leads", "progress", "receive", "roster", "rosters",
           "sheet_back", "sheets_down"]
