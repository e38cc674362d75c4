"""The sweep: what is due is deleted or loses its person, in small transactions, each told to the journal; harmless to start again."""
import time
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.db.models import BigIntegerField, Case, CompositePrimaryKey, F, Value, When

from ..accounts.scope import everything
from ..journal import actions as journal
from ..journal import line
from ..keeping.erase import shred
from ..units.models import RANK, Unit
from .classes import about, kept_of, loosened, of_class, pairs, roots, rows_about
from .queries import SWEPT, codes, rows_due
from .rules import ANONYMISE, rule

PEOPLE, ROWS, NAP = 50, 300, 0.02  # what one transaction takes, and the breath after it
FEW = 2  # kinds of rows about somebody that are no burden
WIDEST = "village"  # the narrowest place that an anonymised row still names


@everything()
def sweep(*, by, at, code="", tell=lambda done: None) -> dict[str, dict[str, int]]:
    """Sweep every class, or one: rows by class and model. Killed half way, the next start goes on with what is left."""
    swept: dict[str, dict[str, int]] = {}
    with erasing():
        for each in [code] if code else codes():
            said = rule(each, at)
            if said.before(at) is None:
                continue
            counts = swept.setdefault(each, {})
            for model in [*[root for root in roots() if kept_of(root).by == each], *of_class(each)]:
                for keys in _chunks(model, said, at):
                    for label, number in _chunk(model, keys, said, by, at).items():
                        counts[label] = counts.get(label, 0) + number
                    tell(sum(counts.values()))
                    time.sleep(NAP)
    return {each: counts for each, counts in swept.items() if counts}


@contextmanager
def erasing():
    """What is deleted or overwritten meanwhile does not stay behind in SQLite's pages."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete = ON")
        try:
            yield
        finally:
            cursor.execute("PRAGMA secure_delete = OFF")


def _chunks(model, said, at):
    """The keys of what is due, asked for once, as many as one transaction takes."""
    keys = list(rows_due(model, said, at).values_list("pk", flat=True))
    size = PEOPLE if kept_of(model).is_root and len(about(model)) > FEW else ROWS
    return [keys[start:start + size] for start in range(0, len(keys), size)]


def _chunk(model, keys, said, by, at) -> dict[str, int]:
    """One transaction: counts by model, nothing where none of them is due any more."""
    kept = kept_of(model)
    words = [(other, _keys_of(other, keys)) for other in about(model) if _is_pair(other)] if kept.is_root else []
    with transaction.atomic():
        keys = list(rows_due(model, said, at, among=keys).values_list("pk", flat=True))
        if not keys:
            return {}
        goes = said.then != ANONYMISE
        rows = model._base_manager.filter(pk__in=keys)
        counts = _with_all_about(model, keys, goes) if kept.is_root else {}
        for other, found in words:
            _drop_pairs(other, found, set(keys), counts)
        _take(model, rows, goes, counts)
        journal.write([line(SWEPT, kind=said.code, record=None, by=by.id, at=at, data={
            "model": model._meta.label, "then": said.then, "days": said.days, "rows": counts, "keys": [str(key) for key in keys]})])
    return counts


def _with_all_about(root, keys, goes) -> dict[str, int]:
    """The rows about these people or entries, and what names those rows."""
    counts: dict[str, int] = {}
    for other, rows in rows_about(root, keys):
        if not _is_pair(other):
            _take(other, rows, goes, counts)
    return counts


def _is_pair(model) -> bool:
    """Whether a row is nothing but its key, like a word of somebody: no index finds it by whom it is about."""
    return isinstance(model._meta.pk, CompositePrimaryKey)


def _keys_of(model, keys) -> list[tuple]:
    """The keys of such rows: looked for before the transaction, since every row is looked at."""
    names = [field.attname for field in model._meta.pk_fields]
    return list(model._base_manager.filter(**{f"{kept_of(model).about}__in": keys}).values_list(*names))


def _drop_pairs(model, found, keys, counts):
    """Delete them by their keys, of those who went."""
    fields = model._meta.pk_fields
    values = [[field.get_db_prep_value(value, connection) for field, value in zip(fields, row, strict=True)]
              for row in found if keys.intersection(row)]
    where = " AND ".join(f"{connection.ops.quote_name(field.column)} = %s" for field in fields)
    if values:
        with connection.cursor() as cursor:
            cursor.executemany(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)} WHERE {where}", values)
        counts[model._meta.label] = counts.get(model._meta.label, 0) + len(values)


def _take(model, rows, goes, counts):
    """Delete rows, or take the person out of them: what names him, and the place down to the village."""
    kept = kept_of(model)
    if kept.files:
        _drop([f"{key}.{kept.files}" for key in rows.values_list("pk", flat=True)])
    if goes or kept.blanks is None:
        for paired, column in pairs(model):
            paired._base_manager.filter(**{f"{column}__in": rows.values("pk")})._raw_delete(connection.alias)
        for pointing, column in loosened(model):
            pointing._base_manager.filter(**{f"{column}__in": rows.values("pk")}).update(**{column: None})
        number = rows._raw_delete(connection.alias)
    else:
        changes = {**kept.blanks, **{place: wider for place in kept.places if (wider := _wider(rows, place)) is not None}}
        number = rows.update(**changes) if changes else 0
    if number:
        counts[model._meta.label] = counts.get(model._meta.label, 0) + number


def _drop(names):
    """Uploads of these names, once the transaction stands."""
    folder = Path(settings.MEDIA_ROOT)
    transaction.on_commit(lambda: [shred(folder / name) for name in names])


def _wider(rows, place):
    """The village of each row's place, as something to be written; None where all are at least as wide."""
    narrow = {key: path for key, path, level in rows.values_list(place, f"{place}__path", f"{place}__level").distinct()
              if RANK[level] > RANK[WIDEST]}
    chains = {key: [int(part) for part in path.strip("/").split("/")] for key, path in narrow.items()}
    above = dict(Unit.objects.filter(pk__in={one for chain in chains.values() for one in chain}).values_list("pk", "level"))
    wider = {key: [one for one in chain if RANK[above[one]] <= RANK[WIDEST]][-1] for key, chain in chains.items()}
    if not wider:
        return None
    return Case(*[When(**{place: key}, then=Value(to)) for key, to in wider.items()], default=F(f"{place}_id"),
                output_field=BigIntegerField())
