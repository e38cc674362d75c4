"""Facts of cases."""
from .assessment import ANTIBODY, ANTIGEN, NUCLEIC, TESTS, YES_NO, Assessment
from .card import BELONGS, CLASSES, GROUPS, ID_KINDS, NUMBERLESS, PHASES, SEVERITIES, Card
from .case import CHANNELS, ORIGINS, Case
from .linelist import Layout, LineList
from .revisit import FOUND, Revisit

__all__ = [
    "ANTIBODY",
    "ANTIGEN",
    "BELONGS",
    "CHANNELS",
    "CLASSES",
    "FOUND",
    "GROUPS",
    "ID_KINDS",
    "NUCLEIC",
    "NUMBERLESS",
    "ORIGINS",
    "PHASES",
    "SEVERITIES",
    "TESTS",
    "YES_NO",
    "Assessment",
    "Card",
    "Case",
    "Layout",
    "LineList",
    "Revisit",
]
