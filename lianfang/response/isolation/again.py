"""When a table of measures changes: whom a new version would touch, tried without changing anything; and how they are decided again."""

from lianfang.ground import decisions
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of, now
from lianfang.ground.decisions import current
from lianfang.ground.decisions.actions.effect import tables_of
from lianfang.ground.decisions.registry import Did

from .actions.again.carrying import carry_out as _carry_out
from .actions.again.changed import Touched, touched_by
from .actions.decide import asked
from .models import Order


def touched(version) -> list[Touched]:
    """Running orders within the reader's reach that a version would change, were it in force now; nothing is changed."""
    before, after = current.standing(version.table, None, without=[version.pk]), current.standing(version.table, None, plus=version)
    if after.faults:
        return []
    found = _bound_by(version)
    found = found.select_related("unit", "person", "verdict")
    plan = max(day_of(version.begins_at), day_of(now()))
    return [one for order in found.order_by("unit__path", "pk") if (one := _touched(order, before, after, plan, now()))]


def _bound_by(version):
    """Open orders in a version's area that stand on its table."""
    return Order.objects.active().filter(unit__path__startswith=version.area.path, deviation=None, verdict__table=version.table)


def _touched(order, before, after, plan, at) -> Touched | None:
    """What the change means for one order: nothing where both tables say the same of it."""
    first = order.verdict
    facts = asked(first.table, first.facts)
    return touched_by(order, [table.decide(facts, on=plan, path=order.unit.path, counted=first.on) for table in (before, after)], at)


@everything()
def decide(*, run, most, by, at) -> Did:
    """Decide up to so many open orders again that a run has not looked at yet, in the order of their ids, in the caller's transaction."""
    before, after = tables_of(run)
    found = _bound_by(run.version).filter(issued_at__lte=at)
    found = found.filter(pk__gt=run.cursor) if run.cursor else found
    some = list(found.select_for_update(of=("self",)).select_related("unit", "verdict").order_by("pk")[:most])
    plan = day_of(run.since)
    changed = [one for order in some if (one := _touched(order, before, after, plan, at))]
    for one in changed:
        _carry_out(one, run.because, by, at)
    return Did(some[-1].pk if some else run.cursor, len(some), len(changed))


AGAIN = decisions.Again(touched, "isolation:touched", decide)
