"""Passes as they are shown: whose code it is, and whether it opens a gate now."""
from datetime import timedelta
from uuid import UUID

from lianfang.ground import documents
from lianfang.ground.days import day_of, day_start

from ..models import Pass, PassUse

AT_HOME = ("village", "compound")  # gates that only some live behind
KIND = "G"  # the sign that a code of this county is a pass


def code_of(slip) -> str:
    """The short signed code of a pass."""
    return documents.sign(KIND, slip.pk)


def id_of(code) -> UUID | None:
    """The pass a code names, however it was typed; None where it is not ours."""
    found = documents.verify(code) if code else None
    return found.id if found and found.kind == KIND and isinstance(found.id, UUID) else None


def shown(codes) -> dict:
    """The passes of these codes, by code; in one query, past the scope: a gate asks for every household's."""
    ids = {code: pk for code in codes if (pk := id_of(code))}
    found = Pass._base_manager.select_related("unit").in_bulk(set(ids.values())) if ids else {}
    return {code: found[pk] for code, pk in ids.items() if pk in found}


def word_of(slip, came) -> str:
    """valid, expired, used_up or none, in the words of the tables, for what came with it: a vehicle or people at a post."""
    if slip is None or not _is_for(slip, came):
        return "none"
    if not slip.is_valid(came.at):
        return "expired"
    return "used_up" if came.direction == "out" and slip.exits is not None and exits_of(slip, came.at) >= slip.exits else "valid"


def _is_for(slip, came) -> bool:
    """A vehicle's pass is for its plate; a household's opens the gates it lives behind, and those at the county's roads."""
    if slip.kind == "vehicle":
        return slip.plate.open() == came.plate
    return came.post.tier not in AT_HOME or slip.unit.path.startswith(came.post.unit.path)


def exits_of(slip, at) -> int:
    """How often a household went out within the days its pass counts, today among them."""
    since = day_start(day_of(at) - timedelta(days=(slip.per_days or 1) - 1))
    return PassUse._base_manager.filter(slip=slip, direction="out", at__gte=since, at__lte=at).count()
