"""What others may ask of turns."""
from django.db.models import Count, F, Q

from ..accounts.roles import ROLES
from ..units.models import RANK
from .flows import FLOWS
from .models import Turn


def turns_of(account, assignments, at):
    """Open turns this account has to do, oldest due first."""
    return Turn.objects.open().filter(opened_at__lte=at).owned_by(account, assignments).select_related("unit").order_by("due", "pk")


def is_turn_of(record, account, assignments) -> bool:
    """Whether this account has to do something about a record (by id) now."""
    return Turn.objects.open().filter(record=record).owned_by(account, assignments).exists()


def opening_later(turns, at) -> dict:
    """Which of these turns may not be done yet: from when, by record."""
    found = {}
    for flow in {turn.flow for turn in turns}:
        if FLOWS[flow].opens:
            found |= FLOWS[flow].opens([turn.record for turn in turns if turn.flow == flow])
    return {record: opens for record, opens in found.items() if opens > at}


def states_now(flow, at=None) -> dict[str, int]:
    """How many records stand in each state of a flow, within the scope."""
    model = FLOWS[flow].model
    return dict(model.objects.values_list("state").annotate(n=Count("pk")).order_by())


def closure(reach, since, until) -> dict:
    """Turns that fell due in a half-open period: how many, how many were closed in time, and the rate (None of none)."""
    found = Turn.objects.filter(unit__path__under=reach, due__gte=since, due__lt=until, raised_from=None).aggregate(
        fell_due=Count("pk"), in_time=Count("pk", filter=Q(closed_at__lte=F("due"), raised=False)))
    return {**found, "rate": found["in_time"] / found["fell_due"] if found["fell_due"] else None}


def may_urge(assignments, level, unit) -> bool:
    """Whether one of these assignments leads, at a wider level than that one, a unit in which this one lies."""
    above = (a for a in assignments if "urge" in a.rights and RANK[ROLES[a.role].level] < RANK[level])
    return any(unit.path.startswith(a.unit.path) for a in above)
