"""What is asked for again and again and seldom changes, kept by each process for a while."""
from collections.abc import Callable
from time import monotonic
from typing import Any

from django.db import connection

_kept: dict[tuple, tuple[float, Any]] = {}
MOST = 1000


def kept(key: tuple, seconds: float, make: Callable) -> Any:
    """What `make` gives, at most so many seconds old; always anew within a transaction, which may see what others do not."""
    if connection.in_atomic_block:
        return make()
    made, value = _kept.get(key, (0.0, None))
    if not made or monotonic() - made > seconds:
        if len(_kept) >= MOST:
            _kept.clear()
        value = make()
        _kept[key] = monotonic(), value
    return value
