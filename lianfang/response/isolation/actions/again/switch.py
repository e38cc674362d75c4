"""The rows of a table change by date: who is decided otherwise is listed, confirmed, where many are bound more let through by a second
person, and carried out chunk by chunk."""
from collections import Counter
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.roles import holders
from lianfang.ground.accounts.scope import everything, held
from lianfang.ground.days import day_of
from lianfang.ground.decisions.actions.apart import check_apart
from lianfang.ground.decisions.actions.refused import posts_of
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.ids import uuid7
from lianfang.ground.journal.models import Line
from lianfang.ground.units.queries import root
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ...models import SWITCH_REFUSED, Order, Switch, SwitchLine
from ...queries.between import asked, boundaries, differing, standing_on
from ..decide import TABLES, Finding
from ..issue import Drafted
from .carrying import carry_all, carry_out
from .changed import LONGER, OTHER, REVIEW, fate_of, touched_by
from .places import bind_free, list_place
from .redecide import binds_more

LISTED, CHUNK = 5_000, 300  # lines written, orders carried out, in one transaction
OPEN = ("listing", "proposed", "confirmed")


@everything()
def propose_switches(*, by, at) -> list[Switch]:
    """List, for each table of measures whose shipped rows have changed since its people were decided, whom that changes; the clock's."""
    made = []
    for table in TABLES:
        for unfinished in Switch.objects.filter(table=table, area=None, state="listing"):
            made.append(_list(unfinished, by, at))
        if days := _days_passed(table, day_of(at)):
            made.append(_list(_begun(table, days, by, at), by, at))
    return made


def _days_passed(table, today) -> list:
    """The days on which rows changed, after the last switch and after the oldest verdict an open order stands on, up to today."""
    past = [day for day in boundaries(table) if day <= today]
    last = Switch.objects.filter(table=table, area=None).order_by("-on").values_list("on", flat=True).first()
    past = [day for day in past if last is None or day > last]
    oldest = standing_on(table).order_by("verdict__on").values_list("verdict__on", flat=True).first() if past else None
    return [day for day in past if oldest is not None and oldest < day]


def _begun(table, days, by, at) -> Switch:
    switch = Switch(id=uuid7(), unit=root(), table=table, was_on=days[0] - timedelta(days=1), on=days[-1], listed_at=at)
    with transaction.atomic():
        rows.insert([switch])
        advance([switch], "list_switch", flow="switch", by=by, at=at, content=lambda s: {"table": s.table, "on": s.on.isoformat()})
        open_turns("switch", [switch], at=at)
    return switch


def _list(switch, by, at) -> Switch:
    """Write the list, some thousand at a time; begun anew where it broke off."""
    SwitchLine.objects.filter(switch=switch).delete()
    looked, tally, lines = Counter(), Counter(), []
    fate = _fate_at(switch.table, at)
    for one in differing(switch.table, switch.was_on, switch.on, fate, looked):
        tally.update(people=1, bound=int(one.is_bound), undecided=int(one.fate == REVIEW))
        lines.append(rows.fresh(SwitchLine, id=uuid7(), switch_id=switch.pk, order_id=one.order_id, person_id=one.person_id,
                                unit_id=one.unit_id, town_id=one.town_id, category=one.category, old=one.old, new=one.new, fate=one.fate))
    for start in range(0, len(lines), LISTED):
        with transaction.atomic():
            rows.insert(lines[start : start + LISTED])
    return propose(switch, looked["looked"], tally, by, at)


@transaction.atomic
def propose(switch, looked, tally, by, at) -> Switch:
    """The list is somebody's turn; one that is still open for earlier rows is overtaken by it."""
    earlier = list(Switch.objects.filter(table=switch.table, area=switch.area_id, state__in=OPEN).exclude(pk=switch.pk))
    for one in earlier:
        one.ended_at = at
    advance(earlier, "overtake_switch", flow="switch", by=by, at=at, also=("ended_at",))
    switch.looked, switch.people, switch.bound, switch.undecided = looked, tally["people"], tally["bound"], tally["undecided"]
    switch.ended_at = None if switch.people else at
    counts = {"looked": switch.looked, "people": switch.people, "bound": switch.bound, "undecided": switch.undecided}
    advance([switch], "propose_switch" if switch.people else "pass_nobody", flow="switch", by=by, at=at, content=lambda _s: counts,
            also=(*counts, "ended_at"))
    return switch


@everything()
def list_level(*, area, risk, people, by, at, because) -> Switch:
    """The risk of a place has changed: list whom that changes there and of those who came from there, as `list_place` finds them."""
    with transaction.atomic():
        return propose(*list_place(area=area, risk=risk, people=people, by=by, at=at, because=because), by, at)


def _fate_at(table, at):
    """What becomes of an order read as plain values, and whether that binds more: for `differing`."""
    def fate(one, facts, ruling):
        order = rows.fresh(Order, measure=one.measure, base_on=one.base_on, until_on=one.until_on, from_on=one.first_on,
                           test_days=one.tests, release=one.release)
        order.verdict = rows.fresh(Verdict, result=one.result)
        what, new = fate_of(order, Drafted(Finding(None, None, facts, day_of(at), table=table), ruling, None, None), at)
        return what, what in (OTHER, LONGER) and binds_more(new, order)

    return fate


@everything()
def confirm_switch(*, switch, by, at):
    """The list has been gone through: it is carried out, or goes to a second person where it binds more people than the bulk table lets
    one decide."""
    _held_by(switch, by, at, "approve", _("换版名单由能批准规则表的人核定。"))
    switch.confirmed_by, switch.confirmed_at = by, at
    with transaction.atomic():
        [told] = advance([switch], "confirm_switch", flow="switch", by=by, at=at, also=("confirmed_by_id", "confirmed_at"))
        most = decisions.decide("bulk", {"way": "by_switch"}, on=day_of(at)).result["most"]
        if most is None or switch.bound <= most:
            advance([switch], "let_switch", flow="switch", by=named(SYSTEM), at=at, because=told.id)
    return [told]


@everything()
def let_switch(*, switch, by, at):
    """A second person, of another unit or body, lets it through."""
    _held_by(switch, by, at, "supervise", _("成批管控由督查和县领导放行。"))
    if by.pk == switch.confirmed_by_id or posts_of(by, at) & posts_of(switch.confirmed_by, switch.confirmed_at):
        raise Refused(_("放行的，要由另一个单位的人。"))
    check_apart(by, switch.confirmed_by_id, at=at)
    switch.let_by, switch.let_at = by, at
    return advance([switch], "let_switch", flow="switch", by=by, at=at, also=("let_by_id", "let_at"))


@everything()
def refuse_switch(*, switch, reason, by, at):
    """It is not carried out, for one of SWITCH_REFUSED: the orders stand as they are."""
    if not any(_holds(switch, by, at, right) for right in ("approve", "supervise")):
        raise Refused(_("换版名单由能批准规则表的人核定。"))
    if reason not in SWITCH_REFUSED:
        raise Refused(_("请选为什么不执行：在管的人照旧受管控，要说得出理由。"))
    switch.reason, switch.ended_at = reason, at
    return advance([switch], "refuse_switch", flow="switch", by=by, at=at, also=("reason", "ended_at"),
                   content=lambda s: {"reason": s.reason})


def _holds(switch, by, at, right) -> bool:
    return any(one.role in holders(right) and switch.unit.path.startswith(one.unit.path) for one in held(by, day_of(at)))


def _held_by(switch, by, at, right, says):
    if not _holds(switch, by, at, right):
        raise Refused(says)


@everything()
def run_switches(*, by, at) -> int:
    """Carry out every list that was let through, chunk by chunk, on from where it broke off; returns how many orders changed."""
    changed = 0
    for pk in Switch.objects.filter(state="running").order_by("on", "pk").values_list("pk", flat=True):
        known, is_done = {}, False
        while not is_done:
            is_done, some = _chunk(pk, known, by, at)
            changed += some
    return changed


@transaction.atomic
def _chunk(pk, known, by, at) -> tuple[bool, int]:
    """The next people of a list: whether they were the last, and how many changed; who is under another order by now is passed over."""
    switch = Switch.objects.select_for_update().get(pk=pk)
    lines = SwitchLine.objects.filter(switch=pk, **({"pk__gt": switch.cursor} if switch.cursor else {})).order_by("pk")
    some = list(lines.values_list("pk", "order_id", "person_id")[:CHUNK])
    ordered = [order for _line, order, _person in some if order]
    because = _let_by(switch)
    changed = _touched(switch, ordered, known, at)
    bound = bind_free(switch, [person for _line, order, person in some if order is None], because, by, at)
    try:
        with transaction.atomic():
            carry_all(changed, because, by, at)
    except Refused:
        for one in _touched(switch, ordered, known, at):
            carry_out(one, because, by, at)
    switch.cursor, switch.changed = some[-1][0] if some else switch.cursor, switch.changed + len(changed) + bound
    if len(some) == CHUNK:
        rows.amend([switch], "cursor", "changed")
    else:
        switch.ended_at = at
        advance([switch], "finish_switch", flow="switch", by=by, at=at, because=because, also=("cursor", "changed", "ended_at"),
                content=lambda s: {"changed": s.changed})
    return switch.ended_at is not None, len(changed) + bound


def _let_by(switch):
    return Line.objects.filter(record=switch.pk, verb="isolation.let_switch").values_list("pk", flat=True).get()


def _touched(switch, ids, known, at) -> list:
    related = ("verdict", "unit") if decisions.table(switch.table).areas else ("verdict",)
    found = Order.objects.filter(pk__in=ids, deviation=None, verdict__table=switch.table).select_for_update(of=("self",))
    still = [order for order in found.select_related(*related).order_by("pk") if order.closed_at is None]
    return [one for order in still if (one := touched_by(order, _rulings(switch, order, known), at))]


def _rulings(switch, order, known) -> tuple:
    """What the rows of both days say to an order's facts; equal questions are asked once."""
    first, rules = order.verdict, decisions.table(switch.table)
    key = (tuple(first.facts.items()), first.on, rules.areas_of(order.unit.path) if rules.areas else ())
    if key not in known:
        facts = asked(switch.table, first.facts)
        told = ((facts, switch.was_on), (facts | switch.facts, switch.on))
        known[key] = tuple(rules.decide(said, on=day, path=order.unit.path, counted=first.on) for said, day in told)
    return known[key]
