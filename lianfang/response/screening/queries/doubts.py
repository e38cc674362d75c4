"""What rosters left open."""
from ..models import Doubt

OPEN = ("unplaced", "disputed")


def doubts_open(reach, kind=""):
    """Open doubts within a reach, oldest first."""
    found = Doubt.objects.filter(unit__path__under=reach, state__in=OPEN).select_related("person", "unit", "roster")
    return (found.filter(kind=kind) if kind else found).order_by("asked_at", "pk")


def doubt_named(pk):
    """One doubt within the scope, or None."""
    return Doubt.objects.filter(pk=pk).select_related("person__unit", "unit", "roster__unit").first()
