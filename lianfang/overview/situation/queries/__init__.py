"""What others may ask of the situation: the board of a unit, a building's front, bulletins."""
from .board import LEVELS, MEASURES, Board, Line, board
from .building import Job, Standing, buildings_under, door_cells, jobs_at, neighbours
from .chase import Late, oldest_by_level, overdue_groups
from .trend import Day, trend

__all__ = ["LEVELS", "MEASURES", "Board", "Day", "Job", "Late", "Line", "Standing", "board", "buildings_under", "door_cells", "jobs_at", "neighbours",
           "oldest_by_level", "overdue_groups", "trend"]
