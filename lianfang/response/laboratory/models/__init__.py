"""Facts of the laboratory."""
from .recall import Recall
from .run import Run
from .sample import Sample
from .session import Session
from .shared import KINDS, OUTCOMES, REASONS
from .sheet import ResultLayout, ResultSheet
from .trip import Box, Transfer
from .tube import WAITING, Tube

__all__ = ["KINDS", "OUTCOMES", "REASONS", "WAITING", "Box", "Recall", "ResultLayout", "ResultSheet", "Run", "Sample", "Session",
           "Transfer", "Tube"]
