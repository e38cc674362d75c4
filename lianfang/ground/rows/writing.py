"""Rows written without building a query each time."""
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db import connection

from .asking import asking
from .shapes import model_of, shape, values_of

_asked: list[Callable[[Any], None]] = []


def before_adding(ask: Callable[[Any], None]):
    """Have `ask` called with the model before rows of it are added; what it raises keeps them out."""
    _asked.append(ask)


class Packed:
    """Rows of one model as the database takes them: made where there is time, light to send from one process to another."""

    __slots__ = ("model", "names", "values")

    def __init__(self, rows):
        rows = list(rows)
        self.model = rows[0]._meta.label if rows else ""
        converters = shape(model_of(rows), connection.vendor)[2] if rows else []
        self.names, self.values = [name for name, _ in converters], [values_of(row, converters) for row in rows]

    def __len__(self):
        return len(self.values)

    def fill(self, name, values):
        """Write one column, row by row."""
        if not self.values:
            return
        at = self.names.index(name)
        convert = shape(apps.get_model(self.model), connection.vendor)[2][at][1] or _same
        for row, value in zip(self.values, values, strict=True):
            row[at] = convert(value)


def insert(rows):
    """Insert instances of one model, or what was packed of them, in the caller's transaction; their ids must be set."""
    if isinstance(rows, Packed):
        if rows.values:
            model = apps.get_model(rows.model)
            table, columns, _ = shape(model, connection.vendor)
            _add(model, table, columns, rows.values)
        return rows
    rows = list(rows)
    if not rows:
        return rows
    table, columns, converters = shape(model_of(rows), connection.vendor)
    _add(model_of(rows), table, columns, [values_of(row, converters) for row in rows])
    for row in rows:
        row._state.adding = False
    return rows


def load(model: Any, names, values):
    """Insert plain tuples into a model's table, their columns named in the order of the table: no instance is made."""
    table, columns, converters = shape(model, connection.vendor, tuple(names))
    if [name for name, _ in converters] != list(names):
        raise ValueError(f"the columns of {model.__name__} stand in the order {[name for name, _ in converters]}")
    converts = [convert or _same for _, convert in converters]
    found = [[convert(value) for convert, value in zip(converts, row, strict=True)] for row in values]
    if found:
        _add(model, table, columns, found)


def _same(value):
    return value


def _add(model, table, columns, values):
    for ask in _asked:
        ask(model)
    sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))})"
    if len(values) == 1:
        with asking() as cursor:
            return cursor.execute(sql, values[0])
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql" and len(values) > 3:
            with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as out:
                for value in values:
                    out.write_row(value)
        else:
            cursor.executemany(sql, values)


def one_at_a_time(lock):
    """Whoever comes second waits here for the first one's transaction to end: on PostgreSQL by an advisory lock of this number, SQLite has
    one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock])


def fill(model: Any, name, keys, **values):
    """Where column `name` is one of these keys and the first of these values is still empty, write them; past the scope."""
    keys = list(keys)
    if not keys:
        return
    table, columns, converters = shape(model, connection.vendor, tuple(values))
    _, [key], [(_, convert)] = shape(model, connection.vendor, (name,))
    given = [values[name] if convert is None else convert(values[name]) for name, convert in converters]
    found = keys if convert is None else [convert(one) for one in keys]
    first = connection.ops.quote_name(next(iter(values)))
    on_postgres = connection.vendor == "postgresql"
    mark = "= ANY(%s)" if on_postgres else f"IN ({', '.join(['%s'] * len(found))})"
    empty = first if on_postgres else f"+{first}"  # SQLite, which counts no NULLs, would else walk an index of it through all that is open
    with asking() as cursor:
        cursor.execute(f"UPDATE {table} SET {', '.join(f'{c} = %s' for c in columns)} WHERE {key} {mark} AND {empty} IS NULL",
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
    model = model_of(rows)
    table, columns, converters = shape(model, connection.vendor, tuple(names))
    _, [key], key_converters = shape(model, connection.vendor, (rows[0]._meta.pk.attname,))
    sql = f"UPDATE {table} SET {', '.join(f'{c} = %s' for c in columns)} WHERE {key} = %s"
    values = [[*values_of(row, converters), *values_of(row, key_converters)] for row in rows]
    if was:
        sql += f" AND {connection.ops.quote_name(was[0])} = %s"
        values = [[*value, before] for value, before in zip(values, was[1], strict=True)]
    with asking() as cursor:
        cursor.executemany(sql, values) if len(values) > 1 else cursor.execute(sql, values[0])
        if was and cursor.rowcount != len(rows):
            raise Stale(f"{len(rows) - cursor.rowcount} of {len(rows)}")
    return rows
