"""Bulk: whoever would bind more people within an hour than a table allows is held; two others let the list through, or not."""

from datetime import timedelta

from django.utils.translation import gettext as _

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.models import SYSTEM
from lianfang.ground.accounts.roles import holders
from lianfang.ground.accounts.scope import held
from lianfang.ground.days import day_of
from lianfang.ground.decisions.actions.apart import check_apart
from lianfang.ground.ids import uuid7
from lianfang.ground.journal.models import Line
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ..models import Held

TABLE = "bulk"
LOCK = 72 << 32  # with an account's id the advisory lock of whom it binds on PostgreSQL
BINDS = ("isolation.issue", "isolation.replace", "isolation.extend")


def too_many(count, *, by, at) -> int | None:
    """How many people an account bound within the table's minutes, where `count` more are more than it allows; None where they are not.

    A run of the table by the system itself, after something was found, is no act of a person. Who sends two lists at once waits here
    with the second until the first stands.
    """
    if not count or by.login == SYSTEM:
        return None
    rows.one_at_a_time(LOCK | by.pk)
    rule = decisions.decide(TABLE, {"way": "by_hand"}, on=day_of(at)).result
    since = at - timedelta(minutes=rule["minutes"])
    before = Line.objects.filter(by=by.pk, verb__in=BINDS, at__gt=since, at__lte=at).values("subject").distinct().count()
    return before if before + count > rule["most"] else None


def hold(verdicts, before, *, by, at, because=None, unit_id=None, request="", shown=()):
    """Keep what somebody wanted, as the supervisor's turn; it binds nobody. `request` stands for people not on record yet."""
    county = Unit.objects.get(pk=Unit.objects.get(pk=unit_id or verdicts[0].unit_id).ancestor_ids[0])
    kept = Held(id=uuid7(), unit=county, people=len(shown) or len(verdicts), before=before, wanted_by=by, held_at=at, because=because,
                request=request, shown=list(shown))
    rows.insert([kept])
    kept.verdicts.set([verdict.pk for verdict in verdicts])
    [told] = advance([kept], "hold", flow="held", by=by, at=at, because=because, content=lambda h: {"people": h.people, "before": before})
    open_turns("held", [kept], at=at, because={kept.pk: told.id})
    return kept


def agree_held(*, batch, by, at):
    """The first of the two: the supervisor has gone through the list."""
    watches(batch, by, at)
    check_apart(by, batch.wanted_by_id, at=at)
    batch.agreed_by = by
    return advance([batch], "agree_held", flow="held", by=by, at=at, also=("agreed_by_id",))


def refuse_held(*, batch, by, at):
    """Nobody on the list is bound by it."""
    watches(batch, by, at)
    batch.ended_by, batch.ended_at, batch.request = by, at, ""
    return advance([batch], "refuse_held", flow="held", by=by, at=at, also=("ended_by_id", "ended_at", "request"))


def watches(batch, by, at):
    """Raise Refused unless somebody may judge this list: who supervises there, and did not want it himself."""
    if by.pk == batch.wanted_by_id:
        raise Refused(_("自己提的名单，不能由自己放行。"))
    if not any(a.role in holders("supervise") and batch.unit.path.startswith(a.unit.path) for a in held(by, day_of(at))):
        raise Refused(_("成批管控由督查和县领导放行。"))
