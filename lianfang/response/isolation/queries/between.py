"""Between two days: what the rows of each say of everybody under an open order, and what that makes of the order."""
import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from lianfang.ground import decisions

from ..models import Order
from ..words import measure_word

COLUMNS = ("pk", "person_id", "unit_id", "unit__path", "measure", "base_on", "until_on", "verdict__on")
TEXTS = ("test_days", "release", "verdict__facts", "verdict__result")  # read as they lie there: equal ones are worked out once
SAID_BY = {"measure": "origin", "exposed": "kind"}  # the fact that sorts people into categories, table by table
AT_ONCE = 5_000


@dataclass(slots=True)
class Differing:
    """Somebody whom two days' rows treat differently: the order, where, of which category, what each says, and its fate ('' unknown)."""

    order_id: UUID
    person_id: UUID
    unit_id: int
    town_id: int
    category: str
    old: str
    new: str
    fate: str = ""
    is_bound: bool = False

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.person_id


def asked(table, facts) -> dict:
    """Of stored facts those the table asks for, as it compares them; what it derived itself is left out."""
    kinds = decisions.table(table).facts
    return {name: kinds[name].read(value) if isinstance(value, str) else value for name, value in facts.items() if name in kinds}


def boundaries(table) -> list[date]:
    """The days on which the rows that came with the program change, in order."""
    rows = decisions.shipped(table).table.rows
    return sorted({day for row in rows for day in (row.from_on, row.until_on) if day != date.max})


def standing_on(table):
    """Open orders that stand on a table, under no exception."""
    return Order.objects.active().filter(deviation=None, verdict__table=table)


def stage_code(result) -> str:
    """A row's answer as stages: central_quarantine:14+home_monitoring:7."""
    stages = [(result["measure"], result["days"]), *([(result["then"], result["then_days"])] if result.get("then") else [])]
    return "+".join(measure if days is None else f"{measure}:{days}" for measure, days in stages)


def stage_words(code) -> str:
    """集中隔离14天＋居家健康监测7天."""
    said = []
    for stage in code.split("+"):
        measure, _colon, days = stage.partition(":")
        said.append(_("{measure}{days}天").format(measure=measure_word(measure), days=days) if days else measure_word(measure))
    return "＋".join(said)


def differing(table, was_on, on, fate=None, counter=None):
    """Each whom the rows of two days treat differently, within the reader's reach; equal questions are asked once.

    `fate(order, was, ruling)`: what becomes of the order as it stands, as (word, whether it binds more), '' where it is so already: then
    it is left out. `counter` counts whom was looked at.
    """
    rules, known = decisions.table(table), {}
    found = standing_on(table).order_by("pk").values_list(*COLUMNS, *(Cast(name, TextField()) for name in TEXTS))
    for order, person, unit, path, measure, base_on, until_on, first_on, *texts in found.iterator(chunk_size=AT_ONCE):
        if counter is not None:
            counter["looked"] += 1
        key = (measure, base_on, until_on, first_on, rules.areas_of(path), *texts)
        if (said := known.get(key, known)) is known:
            asking = Asking(path, measure, base_on, until_on, first_on, *map(json.loads, texts))
            said = known[key] = _answer(rules, asking, was_on, on, fate)
        if said:
            town = int((path.strip("/").split("/") * 2)[1])  # the county itself has none above it
            yield Differing(order, person, unit, town, *said)


@dataclass(slots=True)
class Asking:
    """An order as far as two days' rows look at it."""

    path: str
    measure: str
    base_on: date
    until_on: date
    first_on: date
    tests: list
    release: list
    facts: dict
    result: dict


def _answer(rules, one, was_on, on, fate):
    """(category, old, new, fate, whether it binds more); None where both days say the same, or it is so already."""
    facts = asked(rules.name, one.facts)
    was, ruling = (rules.decide(facts, on=day, path=one.path, counted=one.first_on) for day in (was_on, on))
    if was.result == ruling.result:
        return None
    what, binds = fate(one, facts, ruling) if fate else ("", False)
    category = str(one.facts.get(SAID_BY[rules.name], ""))
    return (category, stage_code(was.result), stage_code(ruling.result), what, binds) if what or not fate else None


def counted(people) -> Counter:
    """How many stand in each cell: by (old, new, town, category, fate)."""
    return Counter((one.old, one.new, one.town_id, one.category, one.fate) for one in people)
