"""Adding and changing rows without building a query each time: the one place for hot paths."""
from functools import cache
from typing import Any

from django.db import connection, models

AS_THEY_ARE = {models.CharField, models.TextField, models.IntegerField, models.BigIntegerField, models.BigAutoField, models.FloatField,
               models.BooleanField, models.SmallIntegerField, models.PositiveSmallIntegerField, models.PositiveIntegerField}


def _converter(field, vendor):
    """The cheapest true conversion of a field's value for this database; None where none is needed."""
    kind = type(getattr(field, "target_field", field))
    if kind is models.UUIDField:
        return (lambda value: value and value.hex) if vendor == "sqlite" else None
    if kind in AS_THEY_ARE:
        return None
    return lambda value: field.get_db_prep_save(value, connection)


@cache
def _shape(model: Any, vendor, names=None):
    """Table, columns and converters of a model's fields, quoted for the database."""
    fields = [f for f in model._meta.concrete_fields if names is None or f.attname in names or f.name in names]
    quote = connection.ops.quote_name
    return quote(model._meta.db_table), [quote(f.column) for f in fields], [(f.attname, _converter(f, vendor)) for f in fields]


def _model(rows) -> Any:
    return type(rows[0])


def _values(row, converters):
    return [getattr(row, name) if convert is None else convert(getattr(row, name)) for name, convert in converters]


def insert(rows):
    """Insert instances of one model in the caller's transaction; their ids must be set."""
    rows = list(rows)
    if not rows:
        return rows
    table, columns, converters = _shape(_model(rows), connection.vendor)
    values = [_values(row, converters) for row in rows]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql" and len(values) > 3:
            with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as out:
                for value in values:
                    out.write_row(value)
        else:
            cursor.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))})", values)
    for row in rows:
        row._state.adding = False
    return rows


def amend(rows, *names):
    """Write the named fields of instances of one model, by primary key, in the caller's transaction."""
    rows = list(rows)
    if not rows:
        return rows
    model = _model(rows)
    table, columns, converters = _shape(model, connection.vendor, tuple(names))
    _, [key], key_converters = _shape(model, connection.vendor, (rows[0]._meta.pk.attname,))
    sql = f"UPDATE {table} SET {', '.join(f'{c} = %s' for c in columns)} WHERE {key} = %s"
    values = [[*_values(row, converters), *_values(row, key_converters)] for row in rows]
    with connection.cursor() as cursor:
        cursor.executemany(sql, values) if len(values) > 1 else cursor.execute(sql, values[0])
    return rows
