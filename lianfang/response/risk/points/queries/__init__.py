"""What others may ask of risk points."""
from .agenda import agenda_items, due_points
from .board import Column, board
from .outside import Task, hand_in, tasks_of
from .weeks import latest_week, measures, missing, points_for, weeks

__all__ = ["Column", "Task", "agenda_items", "board", "due_points", "hand_in", "latest_week", "measures", "missing", "points_for",
           "tasks_of", "weeks"]
