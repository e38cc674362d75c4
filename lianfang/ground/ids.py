"""Identifiers that sort by the moment they were made (UUID version 7, RFC 9562 method 3)."""
import os
import time
from threading import Lock
from uuid import UUID

_lock = Lock()
_last = 0


def uuid7() -> UUID:
    """A new id: milliseconds, then twelve bits of their fraction, never backwards in one process, then 62 random bits."""
    global _last
    ns = time.time_ns()
    stamp = (ns // 1_000_000) << 12 | (ns % 1_000_000) * 4096 // 1_000_000
    with _lock:
        stamp = _last = max(stamp, _last + 1)
    return UUID(int=stamp >> 12 << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64 | 0x2 << 62 | int.from_bytes(os.urandom(8), "big") >> 2)


def floor(milliseconds: int) -> UUID:
    """The smallest id of that moment since 1970: every id made later is larger."""
    return UUID(int=milliseconds << 80 | 0x7 << 76 | 0x2 << 62)
