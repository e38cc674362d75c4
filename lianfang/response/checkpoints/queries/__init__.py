"""What others may ask of the gates: whom a reaction is about, and what stands at a post now."""
from ..models import GOES
from .entering import ENTRY_PURPOSES, entry_code, entry_shown, entry_terms
from .following import held_facts
from .standing import carried, counts, posts_of, queue_of, shut, unwatched
from .telling import case, known_at_gate, passages_told, said_of
from .totals import DECIDED, totals

__all__ = ["DECIDED", "ENTRY_PURPOSES", "GOES", "carried", "case", "counts", "entry_code", "entry_shown", "entry_terms",
           "held_facts", "known_at_gate", "passages_told", "posts_of", "queue_of", "said_of",
           "shut", "totals", "unwatched"]
