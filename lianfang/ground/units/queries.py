"""What others may ask of the tree."""
from django.db.models import F

from .models import RANK, Figure, Naming, Unit


def root():
    """The county of this installation: the only root, or None where there are none or several."""
    found = list(Unit.objects.filter(parent=None)[:2])
    return found[0] if len(found) == 1 else None


def unit_named(text: str) -> Unit | None:
    """The unit of a path ("/1/5/") or of an official code ("371722"): one that stands before one that is gone, else one that had it."""
    if not text:
        return None
    if text.startswith("/"):
        return Unit.objects.filter(path=text).first()
    found = Unit.objects.filter(code=text).order_by(F("until_on").desc(nulls_first=True), "path").first()
    return found or Unit.objects.filter(pk__in=Naming.objects.filter(code=text).order_by("-from_on").values("unit")[:1]).first()


def ours(codes) -> set[str]:
    """Those of many paths and codes that `unit_named` would find."""
    found = {text for text in codes if text.startswith("/")}
    for model in (Unit, Naming):
        found |= {*model.objects.filter(code__in=codes).values_list("code", flat=True)}
    return found


def ancestors(unit) -> list[Unit]:
    """From the root down to the unit itself."""
    return list(Unit.objects.filter(pk__in=unit.ancestor_ids).order_by("path"))


def named_like(said) -> list[Unit]:
    """Places that stand, no grids and no doors, by name, with the names of what they lie in before it: 禾阳街道 向阳小区."""
    *wider, name = said.split() or [""]
    found = list(Unit.objects.filter(name=name, until_on=None).exclude(level__in=("grid", "micro_grid", "door")))
    if not wider or not found:
        return found
    names = dict(Unit.objects.filter(pk__in={pk for one in found for pk in one.ancestor_ids}).values_list("pk", "name"))
    return [one for one in found if set(wider) <= {names[pk] for pk in one.ancestor_ids}]


def above(unit, level) -> Unit | None:
    """The nearest ancestor (or the unit itself) of that level or, where a level is left out, of the next wider one."""
    found = [u for u in ancestors(unit) if RANK[u.level] <= RANK[level]]
    return found[-1] if found else None


def figure(unit, kind, on) -> float | None:
    """Population or area in force on a day."""
    return Figure.objects.filter(unit=unit, kind=kind, from_on__lte=on).order_by("-from_on").values_list("value", flat=True).first()


def figures(units, kind, on) -> dict[int, float]:
    """Population or area in force on a day, by unit id."""
    rows = Figure.objects.filter(unit__in=units, kind=kind, from_on__lte=on).order_by("from_on").values_list("unit_id", "value")
    return dict(rows)
