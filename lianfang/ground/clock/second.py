"""A second process beside this one, for work that would keep one core busy while the other waits."""
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection

from django.db import connections

PATIENCE = 2.0  # seconds it has to end by itself


def may_part() -> bool:
    """Whether this process may be copied: not in the middle of a transaction, which two would then hold."""
    return not any(one.in_atomic_block for one in connections.all(initialized_only=True))


@contextmanager
def second(serve: Callable, *given) -> Iterator[Connection]:
    """A copy of this process calls `serve` with its end of a connection and what is given; it ends when this side hangs up.

    A copy has at once what this process has read and set up; the database is left before, and each asks for a connection of its own.
    """
    context = get_context("fork")
    near, far = context.Pipe()
    for one in connections.all(initialized_only=True):
        one.close()
        if hasattr(one, "close_pool"):
            one.close_pool()
    process = context.Process(target=_begin, args=(near, far, serve, given), daemon=True)
    process.start()
    far.close()
    try:
        yield near
    finally:
        near.close()
        process.join(PATIENCE)
        process.kill()


def _begin(near: Connection, far: Connection, serve: Callable, given: tuple) -> None:
    """Let go of the other end, then serve; nobody asking any more is the end, and a fault is logged without what it was about."""
    near.close()
    try:
        serve(far, *given)
    except (EOFError, BrokenPipeError, ConnectionResetError, KeyboardInterrupt):
        pass
    except Exception as fault:
        logging.getLogger("lianfang.clock").error("%s stopped: %s", serve.__qualname__, type(fault).__name__)
