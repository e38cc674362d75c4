"""Counts over a place: asked of whoever knows the cases, who hands in how; put into the facts the table of levels asks for."""
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.units.models import RANK, Unit

UNKNOWN = "unknown"
_handed: dict[str, Callable] = {}


def hand_in(cases: Callable) -> None:
    """Have cases counted by `cases(path, on, diseases)`: those at or under a path up to a day, each with `.path`, `.klass` and `.on`."""
    _handed["cases"] = cases


def asked(kind, on) -> dict:
    """Which unit a kind of place is on a day, how many days are counted, which cases count, and what a cluster is."""
    return decisions.decide("risk_area", {"kind": kind}, on=on).result


def area_of(unit, kind, on) -> Unit:
    """The unit that bears the level for somebody living at a unit: the nearest above it of the level asked, or the next wider there is."""
    wanted = RANK[asked(kind, on)["unit_level"]]
    fitting = [one for one in Unit.objects.filter(pk__in=unit.ancestor_ids) if RANK[one.level] <= wanted]
    return max(fitting, key=lambda one: RANK[one.level])


def facts_of(unit, kind, on) -> dict:
    """The facts the table of levels asks for, from the cases at or under a unit; what nobody has counted is unknown."""
    rule = asked(kind, on)
    known = _handed["cases"](unit.path, on, rule["diseases"]) if "cases" in _handed else []
    found = [one for one in known if one.klass in rule["counts"]]
    recent = [one for one in found if one.on > on - timedelta(days=rule["window"])]
    last = max((one.on for one in found), default=None)
    return {"kind": kind, "recent": len(recent), "total": len(found), "cluster": _has_cluster(recent, rule),
            "spread": UNKNOWN, "days_clear": "never" if last is None else (on - last).days, "contacts_clear": UNKNOWN,
            "round_negative": UNKNOWN}


def _has_cluster(recent, rule) -> bool:
    """Whether so many cases lie in one small place."""
    paths = {one.path for one in recent}
    ids = {int(part) for path in paths for part in path.strip("/").split("/")}
    levels = dict(Unit.objects.filter(pk__in=ids).values_list("pk", "level"))
    small = Counter()
    for one in recent:
        chain = [int(part) for part in one.path.strip("/").split("/")]
        inside = [pk for pk in chain if RANK[levels[pk]] >= RANK[rule["cluster_level"]]]
        if inside:
            small[inside[0]] += 1
    return max(small.values(), default=0) >= rule["cluster_cases"]
