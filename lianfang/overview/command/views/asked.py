"""Whose headquarters an address means, and whether its reader may change it."""
from django.http import Http404

from lianfang.ground.accounts.scope import reach_of
from lianfang.ground.units.models import Unit
from lianfang.ground.units.queries import ancestors

SIGN = "sign"


def county_of(request) -> Unit:
    """The county of the reader's widest office."""
    held = [one.unit for one in request.assignments if request.rights and one.rights]
    if not held:
        raise Http404
    return ancestors(min(held, key=lambda one: len(one.path)))[0]


def changes(request, unit, right=SIGN) -> bool:
    """Whether the reader may change what stands at a unit."""
    return reach_of(request.assignments, right).covers(unit.path)


def changed(request, found, unit, right=SIGN):
    """A record whose unit the reader may change; 404 for others."""
    if found is None or not changes(request, unit(found), right):
        raise Http404
    return found
