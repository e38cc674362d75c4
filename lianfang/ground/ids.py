"""Identifiers that sort by the moment they were made (UUID version 7, RFC 9562 method 3), also when the machine's clock is set back."""
import os
import time
from collections.abc import Callable
from datetime import datetime
from threading import Lock
from uuid import UUID, SafeUUID

_lock = Lock()
_last = 0
_chance = b""  # random bytes asked of the machine ahead, a few hundred ids' worth
_AT_ONCE = 512
_PLAY = 1_000_000_000  # nanoseconds the clock may stray from what has passed; more, and somebody has set it
_ahead = time.time_ns() - time.monotonic_ns()  # how far the clock is before the count of what has passed
_newest: Callable[[], UUID | None] | None = None
_new, _set = object.__new__, object.__setattr__
DIGITS = 18  # of the longest number that a row can have


def typed_number(text) -> int | None:
    """A whole number as somebody has typed it into an address or a field without a form; None of all else, and of one no row can have."""
    return int(text) if text.isdecimal() and len(text) <= DIGITS else None


def uuid7() -> UUID:
    """A new id: milliseconds, then twelve bits of their fraction, never backwards in one process, then 62 random bits."""
    global _last, _chance
    ns = time.time_ns()
    if not -_PLAY < ns - time.monotonic_ns() - _ahead < _PLAY:
        _was_set(ns - time.monotonic_ns())
    stamp = (ns // 1_000_000) << 12 | (ns % 1_000_000) * 4096 // 1_000_000
    with _lock:
        stamp = _last = max(stamp, _last + 1)
        chance = _chance = _chance[8:] or os.urandom(_AT_ONCE)
    return _made(stamp >> 12 << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64 | 0x2 << 62 | int.from_bytes(chance[:8], "big") >> 2)


def after_set_back(newest: Callable[[], UUID | None]) -> None:
    """Whom to ask for the newest id of the county when the clock was set back under a running process."""
    global _newest
    _newest = newest


def go_on_from(known: UUID | None) -> None:
    """Never again an id smaller than this one: a clock that is behind what is written would slip lines in before it."""
    global _last
    if known is not None:
        with _lock:
            _last = max(_last, known.int >> 80 << 12 | known.int >> 64 & 0xFFF)


def _was_set(ahead: int) -> None:
    """The clock was set: back, and the newest id is asked for; onward, and that is remembered, for it may be set right again."""
    global _ahead
    if ahead < _ahead and _newest is not None:
        go_on_from(_newest())
    _ahead = ahead


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


def since(at: datetime) -> UUID:
    """The smallest id of whatever is told of that moment or later; of a moment still to come it may be told already."""
    return floor(max(0, int(min(at.timestamp(), time.time()) * 1000)))
