"""Where the second process of a long import starts: nothing of the house is imported before Django is set up."""
import logging
from multiprocessing.connection import Connection

import django


def begin(connection: Connection, language: str | None) -> None:
    """Set up, then serve until the first process hangs up, dead or alive; a fault is logged, and the first one goes on alone."""
    django.setup()
    from django.utils.translation import activate

    from lianfang.ground.accounts.scope import everything

    from .drafting.ahead import serve

    activate(language or "zh-hans")
    try:
        with everything():
            serve(connection)
    except (EOFError, BrokenPipeError, ConnectionResetError, KeyboardInterrupt):
        pass  # nobody asks any more
    except Exception as fault:
        logging.getLogger("lianfang.screening").error("preparing ahead stopped: %s", type(fault).__name__)
