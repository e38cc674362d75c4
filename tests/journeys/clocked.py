"""Lianfang with a clock that can be set: a console command at a past moment, or the server told over its input to move on.

    python -m tests.journeys.clocked 2020-03-18T18:45 seed --size small
    python -m tests.journeys.clocked 2020-03-18T18:45 serve

The server reads one JSON object a line, {"to": moment} or {"call": "module.function", "with": {…}}, and answers each with a line.
Between the lines it does what `lianfang clock` does: starts what is due, and seals; now and then where nobody asked it anything.
"""
import json
import os
import select
import sys
import threading
import traceback
from datetime import datetime
from importlib import import_module

import time_machine

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lianfang.config.settings")


# Looks of 0.4 s. Most servers of the stories stand idle while one is walked through: after ten seconds they look at the clock more rarely.
LEFT, SELDOM = 25, 6


def moment(text):
    """A moment as written, in the county's time."""
    from lianfang.ground.days import SHANGHAI

    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def serve(traveller):
    """Serve pages in threads; do what is told line by line; end with the input."""
    import django

    django.setup()
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler

    from lianfang.config.wsgi import application
    from lianfang.entry.console.prepare import prepare

    prepare()
    WSGIRequestHandler.log_message = lambda *_: None
    server = ThreadedWSGIServer(("127.0.0.1", int(os.environ["PORT"])), WSGIRequestHandler)
    server.daemon_threads = True
    asked = threading.Event()

    def application_asked(environ, start):
        try:
            return application(environ, start)
        finally:
            asked.set()

    server.set_app(application_asked)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say("serving")
    looks = 0
    while (line := next_line()) is not None:
        if line:
            say(answer(json.loads(line), traveller))
        looks = 0 if line or asked.is_set() else looks + 1
        asked.clear()
        if looks < LEFT or not looks % SELDOM:
            tick()


def next_line():
    """What was told, "" when nothing was for a while, None at the end."""
    ready, _, _ = select.select([sys.stdin], [], [], 0.4)
    if not ready:
        return ""
    return sys.stdin.readline().strip() or None


def answer(told, traveller):
    """Move the clock, or call a function over everything; a fault is told as its traceback."""
    from lianfang.ground.accounts.scope import everything

    try:
        if "to" in told:
            traveller.move_to(moment(told["to"]))
            return "moved"
        module, _, name = told["call"].rpartition(".")
        with everything():
            return getattr(import_module(module), name)(**told["with"])
    except Exception:
        return {"fault": traceback.format_exc()}


def tick():
    """What `lianfang clock` does each second."""
    from lianfang.ground.accounts.scope import everything
    from lianfang.ground.clock.actions import run_due
    from lianfang.ground.days import now
    from lianfang.ground.journal.actions import seal

    with everything():
        run_due(at=now())
        seal()


def say(what):
    """One line out."""
    print(json.dumps(what, ensure_ascii=False, default=str), file=sys.__stdout__, flush=True)


def main(at, *words):
    """The server, or a command of the console."""
    with time_machine.travel(moment(at), tick=True) as traveller:
        if list(words) == ["serve"]:
            return serve(traveller)
        from lianfang.entry.console.main import main as console

        return console(list(words))


if __name__ == "__main__":
    main(*sys.argv[1:])
