"""Where a person's rows stand, all at once: taken back to a wider unit, so that nothing tells of a narrower one."""
from ..units.models import Unit
from .classes import kept_of, rows_about


def withdraw(root, key, unit_id) -> int:
    """Every row about one of a root's, and every row that names such a row, comes to stand at a unit, past moments too; returns how many.

    In the caller's transaction, and past the scope.
    """
    return sum(_to(model, rows, unit_id) for model, rows in rows_about(root, [key]))


def _to(model, rows, unit_id) -> int:
    """Only places that rows declare, and only where the model has them: offices that acted stay who they were."""
    columns = {field.name for field in model._meta.concrete_fields if field.related_model is Unit}
    found = [name for name in kept_of(model).places if name in columns]
    return rows.update(**dict.fromkeys((f"{name}_id" for name in found), unit_id)) if found else 0
