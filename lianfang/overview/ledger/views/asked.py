"""What a page of the ledger is asked for: whose county, which units of it the reader sees, which cut-off."""
from django.http import Http404

from lianfang.ground.accounts.scope import everything, reach_of
from lianfang.ground.units.queries import ancestors

from ..actions.booking import RIGHT
from ..models import Cut
from ..queries.places import below


def county_of(request):
    """The county of the widest unit the reader looks at; 404 where he looks at none."""
    held = [one.unit for one in request.assignments if "look" in one.rights]
    if not held:
        raise Http404
    return ancestors(min(held, key=lambda unit: unit.path.count("/")))[0]


def units_of(request, county) -> list:
    """The county and the units right below it, as far as the reader reaches."""
    with everything():
        return [unit for unit in below(county) if request.reach.covers(unit.path)]


def keeps(request, county) -> bool:
    """Whether the reader signs and changes the county's figures."""
    return reach_of(request.assignments, RIGHT).covers(county.path)


def cut_of(request, pk):
    """A cut-off of the reader's own county."""
    with everything():
        found = Cut.objects.select_related("unit").filter(pk=pk).first()
    if found is None or not units_of(request, found.unit):
        raise Http404(pk)
    return found


def kept(request, pk):
    """A cut-off of a county whose figures the reader keeps."""
    found = cut_of(request, pk)
    if not keeps(request, found.unit):
        raise Http404(pk)
    return found
