"""A place's risk changes: who is there, and who came from there, is put to the table with the new fact; those it went free are bound."""
from collections import Counter

from django.db.models import Q

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.ids import uuid7
from lianfang.ground.units.models import Unit
from lianfang.ground.units.queries import root
from lianfang.ground.workflow.actions import advance, open_turns

from ...models import Order, Switch, SwitchLine
from ...queries.between import SAID_BY, asked, stage_code, standing_on
from ..decide import PASS, TABLE, Finding, decide
from ..issue import Drafted, order_of
from .changed import LONGER, OTHER, REVIEW, fate_of
from .redecide import binds_more


@everything()
def list_place(*, area, risk, people, by, at, because):
    """List whom another risk (low, medium or high) of a place (a unit's id) changes: who is under an order there, and these people (ids)
    who came from there, under an order or not. Who only lives there is bound by the place's own notice."""
    switch = Switch(id=uuid7(), unit=root(), table=TABLE, was_on=day_of(at), on=day_of(at), area_id=area, risk=risk,
                    listed_at=at, because=because)
    rows.insert([switch])
    advance([switch], "list_switch", flow="switch", by=by, at=at, because=because, content=lambda s: {"area": s.area_id, "risk": risk})
    open_turns("switch", [switch], at=at)
    lines, tally = [], Counter()
    path = Unit.objects.values_list("path", flat=True).get(pk=area)
    there = Q(person__in=list(people)) | Q(unit__path__startswith=path, verdict__facts__origin="same_county")
    orders = list(standing_on(TABLE).filter(there).select_related("unit", "verdict").order_by("pk"))
    for order in orders:
        _add(lines, tally, switch, order, order.verdict, at)
    free = set(people) - set(Order.objects.active().filter(person__in=list(people)).values_list("person_id", flat=True))
    for verdict in _last(free):
        _add(lines, tally, switch, None, verdict, at)
    rows.insert(lines)
    return switch, len(orders) + len(free), tally


def _last(people) -> list:
    """The last verdict of the table on each of these people."""
    found = Verdict.objects.filter(subject__in=list(people), table=TABLE).select_related("unit").order_by("at", "pk")
    return list({verdict.subject: verdict for verdict in found}.values())


def _add(lines, tally, switch, order, verdict, at):
    """A line for an order, or for somebody under none, where the new fact changes what the row says."""
    unit, rules = (order or verdict).unit, decisions.table(TABLE)
    facts = asked(TABLE, verdict.facts)
    counted = verdict.on if order else None
    was, ruling = (rules.decide(said, on=switch.on, path=unit.path, counted=counted) for said in (facts, facts | switch.facts))
    if was.result == ruling.result:
        return
    fate, binds = _fate(order, facts | switch.facts, ruling, at)
    if not fate:
        return
    tally.update(people=1, bound=int(binds), undecided=int(fate == REVIEW))
    town = int((unit.path.strip("/").split("/") * 2)[1])
    lines.append(SwitchLine(id=uuid7(), switch=switch, order=order, person_id=order.person_id if order else verdict.subject, unit=unit,
                            town_id=town, category=str(facts.get(SAID_BY[TABLE], "")), old=stage_code(was.result),
                            new=stage_code(ruling.result), fate=fate))


def _fate(order, facts, ruling, at):
    draft = Drafted(Finding(order and order.person_id, order and order.unit_id, facts, day_of(at), table=TABLE), ruling, None, None)
    if order is None:
        if ruling.manual_review or ruling.result["measure"] == PASS:
            return (REVIEW if ruling.manual_review else ""), False
        is_over = order_of(draft, at).state == "over"
        return ("" if is_over else OTHER), not is_over
    what, new = fate_of(order, draft, at)
    return what, what in (OTHER, LONGER) and binds_more(new, order)


def bind_free(switch, people, because, by, at) -> int:
    """Put those on a list who are under no order to the table, with the new fact; returns how many."""
    findings = [Finding(verdict.subject, verdict.unit_id, asked(TABLE, verdict.facts) | switch.facts, day_of(at), because=because)
                for verdict in _last(people)] if people else []
    if findings:
        decide(findings=findings, by=by, at=at)
    return len(findings)
