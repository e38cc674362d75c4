"""A campaign takes in every home of its areas, grid by grid, once; and ends."""
from datetime import timedelta

import pytest

from lianfang.ground.journal.models import Line
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_membership, draft_person
from lianfang.registers.people.models import Category
from lianfang.registers.territory.actions import add_doors
from lianfang.registers.territory.models import Door
from lianfang.response.doorstep import actions
from lianfang.response.doorstep.models import Call, Campaign, Household, Share


def test_every_home_comes_in_once_and_falls_to_its_grid(cast, doors, campaign):
    assert set(Household.objects.values_list("unit_id", flat=True)) == set(doors.values())
    shares = {share.unit.name: share.doors for share in Share.objects.select_related("unit")}
    assert shares == {"丰禾第四网格": 4, "梨花沟村": 2}
    assert actions.lay(campaign=campaign, by=cast.officer, at=cast.at) == 0
    assert Campaign.objects.get().laid_at == cast.at


def test_shops_and_other_areas_are_left_out(cast, doors, launch):
    Door.objects.filter(unit=doors["101"]).update(use="shop")
    launch("丰禾社区")
    assert set(Household.objects.values_list("unit_id", flat=True)) == {doors[n] for n in ("102", "201", "202")}


def test_a_door_built_since_comes_in_and_wakes_its_share(cast, doors, campaign, visit):
    for number in ("101", "102", "201", "202"):
        visit(doors[number], "visited", 2)
    assert Share.objects.get(unit=cast.units["丰禾第四网格"]).state == "done"
    add_doors(unit=cast.units["向阳小区"], addresses=["8栋1单元301"], by=cast.officer, at=cast.at)
    assert actions.lay(campaign=campaign, by=cast.officer, at=cast.at) == 1
    share = Share.objects.get(unit=cast.units["丰禾第四网格"])
    assert (share.state, share.doors, share.open_doors) == ("open", 5, 1)
    assert Turn.objects.open().filter(record=share.pk).count() == 1


def test_a_campaign_for_a_category_takes_only_doors_with_somebody_under_it(cast, doors, launch):
    person = draft_person(unit_id=doors["102"], name="周建明", at=cast.at)
    people.add_people(people=[person], by=cast.officer, at=cast.at,
                      memberships=[draft_membership(person=person.pk, category="returnee", source="名册", from_on=cast.on)])
    with pytest.raises(Refused, match="走访的人会知道是谁"):
        launch(category=Category.objects.get(pk="contact"))
    launch(category=Category.objects.get(pk="returnee"))
    assert list(Household.objects.values_list("unit_id", flat=True)) == [doors["102"]]


def test_the_grid_worker_has_the_turn_until_the_last_evening(cast, doors, campaign):
    share = Share.objects.get(unit=cast.units["丰禾第四网格"])
    turn = Turn.objects.get(record=share.pk)
    assert (turn.role, turn.owner_unit_id, turn.due.isoformat()) == (
        "grid_worker", cast.units["丰禾第四网格"].pk, "2020-03-15T12:00:00+00:00")


def test_the_end_closes_what_is_open_and_guesses_nothing(cast, doors, campaign, visit):
    visit(doors["101"], "nobody_home")
    actions.close(campaign=campaign, by=cast.officer, at=cast.at)
    assert set(Share.objects.values_list("state", flat=True)) == {"ended"}
    assert Call.objects.get().state == "lapsed"
    assert Household.objects.filter(outcome="").count() == 5
    assert not Turn.objects.open().exists()
    with pytest.raises(Refused):
        actions.close(campaign=campaign, by=cast.officer, at=cast.at)


@pytest.mark.parametrize("wrong", [{"until_on": -1}, {"places": []}, {"places": ["青禾县", "禾阳街道"]}])
def test_a_campaign_that_cannot_be_is_refused(cast, doors, launch, wrong):
    places = wrong.pop("places", ["青禾县"])
    more = {"until_on": cast.on + timedelta(days=wrong["until_on"])} if wrong else {}
    with pytest.raises(Refused):
        actions.launch(title="查", purpose="查", basis="令", areas=[cast.units[p] for p in places], by=cast.officer, at=cast.at,
                       **{"from_on": cast.on, "until_on": cast.on} | more)
    assert not Campaign.objects.exists()


def test_nothing_in_the_journal_is_a_word_somebody_typed(cast, campaign):
    assert Line.objects.get(verb="doorstep.launch").data == {"areas": [Unit.objects.get(parent=None).pk]}
