"""New numbers for the narrowest places: what only remembers the old ones, as the journal does, leads to nobody's door any more."""
import random

from django.apps import apps
from django.db import connection, models, transaction

from ..journal import actions as journal
from ..journal import line
from .models import RANK, Unit

STARTS_BELOW = "grid"
RENUMBER = "units.renumber"


def narrow() -> list[str]:
    """The levels whose numbers are made anew: micro-grid, compound, building, stair, door."""
    return [level for level, rank in RANK.items() if rank > RANK[STARTS_BELOW]]


@transaction.atomic
def renumber(*, by, at) -> int:
    """Give every place below the grid another number, in no order of the old ones; everything that points at it follows."""
    old = list(Unit.objects.filter(level__in=narrow()).values_list("pk", flat=True))
    if not old:
        return 0
    first = Unit.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
    new = list(range(first, first + len(old)))
    random.SystemRandom().shuffle(new)
    numbers = dict(zip(old, new, strict=True))
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE renumbered (old BIGINT PRIMARY KEY, new BIGINT NOT NULL)")
        cursor.executemany("INSERT INTO renumbered VALUES (%s, %s)", list(numbers.items()))
        for table, column in _pointing():
            cursor.execute(f'UPDATE {table} SET {column} = renumbered.new FROM renumbered WHERE {table}.{column} = renumbered.old')
        cursor.execute("DROP TABLE renumbered")
        paths = [(_path(path, numbers), pk) for pk, path in Unit.objects.filter(level__in=narrow()).values_list("pk", "path")]
        cursor.executemany("UPDATE units_unit SET path = %s WHERE id = %s", paths)
        if connection.vendor == "postgresql":
            cursor.execute("SELECT setval(pg_get_serial_sequence('units_unit', 'id'), %s)", [first + len(old)])
    journal.write([line(RENUMBER, kind="unit", record=None, by=by.id, at=at, data={"units": len(old)})])
    return len(old)


def _pointing() -> list[tuple[str, str]]:
    """Every column that holds a unit's number as a relation, its own table's last."""
    quote = connection.ops.quote_name
    found = [(quote(model._meta.db_table), quote(field.column)) for model in apps.get_models(include_auto_created=True)
             for field in model._meta.local_concrete_fields if isinstance(field, models.ForeignKey) and _is_unit(field)]
    return [*found, (quote("units_unit"), quote("id"))]


def _is_unit(field) -> bool:
    """Whether a relation's value is a unit's number: to a unit, or to what has its unit for a key."""
    return field.related_model is Unit or (isinstance(field.target_field, models.ForeignKey) and _is_unit(field.target_field))


def _path(path, numbers) -> str:
    return "/".join(str(numbers.get(int(part), part)) if part else "" for part in path.split("/"))
