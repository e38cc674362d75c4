"""What others may ask about closures."""
from ..words import lift_words, until_words, what_words
from .book import Book, Entry, book, concerning, in_force
from .counting import Status, status, trades_in_order
from .events import event_code, event_of_code, event_shown, event_words
from .gate import shut_carried, shut_ways
from .standing import Standing, firm_standing, hand_in, lines_for, parts_of, public_now, risk_at, services, standing, standing_of

__all__ = ["Book", "Entry", "Standing", "Status", "book", "concerning", "event_code", "event_of_code", "event_shown", "event_words",
           "firm_standing", "hand_in", "in_force", "lift_words", "lines_for", "parts_of", "public_now", "risk_at", "services",
           "shut_carried", "shut_ways", "standing", "standing_of", "status", "trades_in_order", "until_words", "what_words"]
