"""Pages of rosters and of the doubts they leave."""
from .doubts import doubt, doubts
from .files import blank, correction
from .preview import confirm, discard
from .rosters import progress, receive, roster, rosters

__all__ = ["blank", "confirm", "correction", "discard", "doubt", "doubts", "progress", "receive", "roster", "rosters"]
