"""Passes as they are shown: whose code it is, and whether it opens a gate now."""
from datetime import timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from lianfang.ground import decisions, documents
from lianfang.ground.days import day_of, day_start
from lianfang.ground.workflow import Refused

from ..models import Pass, PassUse

AT_HOME = ("village", "compound")  # gates that only some live behind
KIND, ENTRY = "G", "E"  # the sign that a code of this county is a pass, and that it is somebody's own entry code
A_YEAR = 1_000_000


def rule_of(kind, road, at) -> dict:
    """How long a pass of a kind is good and how often, by the table; with its end, `ends_at`, if it begins now."""
    rule = decisions.decide("passes", {"kind": kind, "road": road}, on=day_of(at)).result
    if rule["days"] is None:
        raise Refused(_("出入证规则表没有这一种，不能发。"))
    return {**rule, "ends_at": day_start(day_of(at) + timedelta(days=rule["days"]))}


def code_of(slip) -> str:
    """The signed code of a pass; an entry code is shorter, since it is read out and typed."""
    return documents.sign(ENTRY, slip.year * A_YEAR + slip.serial) if slip.kind == "entry" else documents.sign(KIND, slip.pk)


def _named(code) -> UUID | int | None:
    """The pass a code names by its id, the entry code by year and number, however it was typed; None where it is not ours."""
    found = documents.verify(code) if code else None
    return found.id if found and (found.kind, type(found.id)) in ((KIND, UUID), (ENTRY, int)) else None


def is_ours(code) -> bool:
    """Whether this is a pass or an entry code of this county."""
    return _named(code) is not None


def is_entry(code) -> bool:
    """Whether this is an entry code of this county, good or over; asks nothing of the database."""
    return isinstance(_named(code), int)


def shown(codes) -> dict:
    """The passes of these codes, by code; in one query, past the scope: a gate asks for every household's."""
    named = {code: name for code in codes if (name := _named(code))}
    if not named:
        return {}
    wanted = Q(pk__in=[name for name in named.values() if isinstance(name, UUID)])
    for name in {name for name in named.values() if isinstance(name, int)}:
        wanted |= Q(kind="entry", year=name // A_YEAR, serial=name % A_YEAR)
    found = {_named(code_of(one)): one for one in Pass._base_manager.select_related("unit", "declared").filter(wanted)}
    return {code: found[name] for code, name in named.items() if name in found}


def word_of(slip, came) -> str:
    """valid, expired, used_up or none, in the words of the tables, for what came with it: a vehicle or people at a post."""
    if slip is None or not _is_for(slip, came):
        return "none"
    if not slip.is_valid(came.at):
        return "expired"
    return "used_up" if came.direction == "out" and slip.exits is not None and exits_of(slip, came.at) >= slip.exits else "valid"


def _is_for(slip, came) -> bool:
    """A vehicle's pass is for its plate; a household's opens the gates it lives behind, and those at the county's roads."""
    if slip.kind == "entry":
        return False  # says who comes, not that he may
    if slip.kind == "vehicle":
        return slip.plate.open() == came.plate
    return came.post.tier not in AT_HOME or slip.unit.path.startswith(came.post.unit.path)


def exits_of(slip, at) -> int:
    """How often a household went out within the days its pass counts, today among them."""
    since = day_start(day_of(at) - timedelta(days=(slip.per_days or 1) - 1))
    return PassUse._base_manager.filter(slip=slip, direction="out", at__gte=since, at__lte=at).count()
