"""What a page of the situation is asked for: which unit, and as known at which moment."""
from datetime import datetime

from django.http import Http404

from lianfang.ground import indicators
from lianfang.ground.days import now
from lianfang.ground.units.models import Unit


def own_unit(request) -> Unit:
    """Where this reader's board begins: the widest unit of those they look at."""
    held = [a.unit for a in request.assignments if "look" in a.rights and request.reach.covers(a.unit.path)]
    if not held:
        raise Http404
    return min(held, key=lambda unit: unit.path.count("/"))


def unit_of(request, pk) -> Unit:
    """The unit asked for, within the reader's reach; else their own."""
    if pk is None:
        return own_unit(request)
    found = Unit.objects.filter(pk=pk, path__under=request.reach).first()
    if found is None:
        raise Http404
    return found


def moment_of(request) -> tuple[datetime, bool]:
    """The moment asked for and whether it is now; what cannot be read, or is yet to come, is now."""
    present = now()
    at = indicators.moment_of(request)
    return at, at >= present
