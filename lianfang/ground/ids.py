"""Identifiers that sort by the moment they were made (UUID version 7, RFC 9562 method 3)."""
import os
import time
from threading import Lock
from uuid import UUID, SafeUUID

_lock = Lock()
_last = 0
_chance = b""  # random bytes asked of the machine ahead, a few hundred ids' worth
_AT_ONCE = 512
_new, _set = object.__new__, object.__setattr__


def uuid7() -> UUID:
    """A new id: milliseconds, then twelve bits of their fraction, never backwards in one process, then 62 random bits."""
    global _last, _chance
    ns = time.time_ns()
    stamp = (ns // 1_000_000) << 12 | (ns % 1_000_000) * 4096 // 1_000_000
    with _lock:
        stamp = _last = max(stamp, _last + 1)
        chance = _chance = _chance[8:] or os.urandom(_AT_ONCE)
    return _made(stamp >> 12 << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64 | 0x2 << 62 | int.from_bytes(chance[:8], "big") >> 2)


def _made(number: int) -> UUID:
    """A UUID of 128 bits known to be right, without the constructor's questions."""
    one = _new(UUID)
    _set(one, "int", number)
    _set(one, "is_safe", SafeUUID.unknown)
    return one


def _forget():
    """A process that was copied from another must not go on with its random bytes."""
    global _chance
    _chance = b""


os.register_at_fork(after_in_child=_forget)


def floor(milliseconds: int) -> UUID:
    """The smallest id of that moment since 1970: every id made later is larger."""
    return UUID(int=milliseconds << 80 | 0x7 << 76 | 0x2 << 62)
