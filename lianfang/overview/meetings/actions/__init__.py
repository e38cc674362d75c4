"""What others may have done to meetings: one verb a file."""
from .calling import call, call_off, renew
from .closing import close
from .deciding import drop_decision, drop_share, give_share, give_shares, word_decision
from .freezing import freeze
from .rhythm import start_series, stop_series
from .sitting import add_item, attend, begin, note_item

__all__ = ["add_item", "attend", "begin", "call", "call_off", "close", "drop_decision", "drop_share", "freeze", "give_share", "give_shares",
           "note_item", "renew", "start_series", "stop_series", "word_decision"]
