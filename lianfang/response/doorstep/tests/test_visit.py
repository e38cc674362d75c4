"""A visit answers for its household; a door without an answer is called on again by the table; shares and households agree."""
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lianfang.ground.days import moment
from lianfang.ground.journal.models import Line
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.territory.models import Door
from lianfang.response.doorstep import actions, queries
from lianfang.response.doorstep.models import OUTCOMES, Call, Household, Share, Visit


def test_a_visit_answers_and_the_register_of_doors_learns(cast, doors, campaign, visit):
    visit(doors["101"], "visited", 3, returnees=1, ill=1, needs=["food"], note="老人独居")
    household = Household.objects.get(unit=doors["101"])
    assert (household.outcome, household.head_count, household.tries) == ("visited", 3, 1)
    door = Door.objects.get(unit=doors["101"])
    assert (door.occupancy, door.head_count) == ("lived_in", 3)
    share = Share.objects.get(unit=cast.units["丰禾第四网格"])
    assert (share.visited, share.heads, share.open_doors) == (1, 3, 3)
    assert "老人" not in str(Line.objects.get(verb="doorstep.visit").data)


def test_who_was_met_is_counted(doors, visit):
    with pytest.raises(Refused, match="几口人"):
        visit(doors["101"], "visited")
    assert not Visit.objects.exists()


def test_nobody_home_is_no_answer_and_somebody_calls_that_evening(cast, doors, campaign, visit):
    visit(doors["101"], "nobody_home")
    call = Call.objects.get()
    assert (call.state, call.opens_at, call.due) == ("due", moment(cast.on, "18:00"), moment(cast.on, "21:00"))
    turn = Turn.objects.get(record=call.pk)
    assert (turn.role, turn.owner_unit_id) == ("grid_worker", cast.units["丰禾第四网格"].pk)
    assert queries.of_unit(campaign, cast.units["青禾县"]).open == 6


def test_the_third_time_it_is_the_cadres_call(cast, doors, campaign, visit):
    for clock in ("09:00", "18:30"):
        visit(doors["101"], "nobody_home", at=moment(cast.on, clock))
    visit(doors["101"], "nobody_home", at=moment(cast.on + timedelta(days=1), "09:00"))
    assert sorted(Call.objects.values_list("state", flat=True)) == ["due_cadre", "made", "made"]
    turn = Turn.objects.open().get(flow="call")
    assert (turn.role, turn.owner_unit_id) == ("village_cadre", cast.units["丰禾社区"].pk)


def test_a_visit_that_comes_in_late_makes_no_call_and_describes_no_door(cast, doors, campaign, visit):
    visit(doors["101"], "nobody_home", at=moment(cast.on, "10:00"))
    visit(doors["101"], "empty", at=moment(cast.on, "09:00"))
    assert (Call.objects.get().state, Household.objects.get(unit=doors["101"]).outcome) == ("due", "nobody_home")
    assert Door.objects.get(unit=doors["101"]).occupancy != "empty"
    assert Turn.objects.open().filter(flow="call").count() == 1 and Visit.objects.count() == 2


def test_an_answer_makes_the_call_and_none_follows(cast, doors, campaign, visit):
    visit(doors["101"], "nobody_home")
    visit(doors["101"], "empty", at=moment(cast.on, "19:00"))
    assert Call.objects.get().state == "made"
    assert not Turn.objects.open().filter(flow="call").exists()
    assert Door.objects.get(unit=doors["101"]).occupancy == "empty"


def test_a_share_is_done_with_its_last_answer(cast, doors, campaign, visit):
    for number, outcome in zip(("101", "102", "201", "202"), ("visited", "refused", "moved", "rented_out"), strict=True):
        assert Share.objects.get(unit=cast.units["丰禾第四网格"]).state == "open"
        visit(doors[number], outcome, 2 if outcome == "visited" else None)
    assert Share.objects.get(unit=cast.units["丰禾第四网格"]).state == "done"
    visit(doors["101"], "nobody_home", at=moment(cast.on, "12:00"))
    assert Share.objects.get(unit=cast.units["丰禾第四网格"]).state == "open"


def test_an_older_visit_that_comes_late_is_kept_and_changes_nothing(cast, doors, campaign, visit):
    visit(doors["101"], "visited", 4, at=moment(cast.on, "12:00"))
    visit(doors["101"], "nobody_home", at=moment(cast.on, "10:00"))
    household = Household.objects.get(unit=doors["101"])
    assert (household.outcome, household.head_count, household.tries) == ("visited", 4, 2)
    assert Visit.objects.count() == 2 and not Call.objects.exists()


def test_a_door_outside_is_refused_and_one_left_out_comes_in(cast, doors, launch):
    Door.objects.filter(unit=doors["101"]).update(use="other")
    near = launch("丰禾社区")
    with pytest.raises(Refused, match="范围"):
        actions.visit(visits=[actions.Told(doors["5"], "empty", campaign=near)], by=cast.grid, at=cast.at)
    actions.visit(visits=[actions.Told(doors["101"], "visited", 1, campaign=near)], by=cast.grid, at=cast.at)
    share = Share.objects.get(campaign=near)
    assert (share.doors, share.visited) == (4, 1)


def test_a_visit_without_a_campaign_is_kept_all_the_same(cast, doors, visit):
    one = visit(doors["101"], "visited", 2, campaign=None)
    assert Visit.objects.get().pk == one.pk and Household.objects.get(unit=doors["101"]).outcome == ""


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["101", "102", "201", "202", "5", "6"]), st.sampled_from(sorted(OUTCOMES)), st.integers(0, 9),
                          st.integers(0, 600)), max_size=25), st.integers(1, 5))
def test_whatever_comes_in_whatever_order_the_shares_are_what_the_households_say(cast, doors, campaign, told, at_once):
    visits = [actions.Told(doors[number], outcome, heads, campaign=campaign, at=cast.at + timedelta(minutes=minutes))
              for number, outcome, heads, minutes in told]
    for start in range(0, len(visits), at_once):
        actions.visit(visits=visits[start:start + at_once], by=cast.grid, at=cast.at + timedelta(hours=11))
    assert actions.recount(campaign=campaign, by=cast.officer, at=cast.at) == {}
    county = queries.of_unit(campaign, cast.units["青禾县"])
    assert county.doors == sum(line.doors for line in queries.coverage(campaign, cast.units["青禾县"])) == 6


def test_coverage_below_a_grid_is_counted_from_the_households(cast, doors, campaign, visit):
    visit(doors["101"], "visited", 3)
    visit(doors["202"], "nobody_home")
    grid, block = cast.units["丰禾第四网格"], Unit.objects.get(name="8号楼")
    [compound] = queries.coverage(campaign, grid)
    of_block = queries.of_unit(campaign, block)
    assert (compound.doors, compound.visited, compound.nobody_home, compound.untried, compound.heads) == (4, 1, 1, 2, 3)
    assert of_block.counts == compound.counts
    [village] = queries.coverage(campaign, cast.units["梨花沟镇"])
    assert (village.name, village.doors) == ("梨花沟村", 2)
    assert [line.name for line in queries.coverage(campaign, cast.units["梨花沟村"])] == ["东胡同"]


def test_a_recount_mends_what_was_spoilt(cast, doors, campaign, visit):
    visit(doors["101"], "visited", 3)
    Share.objects.filter(unit=cast.units["丰禾第四网格"]).update(visited=7)
    assert actions.recount(campaign=campaign, by=cast.officer, at=cast.at) == {cast.units["丰禾第四网格"].pk: {"visited": (7, 1)}}
    assert actions.recount(campaign=campaign, by=cast.officer, at=cast.at) == {}
