"""The web application."""
import os
import signal
from contextlib import suppress

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lianfang.config.settings")

from django.core.wsgi import get_wsgi_application
from django.db import Error

from lianfang.entry.console.together import LEASH, tie
from lianfang.ground import ids
from lianfang.ground.journal import chain

if LEASH in os.environ:
    tie(signal.SIGKILL)  # a worker of `lianfang serve` ends with its server, however that ended

application = get_wsgi_application()

with suppress(Error):  # the database is away: the pages say so
    ids.go_on_from(chain.newest())
