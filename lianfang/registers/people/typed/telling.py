"""Numbers that tell who somebody is, wherever they stand in a text that is to go out."""
import re

WHOLE = re.compile(r"(?<!\d)(?:(?:\+|00)?86[- ]?)?1\d{2}[- ]?\d{4}[- ]?\d{4}(?!\d)"  # a mobile phone, however it is spaced
                   r"|(?<!\d)\d{6}[- ]?\d{8}[- ]?\d{3}[\dXx](?!\d)|(?<!\d)\d{15}(?!\d)")  # an identity number, of today and of once


def numbers_in(text) -> list[str]:
    """Every phone and identity number in a text, as it is written there."""
    return [found[0] for found in WHOLE.finditer(text)]
