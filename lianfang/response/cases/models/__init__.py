"""Facts of cases."""
from .assessment import ANTIBODY, ANTIGEN, NUCLEIC, TESTS, YES_NO, Assessment
from .card import BELONGS, CLASSES, GROUPS, ID_KINDS, NUMBERLESS, PHASES, SEVERITIES, Card
from .case import CHANNELS, ORIGINS, Case
from .inquiry import ANSWERS, CHOICES, EXPOSED, GUARDED, Exposed, Inquiry, Mended, SymptomDay
from .linelist import HOLDS, Layout, LineList
from .link import CERTAINTIES, CIRCLES, GROUNDS, SETTINGS, Circle, Link
from .revisit import FOUND, Revisit
from .shift import ShiftNote

__all__ = [
    "ANSWERS",
    "ANTIBODY",
    "ANTIGEN",
    "BELONGS",
    "CERTAINTIES",
    "CHANNELS",
    "CHOICES",
    "CIRCLES",
    "CLASSES",
    "EXPOSED",
    "FOUND",
    "GROUNDS",
    "GROUPS",
    "GUARDED",
    "HOLDS",
    "ID_KINDS",
    "NUCLEIC",
    "NUMBERLESS",
    "ORIGINS",
    "PHASES",
    "SETTINGS",
    "SEVERITIES",
    "TESTS",
    "YES_NO",
    "Assessment",
    "Card",
    "Case",
    "Circle",
    "Exposed",
    "Inquiry",
    "Layout",
    "LineList",
    "Link",
    "Mended",
    "Revisit",
    "ShiftNote",
    "SymptomDay",
]
