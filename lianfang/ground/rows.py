"""Adding and changing rows without building a query each time: the one place for hot paths."""
import json
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection, models, transaction
from django.db.models.base import ModelState
from django.db.models.query_utils import DeferredAttribute

AS_THEY_ARE = (models.CharField, models.TextField, models.IntegerField, models.FloatField, models.BooleanField, models.BigAutoField)
DAYS = (models.DateField, models.DateTimeField)
EMPTY = {dict: "{}", list: "[]"}
REPEATED = 4096  # the days and moments of one chunk are few


def fresh(model: Any, /, **values):
    """A new instance, its values by column name ("unit_id"), without the cost of a constructor; defaults as the model has them."""
    names, defaults, makers, assigned = _blank(model)
    if not names.issuperset(values):
        raise TypeError(f"{model.__name__} has no {sorted(values.keys() - names)}")
    one = model.__new__(model)
    one.__dict__.update(defaults)
    one.__dict__.update(values)
    one._state = ModelState()
    for name, make in makers:
        if name not in values:
            one.__dict__[name] = make()
    for name in assigned:
        if name in values:
            setattr(one, name, values[name])
    return one


@cache
def _blank(model):
    """Column names, constant defaults, defaults to be made anew, and columns that see to their values themselves."""
    fields = model._meta.concrete_fields
    made = {f.attname: f.default for f in fields if f.has_default() and callable(f.default)}
    own = [f.attname for f in fields if type(model.__dict__.get(f.attname)) is not DeferredAttribute and not f.is_relation
           and hasattr(model.__dict__.get(f.attname), "__set__")]
    constant = {f.attname: f.get_default() for f in fields if f.attname not in made}
    return frozenset(f.attname for f in fields), constant, list(made.items()), own


def _converter(field, vendor):
    """The cheapest true conversion of a field's value for this database; None where none is needed."""
    source = getattr(field, "target_field", field)
    kind = type(source)
    if kind is models.UUIDField:
        return (lambda value: value and value.hex) if vendor == "sqlite" else None
    if any(_is_plain(kind, one) for one in AS_THEY_ARE) or (vendor == "postgresql" and kind in DAYS):
        return None
    if kind is models.JSONField and vendor == "sqlite":
        return lambda value: written(value, source.encoder)
    if quick := getattr(source, "quick_value", None):
        return quick

    def slow(value):
        return field.get_db_prep_save(value, connection)

    return lru_cache(REPEATED)(slow) if kind in DAYS else slow


class Written(dict):
    """A JSON object that many rows hold: written out once, and not to be changed."""

    text = ""


def written(value, encoder) -> str | None:
    """A JSON value as text."""
    if value is None:
        return None
    if value.__class__ is Written:
        value.text = value.text or json.dumps(value, cls=encoder)
        return value.text
    return EMPTY.get(value.__class__) if not value and value.__class__ in EMPTY else json.dumps(value, cls=encoder)


def _is_plain(kind, one) -> bool:
    """Whether a field of that kind hands its values on as this one does: as they are."""
    return issubclass(kind, one) and kind.get_prep_value is one.get_prep_value and kind.get_db_prep_value is one.get_db_prep_value


@cache
def _shape(model: Any, vendor, names=None):
    """Table, columns and converters of a model's fields, quoted for the database."""
    fields = [f for f in model._meta.concrete_fields if names is None or f.attname in names or f.name in names]
    quote = connection.ops.quote_name
    return quote(model._meta.db_table), [quote(f.column) for f in fields], [(f.attname, _converter(f, vendor)) for f in fields]


def _model(rows) -> Any:
    return type(rows[0])


def _values(row, converters):
    found = row.__dict__
    try:
        return [found[name] if convert is None else convert(found[name]) for name, convert in converters]
    except KeyError:  # a column that was left in the database
        return [getattr(row, name) if convert is None else convert(getattr(row, name)) for name, convert in converters]


class Packed:
    """Rows of one model as the database takes them: made where there is time, light to send from one process to another."""

    __slots__ = ("model", "names", "values")

    def __init__(self, rows):
        rows = list(rows)
        self.model = rows[0]._meta.label if rows else ""
        converters = _shape(_model(rows), connection.vendor)[2] if rows else []
        self.names, self.values = [name for name, _ in converters], [_values(row, converters) for row in rows]

    def __len__(self):
        return len(self.values)

    def fill(self, name, values):
        """Write one column, row by row."""
        if not self.values:
            return
        at = self.names.index(name)
        convert = _shape(apps.get_model(self.model), connection.vendor)[2][at][1] or _same
        for row, value in zip(self.values, values, strict=True):
            row[at] = convert(value)


def insert(rows):
    """Insert instances of one model, or what was packed of them, in the caller's transaction; their ids must be set."""
    if isinstance(rows, Packed):
        if rows.values:
            table, columns, _ = _shape(apps.get_model(rows.model), connection.vendor)
            _write(table, columns, rows.values)
        return rows
    rows = list(rows)
    if not rows:
        return rows
    table, columns, converters = _shape(_model(rows), connection.vendor)
    _write(table, columns, [_values(row, converters) for row in rows])
    for row in rows:
        row._state.adding = False
    return rows


def load(model: Any, names, values):
    """Insert plain tuples into a model's table, their columns named in the order of the table: no instance is made."""
    table, columns, converters = _shape(model, connection.vendor, tuple(names))
    if [name for name, _ in converters] != list(names):
        raise ValueError(f"the columns of {model.__name__} stand in the order {[name for name, _ in converters]}")
    converts = [convert or _same for _, convert in converters]
    found = [[convert(value) for convert, value in zip(converts, row, strict=True)] for row in values]
    if found:
        _write(table, columns, found)


def _same(value):
    return value


def _write(table, columns, values):
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql" and len(values) > 3:
            with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as out:
                for value in values:
                    out.write_row(value)
            return
        sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))})"
        cursor.executemany(sql, values) if len(values) > 1 else cursor.execute(sql, values[0])


def among(model: Any, name, values, columns) -> list[tuple]:
    """The named columns of the rows whose column `name` is one of these plain texts; past the scope: for matching, never for a page.

    Nothing matches nothing; said in the query too, since a partial index answers only where its own condition is asked for.
    """
    values = [value for value in values if value]
    if not values:
        return []
    table, quoted, _ = _shape(model, connection.vendor, tuple(columns))
    key = connection.ops.quote_name(name)
    on_postgres = connection.vendor == "postgresql"
    mark = "= ANY(%s)" if on_postgres else f"IN ({', '.join(['%s'] * len(values))})"
    with connection.cursor() as cursor:
        asked = f"SELECT {', '.join(quoted)} FROM {table} WHERE {key} {mark} AND NOT ({key} = '')"
        cursor.execute(asked, [values] if on_postgres else values)
        return cursor.fetchall()


def one_at_a_time(lock):
    """Whoever comes second waits here for the first one's transaction to end: on PostgreSQL by an advisory lock of this number, SQLite has
    one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock])


def listed(model: Any, alias) -> str:
    """A model's columns under a table's alias, for a question in plain words."""
    quote = connection.ops.quote_name
    return ", ".join(f"{alias}.{quote(f.column)}" for f in model._meta.concrete_fields)


def read(model: Any, sql, params) -> list:
    """Instances from a question in plain words that selects what `listed` lists; it must see to the scope itself."""
    if connection.vendor == "sqlite":
        params = [value.hex if isinstance(value, UUID) else value for value in params]
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return [_instance(model, row) for row in cursor.fetchall()]


def _instance(model, row):
    one = model.__new__(model)
    values = one.__dict__
    for (name, column, converters), value in zip(_readers(model, connection.vendor), row, strict=True):
        for convert in converters:
            value = convert(value, column, connection)
        values[name] = value
    one._state = ModelState()
    one._state.adding, one._state.db = False, connection.alias
    return one


@cache
def _readers(model, vendor):
    """Of each column its name and Django's own conversions from this database."""
    columns = [(f.attname, f.get_col(model._meta.db_table)) for f in model._meta.concrete_fields]
    return [(name, one, [*connection.ops.get_db_converters(one), *one.get_db_converters(connection)]) for name, one in columns]


def weigh():
    """Let the database look at its tables anew, so that it plans by what lies there; SQLite looks at samples, in a tenth of a second."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA analysis_limit = 1000")
        cursor.execute("ANALYZE")


def fill(model: Any, name, keys, **values):
    """Where column `name` is one of these keys and the first of these values is still empty, write them; past the scope."""
    keys = list(keys)
    if not keys:
        return
    table, columns, converters = _shape(model, connection.vendor, tuple(values))
    _, [key], [(_, convert)] = _shape(model, connection.vendor, (name,))
    given = [values[name] if convert is None else convert(values[name]) for name, convert in converters]
    found = keys if convert is None else [convert(one) for one in keys]
    first = connection.ops.quote_name(next(iter(values)))
    on_postgres = connection.vendor == "postgresql"
    mark = "= ANY(%s)" if on_postgres else f"IN ({', '.join(['%s'] * len(found))})"
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {', '.join(f'{c} = %s' for c in columns)} WHERE {key} {mark} AND {first} IS NULL",
                       [*given, *([found] if on_postgres else found)])


class Stale(Exception):
    """A row is no longer as it was read: somebody was faster."""


def amend(rows, *names, was=None):
    """Write the named fields of instances of one model, by primary key, in the caller's transaction.

    `was`: a field and its value as read, row by row; a row that has changed since raises Stale, and the caller's transaction must end.
    """
    rows = list(rows)
    if not rows:
        return rows
    model = _model(rows)
    table, columns, converters = _shape(model, connection.vendor, tuple(names))
    _, [key], key_converters = _shape(model, connection.vendor, (rows[0]._meta.pk.attname,))
    sql = f"UPDATE {table} SET {', '.join(f'{c} = %s' for c in columns)} WHERE {key} = %s"
    values = [[*_values(row, converters), *_values(row, key_converters)] for row in rows]
    if was:
        sql += f" AND {connection.ops.quote_name(was[0])} = %s"
        values = [[*value, before] for value, before in zip(values, was[1], strict=True)]
    with connection.cursor() as cursor:
        cursor.executemany(sql, values) if len(values) > 1 else cursor.execute(sql, values[0])
        if was and cursor.rowcount != len(rows):
            raise Stale(f"{len(rows) - cursor.rowcount} of {len(rows)}")
    return rows
