"""The clock's part in imports: begin what waits, go on with what a dead process left, a few seconds at a time."""
import logging
import time

from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext as _

from lianfang.ground import days
from lianfang.ground.accounts.scope import everything

from .. import collector, lease
from ..models import UNFINISHED, Import
from .carry_out import fail, going_in

SECONDS = 5.0  # the clock has other work too
log = logging.getLogger("lianfang.screening")
_begun: dict = {}


def take_up(*, at, seconds=SECONDS):
    """Go on with unfinished imports, the oldest first, for some seconds; the next call goes on where this one stopped."""
    until = time.monotonic() + seconds
    with everything(), collector.seldom():
        for pk in Import.objects.filter(state__in=UNFINISHED).order_by("at", "pk").values_list("pk", flat=True):
            if not _go_on(pk, until):
                break


def _go_on(pk, until) -> bool:
    """Whether there is time left."""
    steps = _begun.setdefault(pk, going_in(pk, days.now))
    try:
        for _step in collector.each(steps):
            if time.monotonic() > until:
                return False
    except lease.Overtaken:
        log.info("import %s is in other hands", pk)
    except (OperationalError, InterfaceError):
        _begun.pop(pk, None)
        raise  # the database is away: the clock waits, and the import goes on from its last chunk
    except Exception:
        log.exception("import %s stopped", pk)
        _stop(pk)
    _begun.pop(pk, None)
    return True


def _stop(pk):
    roster = Import.objects.select_related("unit", "by").get(pk=pk)
    fail(roster, _("导入时出了意外，停在第 {row} 行；请把同一份文件再交一次，已收下的行不会重复。").format(row=roster.next_row), days.now())
