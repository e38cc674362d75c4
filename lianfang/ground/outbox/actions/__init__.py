"""What is done with what phones send: taken once, and what does not fit looked at by a person."""
from .attached import attach_photo
from .boxed import receive_boxes
from .conflicts import drop_held, look, open_conflicts, settle, take_held
from .photos import photo_of, take_piece
from .posted import Posted, Receipt, TooMany
from .receive import receive
from .stick import take_file

__all__ = ["Posted", "Receipt", "TooMany", "attach_photo", "drop_held", "look", "open_conflicts", "photo_of", "receive", "receive_boxes",
           "settle", "take_file", "take_held", "take_piece"]
