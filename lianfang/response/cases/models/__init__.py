"""Facts of cases."""
from .assessment import ANTIBODY, ANTIGEN, NUCLEIC, TESTS, YES_NO, Assessment
from .card import BELONGS, CLASSES, GROUPS, ID_KINDS, NUMBERLESS, PHASES, SEVERITIES, Card
from .case import CHANNELS, ORIGINS, Case
from .linelist import HOLDS, Layout, LineList
from .link import CERTAINTIES, CIRCLES, GROUNDS, SETTINGS, Circle, Link
from .revisit import FOUND, Revisit

__all__ = [
    "ANTIBODY",
    "ANTIGEN",
    "BELONGS",
    "CERTAINTIES",
    "CHANNELS",
    "CIRCLES",
    "CLASSES",
    "FOUND",
    "GROUNDS",
    "GROUPS",
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
    "Layout",
    "LineList",
    "Link",
    "Revisit",
]
