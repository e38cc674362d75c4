"""A village, the building in it with its door, and the county's edition."""
from lianfang.ground.units.models import Unit
from lianfang.registers.territory.models import Building, Door, Edition

from . import sample


@sample("territory/<int:pk>")
def village(stage):
    return stage.cast.units["丰禾社区"].pk


@sample("territory/<int:pk>/building/", "territory/<int:pk>/mark-site/")
def building(stage):
    return Building.objects.create(unit=stage.cast.units["3号楼"], kind="block", floors=6).pk


@sample("territory/<int:pk>/door/")
def door(stage):
    return Door.objects.create(unit=stage.unit, building_id=stage.of(building), stair="1", floor=5, number="502").pk


@sample("territory/editions/<uuid:pk>")
def edition(stage):
    county = Unit.objects.get(parent=None)
    return Edition.objects.create(county=county, name="2020-01", in_force_from=stage.cast.on, digest="0" * 64, counts={}, changes=[],
                                  at=stage.cast.at, by=stage.near.pk).pk
