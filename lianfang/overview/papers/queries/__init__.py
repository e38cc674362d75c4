"""What others may ask of papers."""
from .editions import editions_of, places
from .filled import Piece, filled, now_differs, paper_titles, tellings
from .zero import zero_day, zero_titles

__all__ = ["Piece", "editions_of", "filled", "now_differs", "paper_titles", "places", "tellings", "zero_day", "zero_titles"]
