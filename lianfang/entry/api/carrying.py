"""What a phone carries of one area: its doors, people, turns, flows, forms and tables, each section with a digest."""
import hashlib
import json

from django.conf import settings
from django.utils.translation import get_language

from lianfang.ground import outbox
from lianfang.ground.accounts.scope import reach_of, through
from lianfang.ground.days import day_of
from lianfang.ground.outbox import boxes, formats, queries
from lianfang.ground.outbox.registry import act_of_turn
from lianfang.ground.outbox.rulebook import table_as_json
from lianfang.ground.units.models import LEVELS, RANK, Unit
from lianfang.ground.vault.masks import mask_name
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.flows import spoken
from lianfang.ground.workflow.queries import opening_later, turns_of
from lianfang.registers.people.models import Person
from lianfang.registers.people.queries import CARRY, memberships_of, reasons
from lianfang.response.isolation.queries.carried import carried_orders
from lianfang.response.isolation.words import measure_word

WHOLE_FROM = RANK["village"]  # of a wider area a phone carries the units down to the villages, not its doors
BELOW = 2  # levels below one's own from which an area may be chosen
MOST_TURNS = 600


def areas(request) -> list[Unit]:
    """Where one may carry: one's own units, and those of the next levels below them."""
    found = {}
    for held in request.assignments:
        levels = list(LEVELS)[RANK[held.unit.level]:RANK[held.unit.level] + BELOW + 1]
        levels = [level for level in levels if RANK[level] <= RANK["micro_grid"]] or [held.unit.level]
        for unit in Unit.objects.filter(path__under=held.unit.path, level__in=levels, until_on=None).order_by("path"):
            found[unit.pk] = unit
    return list(found.values())


def place_of(unit, named) -> dict:
    """A unit with the names of what it lies in."""
    around = " ".join(named[pk] for pk in unit.ancestor_ids[1:-1] if pk in named)
    return {"id": unit.pk, "name": unit.name, "level": unit.level, "place": around}


def carried(request, area, have, at) -> dict:
    """Sections whose digest differs from what the phone has."""
    sections = {}
    for name, rows_of in (SECTIONS | outbox.carried()).items():
        rows = rows_of(request, area) if name not in TIMED else rows_of(request, area, at)
        digest = hashlib.sha256(json.dumps(rows, sort_keys=True, default=str).encode()).hexdigest()[:16]
        if have.get(name) != digest:
            sections[name] = {"digest": digest, "rows": rows}
    return sections


def me(request, area) -> dict:
    """Who one is, and for how long a phone opens without contact."""
    account = request.user
    return {"id": account.pk, "name": account.name, "login": account.login, "rights": sorted(request.rights), "language": get_language(),
            "roles": [{"role": held.role, "unit": held.unit_id} for held in request.assignments], "county": request.county,
            "reasons": list(reasons(CARRY, day_of(request.at)).items()) if "open" in request.rights else [],
            **{f"{what}_minutes": queries.minutes(what, day_of(request.at)) for what in ("offline", "hidden", "unsent")},
            "photo_bytes": settings.PHOTO_BYTES, "keeps_place": settings.KEEP_PLACES, "box_key": boxes.public_key(),
            "mark_key": boxes.secret_of(account.pk), "place": _county_code(request)}


def _county_code(request) -> str:
    """The six digits of the county, by which tables name places."""
    root = request.assignments[0].unit.ancestor_ids[0] if request.assignments else None
    return (Unit.objects.filter(pk=root).values_list("code", flat=True).first() or "")[:6]


def units(request, area) -> list[dict]:
    """The chain above the area, and what lies in it: down to the doors of a village or less."""
    chain = Unit.objects.filter(pk__in=area.ancestor_ids[:-1])
    found = Unit.objects.filter(path__under=area.path, until_on=None)
    if RANK[area.level] < WHOLE_FROM:
        found = found.filter(level__in=[level for level in LEVELS if RANK[level] <= WHOLE_FROM])
    columns = ("id", "parent", "level", "name")
    rows = list(chain.order_by("path").values_list("id", "parent_id", "level", "name"))
    rows += found.order_by("path").values_list("id", "parent_id", "level", "name")
    return [dict(zip(columns, row, strict=True)) for row in rows]


def people(request, area, at) -> list[dict]:
    """Who falls under a category there, by a masked name (names.py has the whole ones), never a number or a phone."""
    if RANK[area.level] < WHOLE_FROM:
        return []
    on = day_of(at)
    there = Person.objects.filter(unit__path__under=area.path).order_by("unit__path", "pk")
    found = list(there.values("id", "name", "unit_id"))
    orders = carried_orders(area.path)
    categories = {pk: [str(one.category) for one in some if one.until_on is None or one.until_on > on]
                  for pk, some in memberships_of([one["id"] for one in found]).items()}
    rows = []
    for one in found:
        order = orders.get(one["id"])
        if order is None and not categories.get(one["id"]):
            continue
        row = {"id": str(one["id"]), "name": mask_name(one["name"]), "unit": one["unit_id"],
               "category": "、".join(categories.get(one["id"], ()))}
        if order:
            row |= {"measure": order.measure, "says": measure_word(order.measure), "day": order.day_number(on), "days": order.days}
        rows.append(row)
    return rows


def turns(request, area, at) -> list[dict]:
    """What one has to do in the area, oldest due first, and by which action a phone does it."""
    with through(reach_of(request.assignments, "work")):  # one's own work, for who may not look around there too
        found = list(turns_of(request.user, request.assignments, at).filter(unit__path__under=area.path)[:MOST_TURNS])
        titles = {}
        for flow in {turn.flow for turn in found}:
            if FLOWS[flow].titles:
                titles |= FLOWS[flow].titles([turn.record for turn in found if turn.flow == flow])
        later, bases = opening_later(found, at), queries.versions([turn.record for turn in found])
        return [_turn(turn, titles, later, bases) for turn in found]


def _turn(turn, titles, later, bases) -> dict:
    act = act_of_turn(turn.flow, turn.state)
    opens, base = later.get(turn.record), bases.get(turn.record)
    return {"id": str(turn.pk), "flow": turn.flow, "state": turn.state, "record": str(turn.record), "unit": turn.unit_id,
            "subject": turn.subject and str(turn.subject), "due": turn.due.isoformat(), "opens": opens and opens.isoformat(),
            "title": titles.get(turn.record) or str(FLOWS[turn.flow].states[turn.state]), "urged": turn.urged,
            "action": act and act.name, "form": act and act.name, "base": base and str(base),
            "page": FLOWS[turn.flow].page_of(turn.state, turn.record)}


def flows(request, area) -> dict:
    """Flows in words."""
    return {flow.code: {"label": spoken(flow.label), "states": {state.code: str(state) for state in flow.states.values()}}
            for flow in FLOWS.values()}


def forms(request, area) -> dict:
    """The forms of the actions one may send, by action."""
    return {act.name: formats.as_json(act.form) | {"title": str(act.title), "conflict": act.conflict, "tables": list(act.tables)}
            for act in outbox.acts().values() if act.right in request.rights}


def tables(request, area, at) -> dict:
    """The tables by which the phone decides beforehand, as they stand in the area."""
    names = {name for act in outbox.acts().values() if act.right in request.rights for name in act.tables}
    return {name: table_as_json(name, area.path, day_of(at)) for name in sorted(names)}


def codes(request, area) -> dict:
    """Words of codes that stand in rows."""
    return {"level": {code: str(label) for code, label in LEVELS.items()}}


SECTIONS = {"me": me, "units": units, "people": people, "turns": turns, "flows": flows, "forms": forms, "tables": tables, "codes": codes}
TIMED = {"people", "turns", "tables"}
