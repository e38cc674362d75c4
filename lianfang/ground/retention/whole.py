"""The end of the emergency, as the database sees it: whole classes go at once, by the table; nothing of a row is read."""
from django.apps import apps
from django.db import connection, transaction

from .. import rows
from ..accounts.scope import everything
from .actions import erasing
from .classes import kept_of, personal
from .queries import left
from .rules import ANONYMISE, DELETE, rule


def going(at) -> list:
    """The models whose rows go at the end, with the tables of pairs that hang on them."""
    found = [model for model in personal() if rule(kept_of(model).by, at).at_end == DELETE]
    pairs = [model for model in apps.get_models(include_auto_created=True) if model._meta.auto_created
             and any(f.is_relation and f.related_model in found for f in model._meta.concrete_fields)]
    return pairs + found


def losing(at) -> list:
    """The models whose rows stay without the person."""
    return [model for model in personal() if rule(kept_of(model).by, at).at_end == ANONYMISE]


@everything()
def counts(models) -> dict[str, int]:
    """How many rows of each there are, the empty ones left out."""
    found = {model._meta.label: model._base_manager.count() for model in models}
    return {label: number for label, number in found.items() if number}


@everything()
def empty(models, stay, told, tell=lambda done, whole: None) -> dict[str, int]:
    """Empty these tables, but for the rows that `stay` names by model; `told(counts)` is called in each transaction."""
    gone: dict[str, int] = {}
    if connection.vendor == "postgresql":
        with transaction.atomic():
            found = {model._meta.label: _to_go(model, stay) for model in models}
            _cut(models, stay)
            told(found := {label: number for label, number in found.items() if number})
        return found
    models = [model for model in models if _to_go(model, stay)]
    with _unbound(), erasing():
        for place, model in enumerate(models):
            tell(place, len(models))
            with transaction.atomic():
                found = {model._meta.label: _to_go(model, stay)}
                _cut([model], stay)
                told(found)
            gone |= found
    tell(len(models), len(models))
    return gone


@everything()
def blank(models, told):
    """Take the person out of every row of these that still holds something; `told(counts)` is called in each transaction."""
    for model in models:
        with transaction.atomic():
            if number := model._base_manager.filter(left(model)).update(**kept_of(model).blanks):
                told({model._meta.label: number})


def _to_go(model, stay) -> int:
    whole = model._base_manager.count()
    return whole - stay[model].count() if model in stay else whole


def _cut(models, stay):
    """Without a condition both databases drop whole pages; the few rows that stay are put back."""
    back = {model: list(stay[model]) for model in models if model in stay}
    tables = [connection.ops.quote_name(model._meta.db_table) for model in models]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what waits to be checked would forbid it
            if tables:
                cursor.execute(f"TRUNCATE {', '.join(tables)}")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        else:
            for table in tables:
                cursor.execute(f"DELETE FROM {table}")
    for found in back.values():
        rows.insert(found)


class _unbound:
    """SQLite without its checks of relations: they would ask of every row who points at it, and all who do go too."""

    def __enter__(self):
        self.was_bound = connection.disable_constraint_checking()

    def __exit__(self, *_fault):
        if self.was_bound:
            connection.enable_constraint_checking()
            connection.check_constraints()
