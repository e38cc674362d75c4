"""The paper form of a person's own page, and the receipt of what was handed in: one A4 page, one slip."""
from .form import Form, Receipt

__all__ = ["Form", "Receipt"]
