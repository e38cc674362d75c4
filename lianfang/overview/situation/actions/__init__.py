"""What others may have done to bulletins: one verb a file."""
from .correct import correct, counted_again, follow
from .freeze import freeze
from .signing import check, draft, sign

__all__ = ["check", "correct", "counted_again", "draft", "follow", "freeze", "sign"]
