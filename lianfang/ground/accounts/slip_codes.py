"""The code on a slip: twelve signs a tired reader cannot mistake, kept only as a digest."""
import secrets
import unicodedata

from ..documents.codes import MISREAD, SIGNS
from ..vault import blind

LENGTH = 12  # 60 bits: beside the throttle and the end date, more than anybody can try


def new_code() -> str:
    """K7Q2-9F3M-X0AB."""
    signs = "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
    return "-".join(signs[at:at + 4] for at in range(0, LENGTH, 4))


def slip_digest(code: str) -> str:
    """The same digest however it was typed: case, blanks, dashes, O for 0, I and L for 1."""
    typed = "".join(sign for sign in unicodedata.normalize("NFKC", code[:60]).upper() if sign.isalnum())
    return blind("accounts.slip", typed.translate(MISREAD))
