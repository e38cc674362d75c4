"""Which meeting an address means, and whether its reader leads it."""
from django.http import Http404

from lianfang.ground.accounts.access import widest
from lianfang.ground.accounts.scope import reach_of
from lianfang.ground.units.models import Unit

from .. import queries
from ..actions.powers import RIGHT


def meeting_of(request, pk):
    """A meeting within the reader's reach, or one he is invited to; 404 for others."""
    found = queries.meetings(reach_of(request.assignments), request.user).filter(pk=pk).first()
    if found is None:
        raise Http404(pk)
    return found


def led(request, pk):
    """A meeting that the reader leads."""
    found = meeting_of(request, pk)
    if not leads(request, found.unit):
        raise Http404(pk)
    return found


def leads(request, unit) -> bool:
    """Whether the reader calls and minutes the meetings of a unit."""
    return reach_of(request.assignments, RIGHT).covers(unit.path)


def own_unit(request) -> Unit:
    """The widest unit whose meetings the reader calls."""
    return widest(request, RIGHT)
