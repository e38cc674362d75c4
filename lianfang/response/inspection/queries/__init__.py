"""What others may ask of inspection."""
from .counting import case_counts, chain, market_sums
from .covering import coverage, heads_of, periods, units_of
from .ranked import last_lists, published, standings

__all__ = ["case_counts", "chain", "coverage", "heads_of", "last_lists", "market_sums", "periods", "published",
           "standings", "units_of"]
