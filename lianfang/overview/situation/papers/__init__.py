"""The county's bulletin on paper: frozen figures, what changed, who signed, and every correction in the open."""
from .bulletin import Bulletin, Correction, Figure, Section, Signature

__all__ = ["Bulletin", "Correction", "Figure", "Section", "Signature"]
