"""`lianfang clock`: the clock process of `serve`; seals what is committed and starts what is due, each second."""
import logging
import signal
import time

from django.db import InterfaceError, OperationalError, close_old_connections, connection
from django.utils.translation import gettext as _

from lianfang.entry.console.command import Command as Base
from lianfang.ground.accounts.scope import everything
from lianfang.ground.clock.actions import run_due
from lianfang.ground.days import now
from lianfang.ground.journal import chain
from lianfang.ground.journal.actions import seal

LOOK_EVERY = 30.0  # seconds
log = logging.getLogger("lianfang.clock")


class Command(Base):
    """Runs until told to stop."""

    help = _("时钟：按时启动各项定时工作（lianfang serve 会自动带起）")

    def arguments(self, parser):
        """Once, for tests and for cron."""
        parser.add_argument("--once", action="store_true", help=_("只走一轮"))

    def answer(self, options):
        """Tick."""
        self.stopping, self.looked = False, float("-inf")
        signal.signal(signal.SIGTERM, self._stop)
        while True:
            ran = self._tick(options["once"])
            if options["once"] or self.stopping:
                return {"ran": ran}
            time.sleep(1)

    def _stop(self, *_signal):
        self.stopping = True

    def _seal_lines(self, whole):
        """Each second what has just been committed; now and then, since that costs, whatever a long transaction has left further back."""
        whole = whole or time.monotonic() - self.looked >= LOOK_EVERY
        seal(back=chain.LOOK_BACK if whole else chain.GLANCE)
        self.looked = time.monotonic() if whole else self.looked

    def _tick(self, once):
        """One round; a database that is away for a moment must not end the clock, and with it the server."""
        close_old_connections()
        try:
            with everything():
                ran = run_due(at=now())
                self._seal_lines(whole=once)
            return ran
        except (OperationalError, InterfaceError) as fault:
            if once:
                raise
            log.warning("the database does not answer: %s", fault)
            connection.close()
            return []
