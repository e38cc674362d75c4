"""How rows of a model look to the database: columns and conversions, and instances made without the cost of a constructor."""
import json
from functools import cache, lru_cache
from typing import Any

from django.db import connection, models
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
        return (lambda value: value and value.bytes) if vendor == "sqlite" else None
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
        value.text = value.text or _encoder(encoder)(value)
        return value.text
    return EMPTY.get(value.__class__) if not value and value.__class__ in EMPTY else _encoder(encoder)(value)


@cache
def _encoder(kind):
    return (kind or json.JSONEncoder)().encode


def _is_plain(kind, one) -> bool:
    """Whether a field of that kind hands its values on as this one does: as they are."""
    return issubclass(kind, one) and kind.get_prep_value is one.get_prep_value and kind.get_db_prep_value is one.get_db_prep_value


@cache
def shape(model: Any, vendor, names=None):
    """Table, columns and converters of a model's fields, quoted for the database."""
    fields = [f for f in model._meta.concrete_fields if names is None or f.attname in names or f.name in names]
    quote = connection.ops.quote_name
    return quote(model._meta.db_table), [quote(f.column) for f in fields], [(f.attname, _converter(f, vendor)) for f in fields]


def model_of(rows) -> Any:
    return type(rows[0])


def values_of(row, converters):
    found = row.__dict__
    try:
        return [found[name] if convert is None else convert(found[name]) for name, convert in converters]
    except KeyError:  # a column that was left in the database
        return [getattr(row, name) if convert is None else convert(getattr(row, name)) for name, convert in converters]
