"""Writing lines, the round of reactions that follows, and sealing what is committed."""
from contextvars import ContextVar
from itertools import groupby
from operator import attrgetter

from django.db import connection, transaction
from django_scopes import scopes_disabled

from .. import rows
from . import chain, reactions
from .models import Line, Seal, Touched

_allowed: ContextVar[frozenset | None] = ContextVar("allowed", default=None)
SEALER = 7001  # the advisory lock of the one sealer on PostgreSQL


def write(lines):
    """Add lines and run the reactions to them, in the caller's transaction; returns the lines."""
    assert connection.in_atomic_block, "a line is written in the transaction of the fact it tells"
    lines = list(lines)
    allowed = _allowed.get()
    for line in lines:
        if allowed is not None and line.verb not in allowed:
            raise reactions.UndeclaredVerb(f"{line.verb} is not among {sorted(allowed)}")
    rows.insert(lines)
    for verb, found in groupby(sorted(lines, key=attrgetter("verb")), key=attrgetter("verb")):
        _react(verb, list(found))
    return lines


def touch(line, subjects):
    """Say, in the transaction of a line, whom else it is about; the line itself keeps how many and a digest of who (`told_of`)."""
    assert connection.in_atomic_block, "whom a line is about is written with it"
    rows.load(Touched, ("subject", "line"), [(subject, line.id) for subject in sorted(set(subjects))])


def _react(verb, lines):
    for reaction in reactions.to(verb):
        token = _allowed.set(frozenset(reaction.causes))
        try:
            with scopes_disabled():
                reaction.adapter(lines)
        finally:
            _allowed.reset(token)


def seal(limit=5000, back=chain.LOOK_BACK) -> int:
    """Give committed lines their gap-free positions and extend the chain; returns how many were sealed.

    `back`: how many seconds behind the newest sealed line to look for lines that were committed late.
    """
    total, after = 0, None
    while True:
        found, after = _seal_some(limit, after, back)
        total += found
        if found < limit:
            return total


def _seal_some(limit, after, back):
    """How many were sealed, and the last of them: the next round of this call need not look behind it, the next call will."""
    last = Seal.objects.order_by("-position").first()
    waiting = chain.unsealed(limit, after, back)
    if not waiting:
        return 0, None
    position, head = (last.position, last.hash) if last else (0, chain.START)
    seals = []
    for raw in waiting:
        head = chain.link(head, raw)
        position += 1
        seals.append((position, raw.uuid, head))
    with transaction.atomic():
        rows.one_at_a_time(SEALER)
        newest = Seal.objects.order_by("-position").values_list("position", flat=True).first()
        if newest != (last.position if last else None):
            return limit, None  # another sealer was faster: look again
        rows.load(Seal, ("position", "line", "hash"), seals)
    return len(seals), waiting[-1].id


__all__ = ["Line", "seal", "touch", "write"]
