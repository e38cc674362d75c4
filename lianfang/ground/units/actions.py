"""What others may have done to the tree."""
from django.db import connection, transaction
from django.db.models import F, Max, Q, Value
from django.db.models.functions import Concat, Length, Substr

from .. import rows
from ..journal import actions as journal
from ..journal import line
from .models import Figure, Naming, Unit
from .renumber import narrow


def add_units(*, drafts, by, at, because=None):
    """Add units; each draft is a dict of parent (a Unit, the number of a draft before it, or None), level, name, code, from_on."""
    with transaction.atomic():
        ids = _fresh_ids(len(drafts))
        made = []
        for number, draft in zip(ids, drafts, strict=True):
            parent = draft.get("parent")
            parent = made[parent] if isinstance(parent, int) else parent
            made.append(Unit(id=number, parent_id=parent and parent.id, path=f"{parent.path if parent else '/'}{number}/",
                             level=draft["level"], name=draft["name"], code=draft.get("code", ""), from_on=draft["from_on"],
                             until_on=draft.get("until_on")))
        rows.insert(made)
        _name(made)
        if made:
            journal.write([line("units.add", kind="unit", record=None, by=by.id, at=at, unit=made[0].parent_id or made[0].id,
                                because=because, data={"units": len(made), "first": made[0].id, "last": made[-1].id})])
    return made


def _fresh_ids(count) -> list[int]:
    """Ids nobody else will get, in the caller's transaction."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT nextval(pg_get_serial_sequence('units_unit', 'id')) FROM generate_series(1, %s)", [count])
            return [n for (n,) in cursor.fetchall()]
    first = (Unit.objects.aggregate(top=Max("id"))["top"] or 0) + 1
    return list(range(first, first + count))


def _name(units):
    """A first naming for units that carry an official code; the others have just their name."""
    namings = (Naming(unit=u, code=u.code, name=u.name, from_on=u.from_on, until_on=u.until_on) for u in units if u.code)
    Naming.objects.bulk_create(namings, 2000)


def rename_units(*, names, from_on, by, at, because=None):
    """Give units another code and name from a day on; `names` are triples of unit, code, name. Earlier names stay on record."""
    with transaction.atomic():
        ids = [unit.id for unit, _, _ in names]
        Naming.objects.filter(unit__in=ids, from_on__gte=from_on).delete()
        Naming.objects.filter(unit__in=ids).filter(Q(until_on=None) | Q(until_on__gt=from_on)).update(until_on=from_on)
        known = set(Naming.objects.filter(unit__in=ids).values_list("unit_id", flat=True))
        Naming.objects.bulk_create([Naming(unit=unit, code=unit.code, name=unit.name, from_on=unit.from_on, until_on=from_on)
                                    for unit, _, _ in names if unit.id not in known and unit.from_on < from_on], 2000)
        Naming.objects.bulk_create([Naming(unit=unit, code=code, name=name, from_on=from_on) for unit, code, name in names], 2000)
        journal.write([line("units.rename", kind="unit", record=None, by=by.id, at=at, unit=unit.id, because=because,
                            data={"from": from_on.isoformat(), "code": code, "old_code": unit.code, **_names(unit, name)})
                       for unit, code, name in names])
        for unit, code, name in names:
            unit.code, unit.name, unit.from_on = code, name, min(unit.from_on, from_on)
        rows.amend([unit for unit, _, _ in names], "code", "name", "from_on")


def _names(unit, name) -> dict:
    """Both names of a place of the county; who lives below the grid may have given a place his own name: no line keeps that."""
    return {} if unit.level in narrow() else {"name": name, "old_name": unit.name}


def close_units(*, units, until_on, by, at, because=None):
    """End units on a day: they and every fact on them stay, but stand no more."""
    with transaction.atomic():
        for unit in units:
            unit.until_on = until_on
        rows.amend(units, "until_on")
        Naming.objects.filter(unit__in=[u.id for u in units], until_on=None).update(until_on=until_on)
        journal.write([line("units.close", kind="unit", record=None, by=by.id, at=at, unit=unit.id, because=because,
                            data={"until": until_on.isoformat()}) for unit in units])


def move_unit(*, unit, parent, by, at, because=None):
    """Hang a unit under another parent: the paths of all below are rewritten in one transaction, no fact is touched."""
    with transaction.atomic():
        both = {u.id: u for u in Unit.objects.select_for_update().filter(pk__in=[unit.id, parent.id]).order_by("pk")}
        parent, old = both[parent.id], both[unit.id].path
        if parent.path.startswith(old):
            raise ValueError("a unit cannot lie under itself")
        new = f"{parent.path}{unit.id}/"
        Unit.objects.filter(path__under=old).update(path=Concat(Value(new), Substr(F("path"), Length(Value(old)) + 1)))
        Unit.objects.filter(pk=unit.pk).update(parent=parent)
        journal.write([line("units.move", kind="unit", record=None, by=by.id, at=at, unit=unit.id, because=because,
                            data={"from": old, "to": new})])
    unit.refresh_from_db()
    return unit


def set_figure(*, unit, kind, value, from_on, source, by, at):
    """Record population or area from a day on; the same day again replaces it."""
    with transaction.atomic():
        found, _ = Figure.objects.update_or_create(unit=unit, kind=kind, from_on=from_on, defaults={"value": value, "source": source})
        journal.write([line("units.figure", kind="unit", record=None, by=by.id, at=at, unit=unit.id,
                            data={"kind": kind, "value": value, "from": from_on.isoformat()})])
    return found
