"""Envelopes under the home's data keys, and keyed hashes for looking up what cannot be read."""
import hashlib
import hmac
import time
from functools import cache
from typing import Any

from django.conf import settings

from .ring import BOX, FORMS, INDEX, Ring, read_keys

LOOK_AGAIN = 1.0  # seconds after which a running server has seen that the keys changed
_held: dict[str, Any] = {"ring": None, "index": (), "box": (), "seen": None, "until": 0.0}


def ring(*, anew=False) -> Ring:
    """The home's data keys as they lie there now, at most a second old."""
    at = time.monotonic()
    if anew or at >= _held["until"]:
        seen = (settings.KEYS.stat().st_mtime_ns, settings.SEAL_WITH)
        if anew or seen != _held["seen"]:
            _held.update(ring=Ring(read_keys(settings.KEYS), FORMS[settings.SEAL_WITH]), seen=seen, index=_newest_first(INDEX),
                         box=_newest_first(BOX))
        _held["until"] = at + LOOK_AGAIN
    return _held["ring"]


def index(*, anew=False) -> tuple[bytes, ...]:
    """The keys of the numbers' blind index, newest first: one, but for the time of a rotation."""
    ring(anew=anew)
    return _held["index"]


def box() -> tuple[bytes, ...]:
    """The keys to which phones seal when their PIN is lost, newest first: one, but for the time of an end."""
    ring()
    return _held["box"]


def _newest_first(kind):
    return tuple(key for _number, key in sorted(read_keys(settings.KEYS, kind).items(), reverse=True))


@cache
def _index(purpose: str, key: bytes):
    """A keyed HMAC of one purpose, copied for each value: four times faster than a new one."""
    key = hmac.digest(key, purpose.encode(), "sha256")
    return hmac.new(key, digestmod=hashlib.sha256)


def seal_bytes(purpose: str, clear: bytes) -> bytes:
    """Encrypt for one purpose: a value moved to another column does not open."""
    return ring().seal(purpose, clear)


def open_bytes(purpose: str, sealed: bytes) -> bytes:
    """Decrypt; raises InvalidTag when the bytes were changed or belong to another purpose, KeyError when their key is gone."""
    held = ring()
    return (held if held.holds(sealed) else ring(anew=True)).open(purpose, sealed)


def blind(purpose: str, text: str, key: bytes | None = None) -> str:
    """32 hex characters that are equal for equal texts of one purpose, and tell nothing without the key: else our own codes'."""
    return _blind(purpose, text, key or settings.INDEX_KEY)


def blinds(purpose: str, text: str) -> list[str]:
    """The same of a number, under each key of the numbers' index, newest first."""
    return [_blind(purpose, text, key) for key in index()]


def _blind(purpose, text, key) -> str:
    found = _index(purpose, key).copy()
    found.update(text.encode())
    return found.hexdigest()[:32]
