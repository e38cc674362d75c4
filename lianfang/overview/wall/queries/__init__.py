"""What others may ask of the wall."""
from .screens import counted_of, looked_at, screen_of_key, screens
from .shape import shape_of
from .shown import digest, shown

__all__ = ["counted_of", "digest", "looked_at", "screen_of_key", "screens", "shape_of", "shown"]
