"""What others may ask of the situation: the board of a unit, a building's front, bulletins."""
from .board import Board, Line, board
from .trend import trend

__all__ = ["Board", "Line", "board", "trend"]
