"""The tables that count now: the shipped rows with the county's approved versions, compiled once a process and looked after cheaply."""
from datetime import date, timedelta
from time import monotonic

from django.apps import apps
from django.db.models import Count, Max, Q

from .. import days
from . import registry
from .evaluator.ruling import Ruling
from .evaluator.table import Source, Table

TOP = "/"
REMEMBERED = 5_000  # rulings a table: a county's arrivals of some days repeat each other
RECHECK = 1.0  # seconds another process may go on with the edition before


class _Kept:
    """What this process has compiled, the rulings given by it, the edition it was compiled from, and when that was last looked at."""

    tables: dict[str, Table] = {}
    given: dict[str, dict[tuple, Ruling]] = {}
    edition: tuple = ()
    looked = float("-inf")
    county: str | None = None


def decide(name: str, facts: dict, *, unit: str = TOP, on: date) -> Ruling:
    """What a table says to facts on a day at a place (a path; the county where none is said), or that a person must look.

    Who asks the same again is given the same ruling: not to be changed.
    """
    asked = table(name)
    path = county() if unit == TOP and asked.areas else unit
    key = (on, asked.areas_of(path), tuple(facts), tuple(facts.values()), tuple([value.__class__ for value in facts.values()]))
    given = _Kept.given.setdefault(name, {})
    try:
        return given[key]
    except KeyError:
        if len(given) >= REMEMBERED:
            given.clear()
        ruling = given[key] = asked.decide(facts, on=on, path=path)
        return ruling
    except TypeError:  # a fact of a kind no table compares
        return asked.decide(facts, on=on, path=path)


def table(name: str) -> Table:
    """A table with all its rows; KeyError for a name nobody registered."""
    if monotonic() - _Kept.looked > RECHECK:
        edition()
    found = _Kept.tables.get(name)
    if found is None:
        found = _Kept.tables[name] = _compiled(name)
    return found


def county() -> str:
    """The path of the county, where its own versions hold; the top of the tree while there is none."""
    if _Kept.county is None:
        from ..units.queries import root  # models may not be read while Django is still starting

        found = root()
        _Kept.county = found.path if found else TOP
    return _Kept.county


def edition() -> tuple:
    """What changes when a county version comes into force: compare before trusting a kept answer; one small query a second at most."""
    if monotonic() - _Kept.looked > RECHECK:
        at = days.now()
        found = tuple(approved().aggregate(n=Count("pk"), last=Max("approved_at"), begun=Count("pk", filter=Q(from_at__lte=at)), ended=Max(
            "ended_at"), over=Count("pk", filter=Q(until_at__lte=at) | Q(ended_at__lte=at))).values())
        if found != _Kept.edition:
            _Kept.tables, _Kept.given, _Kept.edition, _Kept.county = {}, {}, found, None
        _Kept.looked = monotonic()
    return _Kept.edition


def forget() -> None:
    """Look again at the next question: a version has just been approved, or a test has rolled one back."""
    _Kept.tables, _Kept.given, _Kept.edition = {}, {}, ()
    _Kept.looked, _Kept.county = float("-inf"), None


def approved():
    """Versions that another unit has approved."""
    return apps.get_model("decisions", "TableVersion").objects.exclude(approved_at=None)


def _compiled(name) -> Table:
    return standing(name, days.now())


def read_shipped(name) -> Table:
    """The shipped rows alone, their areas found in this county's tree."""
    return Table(name, registry.shipped(name).text, area_of=unit_id)


def standing(name, at, *, plus=None, without=(), uncut=None) -> Table:
    """The table at a moment: on the day a version begins or ends, its rows count from or to its hour.

    As it would be: with `plus`, which takes over from what it follows; `without` some; or as if nothing had ended at `uncut`.
    """
    found = []
    for version in approved().filter(table=name).exclude(pk__in=[*without, *([plus.pk] if plus else [])]).order_by("number"):
        ends = min((end for end in (version.until_at, version.ended_at) if end and end != uncut), default=None)
        if plus and plus.area_id == version.area_id and version.begins_at <= plus.begins_at:
            ends = min(filter(None, (ends, plus.begins_at)))
        found.append(read(version, at, ends))
    if plus:
        found.append(read(plus, None, plus.until_at))
    return read_shipped(name).with_versions([one for one in found if one])


def as_drafted(version) -> Table:
    """A county's version as a table of its own, from its wanted first day to its wanted last."""
    found = read(version, None, version.until_at)
    return found or read(version, None, None)


def read(version, at, ends) -> Table | None:
    """A version as it stands at a moment (whole days, where there is none) when it ends then; None where no day is left of it, and where it
    was taken back before its hour: it never held."""
    if ends is not None and ends <= version.begins_at:
        return None
    first = days.day_of(version.begins_at)
    if at and at < version.begins_at and days.day_start(first) != version.begins_at:
        first += timedelta(days=1)  # until its hour has come, its first day is still the others'
    last = _day_after(ends, at)
    if first >= last:
        return None
    return Table(version.table, version.text, source=Source(version.mark, str(version.area_id), first, last), area_of=unit_id)


def _day_after(ends, at) -> date:
    """The first day on which rows hold no more, where they end at a moment: that day itself once the moment has come."""
    if ends is None:
        return date.max
    day = days.day_of(ends)
    return day if (at and at >= ends) or days.day_start(day) == ends else day + timedelta(days=1)


def unit_id(code: str) -> str | None:
    """The id of the unit of an official code, as areas are compared; None where this county has no such unit."""
    path = path_of(code)
    return path and path.rstrip("/").rpartition("/")[2]


def path_of(code: str) -> str | None:
    """The path of the unit of an official code or a path."""
    from ..units.queries import unit_named

    found = unit_named(code)
    return found and found.path


def path_of_id(pk: str) -> str | None:
    """The path of a unit by its id."""
    return apps.get_model("units", "Unit").objects.filter(pk=pk or None).values_list("path", flat=True).first()
