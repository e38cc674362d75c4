"""Where people say they come from: provinces, prefectures, counties and countries, shipped as a table (made by tools/places.py)."""

from .finding import Place, find, name_of

__all__ = ["Place", "find", "name_of"]
