"""What others may have done to the tree."""
from django.db import connection, transaction
from django.db.models import F, Max, Value
from django.db.models.functions import Concat, Length, Substr

from .. import rows
from ..journal import actions as journal
from ..journal import line
from .models import Figure, Naming, Unit


def add_units(*, drafts, by, at, because=None):
    """Add units; each draft is a dict of parent (a Unit, a draft given before it, or None), level, name, code, from_on. Returns the units."""
    with transaction.atomic():
        ids = _fresh_ids(len(drafts))
        made = []
        for number, draft in zip(ids, drafts, strict=True):
            parent = draft.get("parent")
            parent = made[parent] if isinstance(parent, int) else parent
            made.append(Unit(id=number, parent_id=parent and parent.id, path=f"{parent.path if parent else '/'}{number}/", level=draft["level"],
                             name=draft["name"], code=draft.get("code", ""), from_on=draft["from_on"], until_on=draft.get("until_on")))
        rows.insert(made)
        _name(made)
        if made:
            journal.write([line("units.add", kind="unit", record=None, by=by.id, at=at, unit=made[0].parent_id or made[0].id, because=because,
                                data={"units": len(made), "first": made[0].id, "last": made[-1].id})])
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
    Naming.objects.bulk_create([Naming(unit=u, code=u.code, name=u.name, from_on=u.from_on, until_on=u.until_on) for u in units if u.code], 2000)


def move_unit(*, unit, parent, by, at):
    """Hang a unit under another parent: the paths of all below are rewritten in one transaction, no fact is touched."""
    if parent.path.startswith(unit.path):
        raise ValueError("a unit cannot lie under itself")
    with transaction.atomic():
        old, new = unit.path, f"{parent.path}{unit.id}/"
        Unit.objects.filter(path__under=old).update(path=Concat(Value(new), Substr(F("path"), Length(Value(old)) + 1)))
        Unit.objects.filter(pk=unit.pk).update(parent=parent)
        journal.write([line("units.move", kind="unit", record=None, by=by.id, at=at, unit=unit.id, data={"from": old, "to": new})])
    unit.refresh_from_db()
    return unit


def set_figure(*, unit, kind, value, from_on, source, by, at):
    """Record population or area from a day on; the same day again replaces it."""
    with transaction.atomic():
        found, _ = Figure.objects.update_or_create(unit=unit, kind=kind, from_on=from_on, defaults={"value": value, "source": source})
        journal.write([line("units.figure", kind="unit", record=None, by=by.id, at=at, unit=unit.id,
                            data={"kind": kind, "value": value, "from": from_on.isoformat()})])
    return found
