"""What others may ask of inspection."""
from .behind import counted_at, meanings, opening
from .counting import case_counts, chain, market_sums
from .covering import coverage, heads_of, periods, units_of
from .ranked import last_lists, months_of, published, standings

__all__ = ["case_counts", "chain", "counted_at", "coverage", "heads_of", "last_lists", "market_sums", "meanings", "months_of", "opening",
           "periods", "published", "standings", "units_of"]
