"""A grid of 150 doors, screened in two passes: every door that can be reached answers, slips hang on the rest, and nothing is guessed."""
from datetime import timedelta

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.ground.workflow.models import Turn
from lianfang.registers.territory import actions as territory
from lianfang.registers.territory.models import Door
from lianfang.registers.territory.shapes import block
from lianfang.response.doorstep import actions, queries
from lianfang.response.doorstep.models import Call, Household, Seal, Share, Visit

DOORS = 150
EMPTY, AWAY, NEVER = 12, 20, 3  # of them: empty, at home only in the evening, home to nobody whenever one calls


@pytest.fixture
def grid(cast):
    """One block of 25 floors with 150 homes in the fourth grid."""
    shape = block("9号楼", floors=25, stairs=3, doors=2)
    shape.parent = cast.units["向阳小区"]
    territory.build(shapes=[shape], by=cast.officer, at=cast.at, from_on=cast.on)
    return list(Door.objects.filter(unit__path__under=shape.parent.path, building__isnull=False).order_by("unit__path")
                .values_list("unit_id", flat=True))


def test_a_grid_of_150_doors(cast, grid):
    assert len(grid) == DOORS
    with everything():
        whole = cast.units["丰禾第四网格"]
        campaign = actions.launch(title="大排查", purpose="找出返乡人员", basis="3 号令", areas=[whole], from_on=cast.on,
                                  until_on=cast.on + timedelta(days=3), by=cast.officer, at=cast.at)
        empty, away, never, home = grid[:EMPTY], grid[EMPTY:EMPTY + AWAY], grid[EMPTY + AWAY:][:NEVER], grid[EMPTY + AWAY + NEVER:]

        _walk(cast, campaign, "10:00", {**dict.fromkeys(empty, "empty"), **dict.fromkeys([*away, *never], "nobody_home"),
                                        **dict.fromkeys(home, "visited")})
        first = queries.of_unit(campaign, whole)
        assert (first.doors, first.answered, first.nobody_home, first.untried) == (DOORS, DOORS - AWAY - NEVER, AWAY + NEVER, 0)
        assert Turn.objects.open().filter(flow="call", role="grid_worker").count() == AWAY + NEVER

        _walk(cast, campaign, "18:30", {**dict.fromkeys(away, "visited"), **dict.fromkeys(never, "nobody_home")})
        _walk(cast, campaign, "09:00", dict.fromkeys(never, "nobody_home"), days=1)
        assert Turn.objects.open().filter(flow="call", role="village_cadre").count() == NEVER
        _walk(cast, campaign, "15:00", dict.fromkeys(never, "rented_out"), days=1)

        last = queries.of_unit(campaign, whole)
        assert (last.answered, last.open, last.heads) == (DOORS, 0, 2 * (DOORS - EMPTY - NEVER))
        assert Share.objects.get().state == "done" and not Turn.objects.open().filter(flow__in=("share", "call")).exists()
        assert actions.recount(campaign=campaign, by=cast.officer, at=cast.at) == {}

        seals = actions.print_seal(units=[*empty, *never], by=cast.grid, at=cast.at)
        actions.post_seal(seals=seals, by=cast.grid, at=cast.at)
        unlived = set(Household.objects.filter(outcome__in=("empty", "rented_out", "moved")).values_list("unit_id", flat=True))
        assert set(Seal.objects.filter(state="posted").values_list("unit_id", flat=True)) == unlived == {*empty, *never}
        assert Visit.objects.count() == DOORS + AWAY + 3 * NEVER and not Call.objects.filter(state="due").exists()


def _walk(cast, campaign, clock, found, days=0):
    """One round, sent in batches as a phone does."""
    at = moment(cast.on + timedelta(days=days), clock)
    told = [actions.Told(door, outcome, 2 if outcome == "visited" else None, campaign=campaign, at=at) for door, outcome in found.items()]
    for start in range(0, len(told), 50):
        actions.visit(visits=told[start:start + 50], by=cast.grid, at=at + timedelta(minutes=30))
