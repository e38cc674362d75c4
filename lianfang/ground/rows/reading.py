"""Rows asked for in plain words, where building a question costs more than its answer."""
from functools import cache
from typing import Any

from django.db import connection, transaction
from django.db.models.base import ModelState

from .asking import asking
from .shapes import shape


def among(model: Any, name, values, columns) -> list[tuple]:
    """The named columns of the rows whose column `name` is one of these plain texts; past the scope: for matching, never for a page.

    Nothing matches nothing; said in the query too, since a partial index answers only where its own condition is asked for.
    """
    values = [value for value in values if value]
    if not values:
        return []
    table, quoted, _ = shape(model, connection.vendor, tuple(columns))
    key = connection.ops.quote_name(name)
    on_postgres = connection.vendor == "postgresql"
    mark = "= ANY(%s)" if on_postgres else f"IN ({', '.join(['%s'] * len(values))})"
    with connection.cursor() as cursor:
        asked = f"SELECT {', '.join(quoted)} FROM {table} WHERE {key} {mark} AND NOT ({key} = '')"
        cursor.execute(asked, [values] if on_postgres else values)
        return cursor.fetchall()


def listed(model: Any, alias) -> str:
    """A model's columns under a table's alias, for a question in plain words."""
    return _listed(model, alias, connection.vendor)


@cache
def _listed(model, alias, vendor):
    quote = connection.ops.quote_name
    return ", ".join(f"{alias}.{quote(f.column)}" for f in model._meta.concrete_fields)


def read(model: Any, sql, params) -> list:
    """Instances from a question in plain words that selects what `listed` lists; it must see to the scope itself."""
    with asking() as cursor:
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
