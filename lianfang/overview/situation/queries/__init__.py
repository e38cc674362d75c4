"""What others may ask of the situation: the board of a unit, a building's front, bulletins."""

from .board import LEVELS, MEASURES, Board, Line, below, board
from .building import Job, Standing, buildings_under, door_cells, jobs_at, neighbours, villages_with_houses
from .bulletins import Shown, bulletin_titles, bulletins, bulletins_named, figures_of, is_intact, paper, shown_rows, tellings
from .chase import Late, oldest_by_level, overdue_groups
from .links import LINKS, flows_of, link_word, link_words, links
from .trend import Day, trend

__all__ = [
    "LEVELS",
    "LINKS",
    "MEASURES",
    "Board",
    "Day",
    "Job",
    "Late",
    "Line",
    "Shown",
    "Standing",
    "below",
    "board",
    "buildings_under",
    "bulletin_titles",
    "bulletins",
    "bulletins_named",
    "door_cells",
    "figures_of",
    "flows_of",
    "is_intact",
    "jobs_at",
    "link_word",
    "link_words",
    "links",
    "neighbours",
    "oldest_by_level",
    "overdue_groups",
    "paper",
    "shown_rows",
    "tellings",
    "trend",
    "villages_with_houses",
]
