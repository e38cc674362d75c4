"""What a page of the ledger is asked for: which units of the county the reader sees, which cut-off."""
from django.http import Http404

from lianfang.ground.accounts.scope import everything, reach_of

from ..actions.booking import RIGHT
from ..models import Cut
from ..queries.places import below


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
