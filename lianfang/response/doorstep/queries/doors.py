"""Which doors a campaign is for, and to which grid each falls."""
from django.db.models import Exists, OuterRef, Q

from lianfang.ground.days import day_of
from lianfang.ground.units.fields import Reach
from lianfang.ground.units.models import RANK, Unit
from lianfang.registers.people.models import Membership
from lianfang.registers.territory.models import Door

from ..models import Household

HOLDING = ("county", "township", "village", "grid")  # a share is a grid's, or of the narrowest of these there is


def reach_of(campaign) -> Reach:
    """Where a campaign is."""
    return Reach(*campaign.areas.values_list("unit__path", flat=True))


def villages_of(campaign) -> list[Unit]:
    """The parts in which its doors are laid out: the villages of its areas, and areas that lie in a village."""
    areas = [area.unit for area in campaign.areas.select_related("unit").order_by("unit__path")]
    inside = [unit for unit in areas if RANK[unit.level] >= RANK["village"]]
    wide = Reach(*(unit.path for unit in areas if RANK[unit.level] < RANK["village"]))
    return [*inside, *Unit.objects.filter(path__under=wide, level="village", until_on=None).order_by("path")]


def doors_to_lay(campaign, village) -> list[tuple]:
    """Homes below a unit that a campaign is for and that are not in it yet: (unit id, path)."""
    found = Door.objects.filter(unit__path__under=village.path, unit__until_on=None, use="home")
    found = found.exclude(Exists(Household.objects.filter(campaign=campaign, unit=OuterRef("unit"))))
    if campaign.category_id:
        found = found.filter(Exists(_under(campaign).filter(person__unit=OuterRef("unit"))))
    return list(found.order_by("unit__path").values_list("unit_id", "unit__path"))


def _under(campaign):
    on = day_of(campaign.at)
    return Membership.objects.filter(Q(until_on=None) | Q(until_on__gt=on), category=campaign.category_id)


def holders_of(paths) -> dict[str, int]:
    """The grid of each path, or the narrowest wider unit where there is none."""
    chains = {path: [int(part) for part in path.strip("/").split("/")] for path in paths}
    ids = {pk for chain in chains.values() for pk in chain[:-1]}
    holding = set(Unit.objects.filter(pk__in=ids, level__in=HOLDING).values_list("pk", flat=True))
    return {path: next(pk for pk in reversed(chain) if pk in holding) for path, chain in chains.items()}
