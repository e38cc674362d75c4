"""What others may ask about levels and rings."""
from .counting import hand_in
from .levels import history, in_force, level_at, proposed, readable, rings_proposed, risk_word_at, risk_words_at, tasks_of
from .zones import Held, held_in, levels_of

__all__ = ["Held", "hand_in", "held_in", "history", "in_force", "level_at", "levels_of", "proposed", "readable", "rings_proposed",
           "risk_word_at", "risk_words_at", "tasks_of"]
