"""The headquarters and its posts; who was called back."""
from .hq import (
                 BODIES,
                 HEADS,
                 KINDS,
                 LEVELS,
                 PARTS,
                 POSTS,
                 SEATS,
                 Answer,
                 Cover,
                 Emergency,
                 Group,
                 Holder,
                 InForce,
                 InForceManager,
                 Mechanism,
                 Part,
                 Response,
                 StoodUp,
)
from .recalls import OPEN, Called, Recall

__all__ = ["BODIES", "HEADS", "KINDS", "LEVELS", "OPEN", "PARTS", "POSTS", "SEATS", "Answer", "Called", "Cover", "Emergency", "Group",
           "Holder", "InForce", "InForceManager", "Mechanism", "Part", "Recall", "Response", "StoodUp"]
