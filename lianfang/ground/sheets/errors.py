"""The one way a sheet is refused: a sentence a person at a desk can act on."""


class SheetError(Exception):
    """This file is not read; the message is one clear sentence, ready for the screen."""
