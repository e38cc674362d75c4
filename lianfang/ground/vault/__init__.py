"""Encrypted values, their blind index, and masks: what is sealed here is in clear nowhere on the disk."""
from .keys import blind, blinds, open_bytes, seal_bytes
from .sealed import Sealed

__all__ = ["Sealed", "blind", "blinds", "open_bytes", "seal_bytes"]
