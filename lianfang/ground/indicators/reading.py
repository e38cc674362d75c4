"""One reading of many figures at one moment: what several of them need to know is looked up once."""
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps

_known: ContextVar[dict | None] = ContextVar("known", default=None)


@contextmanager
def one_reading():
    """Within it, what `once` has found for a moment is not looked up again; nothing is kept beyond it, so no figure is stale."""
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def once(found_at):
    """Of a function of a moment, and of whatever else decides its answer: the same answer within one reading."""
    @wraps(found_at)
    def asked(*given):
        known = _known.get()
        if known is None:
            return found_at(*given)
        if (found_at, given) not in known:
            known[found_at, given] = found_at(*given)
        return known[found_at, given]
    return asked
