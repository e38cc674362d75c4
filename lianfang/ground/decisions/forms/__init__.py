"""Forms: try a table, begin a draft, change a row or an example of it, hand it in as a workbook."""
from .cells import ExampleForm, RowForm
from .drafting import BookForm, DraftForm
from .trying import TryForm

__all__ = ["BookForm", "DraftForm", "ExampleForm", "RowForm", "TryForm"]
