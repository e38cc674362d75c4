"""The web application."""
import os
import signal

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lianfang.config.settings")

from django.core.wsgi import get_wsgi_application

from lianfang.entry.console.together import LEASH, tie

if LEASH in os.environ:
    tie(signal.SIGKILL)  # a worker of `lianfang serve` ends with its server, however that ended

application = get_wsgi_application()
