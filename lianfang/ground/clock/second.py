"""A second process beside this one, for work that would keep one core busy while the other waits."""
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection

import django
from django.utils.translation import activate, get_language

PATIENCE = 2.0  # seconds it has to end by itself


@contextmanager
def second(serve: str) -> Iterator[Connection]:
    """Start a process that calls `serve` ("module:function") with its end of a connection; it ends when this side hangs up.

    What it is to work on goes through the connection: a start that had to carry much would wait for ever on a process that died.
    """
    context = get_context("spawn")
    near, far = context.Pipe()
    process = context.Process(target=_begin, args=(far, get_language(), serve), daemon=True)
    process.start()
    far.close()
    try:
        yield near
    finally:
        near.close()
        process.join(PATIENCE)
        process.kill()


def _begin(connection: Connection, language: str | None, serve: str) -> None:
    """Set up, then serve; nobody asking any more is the end, and a fault is logged without what it was about."""
    django.setup()
    activate(language or "zh-hans")
    module, _, name = serve.partition(":")
    try:
        getattr(import_module(module), name)(connection)
    except (EOFError, BrokenPipeError, ConnectionResetError, KeyboardInterrupt):
        pass
    except Exception as fault:
        logging.getLogger("lianfang.clock").error("%s stopped: %s", serve, type(fault).__name__)
