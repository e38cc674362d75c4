"""What the specs of this loop stand on: a community with doors that are homes, and a campaign there."""
from datetime import timedelta

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.registers.territory.actions import add_doors
from lianfang.registers.territory.models import Door
from lianfang.response.doorstep import actions


@pytest.fixture(autouse=True)
def _all_seen(cast):
    with everything():
        yield


@pytest.fixture
def doors(cast):
    """Six homes: four in a block of the fourth grid, two in a lane of the far village."""
    compound, village = cast.units["向阳小区"], cast.units["梨花沟村"]
    add_doors(unit=compound, addresses=[f"8栋1单元{n}" for n in (101, 102, 201, 202)], by=cast.officer, at=cast.at)
    add_doors(unit=village, addresses=["东胡同5号", "东胡同6号"], by=cast.officer, at=cast.at)
    return {door.number: door.unit_id for door in Door.objects.filter(building__isnull=False).order_by("unit__path")}


@pytest.fixture
def launch(cast):
    """Begin a campaign."""
    def begun(*places, **more):
        given = {"title": "三月大排查", "purpose": "找出返乡人员", "basis": "县指挥部 3 号令", "from_on": cast.on,
                 "until_on": cast.on + timedelta(days=5), "by": cast.officer, "at": cast.at}
        return actions.launch(areas=[cast.units[place] for place in places or ["青禾县"]], **given | more)

    return begun


@pytest.fixture
def campaign(doors, launch):
    """A campaign in the whole county."""
    return launch()


@pytest.fixture
def visit(cast, campaign):
    """Record one visit."""
    def made(door, outcome, heads=None, at=None, by=None, **more):
        told = actions.Told(door, outcome, heads, **{"campaign": campaign} | more)
        return actions.visit(visits=[told], by=by or cast.grid, at=at or cast.at)[0]

    return made
