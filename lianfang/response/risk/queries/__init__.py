"""What others may ask about levels and rings."""
from .counting import hand_in
from .levels import history, in_force, level_at, proposed, rings_proposed, risk_word_at, tasks_of

__all__ = ["hand_in", "history", "in_force", "level_at", "proposed", "rings_proposed", "risk_word_at", "tasks_of"]
