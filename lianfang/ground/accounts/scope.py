"""Whose eyes a query looks through: every scoped table refuses to answer until somebody says."""
from django.db.models import CharField, Count, ExpressionWrapper, F, OuterRef, Subquery
from django_scopes import scope, scopes_disabled

from ..units.fields import TOP, Reach
from ..units.models import Unit
from .models import Account, Assignment

ROOTS = Unit.objects.filter(parent=None).order_by()
HOW_MANY_ROOTS = Subquery(ROOTS.values("parent").annotate(n=Count("pk")).values("n"))
OWN_ROOT = Subquery(ROOTS.annotate(inner=ExpressionWrapper(OuterRef("unit__path"), CharField()))
                    .filter(inner__startswith=F("path")).values("name")[:1])


def held(account: Account, on) -> list[Assignment]:
    """The account's assignments in force on a day, each with its unit, its county's name and the number of counties; one query."""
    found = Assignment.objects.in_force(on).filter(account=account).select_related("unit").order_by("pk")
    return list(found.annotate(roots=HOW_MANY_ROOTS, county=OWN_ROOT))


def reach_of(assignments, *rights) -> Reach:
    """The paths of those assignments that carry all these rights ("look", when none is named)."""
    wanted = set(rights or ("look",))
    found = [a for a in assignments if wanted <= a.rights]
    reach = Reach(*(a.unit.path for a in found))
    roots = getattr(found[0], "roots", None) if found else None
    if roots is None:
        return widened(reach)
    return Reach(TOP) if sum(map(_is_root, reach)) == roots else reach


def widened(reach: Reach) -> Reach:
    """The same reach, written as the whole tree where it holds every root: a condition on every row costs and tells nothing."""
    if any(map(_is_root, reach)) and set(ROOTS.values_list("path", flat=True)) <= set(reach):
        return Reach(TOP)
    return reach


def _is_root(path) -> bool:
    return path.count("/") == 2


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
