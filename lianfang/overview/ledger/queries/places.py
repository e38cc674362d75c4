"""The units of which the ledger has figures: the county, and those right below it."""
from django.db.models import Q

from lianfang.ground.units.models import Unit


def below(county):
    """The county and each unit right below it, in the order of the tree."""
    return Unit.objects.filter(Q(pk=county.pk) | Q(parent=county)).order_by("path")
