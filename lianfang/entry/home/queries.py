"""My work: this account's turns, those of one door and one half day together; and lists of turns behind a figure."""
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import OuterRef, Q, Subquery

from lianfang.ground.days import day_end, day_of, now
from lianfang.ground.ui import nav
from lianfang.ground.units.models import RANK, Unit
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.models import Turn
from lianfang.ground.workflow.queries import opening_later, turns_of
from lianfang.registers.people.models import Person

WAITED_FOR = ("appeal", "correction")


@dataclass
class Job:
    """One thing to do at one door: what, by when, for whom, where it is done, and from when if that is still to come."""

    title: str
    place: str
    building: str
    due: datetime
    url: str
    flow: str
    opens: datetime | None = None
    urged: int = 0
    names: list = field(default_factory=list)
    count: int = 0

    @property
    def hours_late(self):
        """How long overdue."""
        return (now() - self.due) / timedelta(hours=1)


def waiting_count(request) -> int:
    """How many turns this account has by tonight, as far as the bar counts."""
    return due_turns(request, now()).order_by()[: nav.MOST + 1].count()


def due_turns(request, at):
    """Turns of this account that are due by the end of today (24:00), and those for which somebody waits, whatever their term."""
    return turns_of(request.user, request.assignments, at).filter(Q(due__lte=day_end(day_of(at))) | Q(flow__in=WAITED_FOR))


def next_turns(request, at):
    """What is due tomorrow, beginnings of which may be made today."""
    tonight = day_end(day_of(at))
    return turns_of(request.user, request.assignments, at).filter(due__gt=tonight, due__lte=tonight + timedelta(days=1)).exclude(
        flow__in=WAITED_FOR)


def jobs(turns, at) -> list[Job]:
    """Turns as things to do, oldest due first; checks of one door and half day are one visit."""
    turns = list(turns)
    names = dict(Person.objects.filter(pk__in={t.subject for t in turns if t.subject}).values_list("pk", "name"))
    titles = {}
    for flow in {t.flow for t in turns}:
        if FLOWS[flow].titles:
            titles |= FLOWS[flow].titles([t.record for t in turns if t.flow == flow])
    later = opening_later(turns, at)
    where = places([t.unit for t in turns])
    found = OrderedDict()
    for turn in turns:
        title = titles.get(turn.record) or str(FLOWS[turn.flow].states[turn.state])
        key = (turn.flow, turn.unit_id, title) if turn.flow == "check" else turn.pk
        if key not in found:
            place, building = where[turn.unit_id]
            url = FLOWS[turn.flow].page_of(turn.state, turn.record)
            found[key] = Job(title, place, building, turn.due, url, turn.flow, opens=later.get(turn.record))
        found[key].count += 1
        found[key].urged = max(found[key].urged, turn.urged)
        if turn.subject in names:
            found[key].names.append(names[turn.subject])
    return list(found.values())


def places(units) -> dict[int, tuple[str, str]]:
    """For each unit its place within its building (1单元502) and the building with what it stands in (向阳小区3号楼)."""
    units = {u.pk: u for u in units}
    above = Unit.objects.in_bulk({a for u in units.values() for a in u.ancestor_ids})
    found = {}
    for unit in units.values():
        chain = [above[a] for a in unit.ancestor_ids]
        inside = [u for u in chain if RANK[u.level] > RANK["building"]]
        around = [u for u in chain if RANK["village"] <= RANK[u.level] <= RANK["building"] and "grid" not in u.level]
        found[unit.pk] = ("".join(u.name for u in inside) or unit.name, "".join(u.name for u in (around[-2:] or chain[-1:])))
    return found


def named(rows):
    """Turns with the name of whom each is about."""
    return rows.annotate(name=Subquery(Person.objects.filter(pk=OuterRef("subject")).values("name")[:1]))


def turn_rows(rows=None):
    """Turns as lists show them."""
    return (Turn.objects.all() if rows is None else rows).select_related("unit", "account", "owner_unit")
