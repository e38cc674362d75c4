"""Whose eyes a query looks through: every scoped table refuses to answer until somebody says."""
from django_scopes import scope, scopes_disabled

from ..units.fields import TOP, Reach
from ..units.models import Unit
from .models import Account, Assignment


def held(account: Account, on) -> list[Assignment]:
    """The account's assignments in force on a day, with their units; one query."""
    return list(Assignment.objects.in_force(on).filter(account=account).select_related("unit").order_by("pk"))


def reach_of(assignments) -> Reach:
    """The paths of those assignments that let one look; a county's own root is the whole tree when it is the only one."""
    paths = [a.unit.path for a in assignments if "look" in a.rights]
    return widened(Reach(*paths))


def widened(reach: Reach) -> Reach:
    """The same reach, written as the whole tree where it holds every root: a condition on every row costs and tells nothing."""
    if any(path.count("/") == 2 for path in reach):
        roots = list(Unit.objects.filter(parent=None).values_list("path", flat=True)[:9])
        if all(path in reach for path in roots):
            return Reach(TOP)
    return reach


def through(reach: Reach):
    """Queries inside see what lies within a reach, and nothing else."""
    if reach is None:
        raise ValueError("a reach of None would show everything")
    return scope(reach=reach)


def seen_by(account: Account, on):
    """Queries inside see what this account may see on a day."""
    return through(reach_of(held(account, on)))


def everything():
    """Queries inside see all: for the system's own work, never for a page."""
    return scopes_disabled()
