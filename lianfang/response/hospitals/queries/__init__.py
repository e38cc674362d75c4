"""What others may ask about hospitals."""
from .standing import Here, forces_of, here, mine, reminder_words, standing, summary

__all__ = ["Here", "forces_of", "here", "mine", "reminder_words", "standing", "summary"]
