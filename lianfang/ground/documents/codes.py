"""Short codes that a person can type from paper and this county's key can vouch for.

Letters are Crockford's base 32: no I, L, O or U, so that a tired reader cannot mistake one sign for another.
"""
import hmac
import json
import unicodedata
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0"})
SEAL_SIGNS = 8
UUID_SIGNS = 26


@dataclass(frozen=True)
class Signed:
    """What a genuine code stands for."""

    kind: str
    id: int | UUID


def sign(kind: str, id: int | UUID) -> str:
    """A code such as N5Q2-9F3M-K7AC for one record: its kind (a single sign), its id, and 40 bits of seal."""
    if len(kind) != 1 or kind not in SIGNS:
        raise ValueError(f"a kind is one of {SIGNS}, not {kind!r}")
    body = kind + (_spelt(id.int, UUID_SIGNS) if isinstance(id, UUID) else _spelt(id))
    return _grouped(body + _seal(settings.SECRET_KEY, "signed", body))


def verify(code: str) -> Signed | None:
    """What the code stands for, however it was typed (case, blanks, dashes, O for 0), or None when it is not ours."""
    text = signs_of(code)
    body, seal = text[:-SEAL_SIGNS], text[-SEAL_SIGNS:]
    if len(body) < 2 or len(body) > 1 + UUID_SIGNS or not set(text) <= set(SIGNS):
        return None
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    if not any(hmac.compare_digest(seal, _seal(key, "signed", body)) for key in keys):
        return None
    number = _read(body[1:])
    return Signed(body[0], UUID(int=number) if len(body) == 1 + UUID_SIGNS else number)


def check_code(*parts, signs: int = SEAL_SIGNS) -> str:
    """A check code such as 7F3A-91C2 over figures and words; the same parts give the same code, any other give another."""
    text = json.dumps(parts, ensure_ascii=False, default=str, separators=(",", ":"))
    return _grouped(_seal(settings.SECRET_KEY, "check", text, signs))


def _seal(key: str, purpose: str, text: str, signs: int = SEAL_SIGNS) -> str:
    digest = salted_hmac(f"lianfang.documents.{purpose}", text, secret=key, algorithm="sha256").digest()
    return _spelt(int.from_bytes(digest) >> (256 - 5 * signs), signs)


def _spelt(number: int, width: int = 1) -> str:
    if number < 0:
        raise ValueError("an id is not negative")
    spelt = ""
    while number:
        number, sign = divmod(number, 32)
        spelt = SIGNS[sign] + spelt
    return spelt.rjust(width, "0")


def _read(spelt: str) -> int:
    return sum(SIGNS.index(sign) * 32**place for place, sign in enumerate(reversed(spelt)))


def signs_of(code: str) -> str:
    """A code's signs however it was typed: one width, one case, no dashes, what is often misread put right."""
    kept = "".join(sign for sign in unicodedata.normalize("NFKC", code).upper() if sign.isalnum())
    return kept.translate(MISREAD)


def _grouped(text: str) -> str:
    return "-".join(text[start:start + 4] for start in range(0, len(text), 4))
