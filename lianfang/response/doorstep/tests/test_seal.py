"""A seal slip: numbered once a door, posted, looked at in rounds; a broken one is called on today."""
from datetime import date

import pytest

from lianfang.ground.days import moment
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.doorstep import actions
from lianfang.response.doorstep.models import Seal, SealCheck
from lianfang.response.doorstep.papers import SealSheet, Slip
from lianfang.response.doorstep.queries import seals as known


@pytest.fixture
def seal(cast, doors):
    return actions.print_seal(units=[doors["101"]], by=cast.grid, at=cast.at)[0]


def test_a_door_has_one_slip_at_a_time_and_printing_again_gives_the_same(cast, doors, seal):
    again = actions.print_seal(units=[doors["102"], doors["101"]], by=cast.grid, at=cast.at)
    assert [one.number for one in again] == ["2020-00002", "2020-00001"]
    assert Seal.objects.count() == 2
    assert Turn.objects.open().filter(flow="seal").count() == 2


def test_intact_until_the_next_round_broken_today(cast, seal):
    actions.post_seal(seals=[seal], by=cast.grid, at=cast.at)
    assert Turn.objects.open().get().due == moment(cast.on.replace(day=13), "20:00")
    actions.check_seal(seal=seal, condition="intact", by=cast.grid, at=moment(cast.on.replace(day=13), "10:00"))
    assert Turn.objects.open().get().due == moment(cast.on.replace(day=16), "20:00")
    actions.check_seal(seal=seal, condition="missing", by=cast.grid, at=moment(cast.on.replace(day=15), "10:00"))
    turn = Turn.objects.open().get()
    assert (seal.state, turn.due) == ("broken", moment(cast.on.replace(day=15), "24:00"))
    assert list(SealCheck.objects.order_by("at").values_list("condition", flat=True)) == ["intact", "missing"]


def test_a_visit_answers_for_the_broken_slip(cast, doors, campaign, visit, seal):
    actions.post_seal(seals=[seal], by=cast.grid, at=cast.at)
    actions.check_seal(seal=seal, condition="broken", by=cast.grid, at=cast.at)
    visit(doors["101"], "visited", 2)
    seal.refresh_from_db()
    assert (seal.state, seal.ended_at) == ("answered", cast.at)
    assert not Turn.objects.open().filter(flow="seal").exists()
    assert actions.print_seal(units=[doors["101"]], by=cast.grid, at=cast.at)[0].pk != seal.pk


def test_a_slip_not_posted_is_not_looked_at(cast, seal):
    with pytest.raises(Refused):
        actions.check_seal(seal=seal, condition="intact", by=cast.grid, at=cast.at)
    assert not SealCheck.objects.exists()
    with pytest.raises(Refused):
        actions.check_seal(seal=seal, condition="eaten", by=cast.grid, at=cast.at)


def test_taken_off_or_spoilt_it_is_over(cast, doors, seal):
    actions.spoil_seal(seal=seal, by=cast.grid, at=cast.at)
    other = actions.print_seal(units=[doors["101"]], by=cast.grid, at=cast.at)[0]
    actions.post_seal(seals=[other], by=cast.grid, at=cast.at)
    actions.lift_seal(seal=other, by=cast.grid, at=cast.at)
    assert sorted(Seal.objects.values_list("state", flat=True)) == ["lifted", "spoilt"]
    assert not Turn.objects.open().exists()


def test_the_code_on_the_slip_finds_it_and_a_made_up_one_does_not(seal):
    code = known.code_of(seal)
    assert known.sealed_as(code.lower().replace("-", " ")).pk == seal.pk
    assert known.sealed_as("S0000-0000-0000") is None


def test_a_sheet_has_four_strips_a_page_and_marks_a_camera_reads():
    place = "禾阳街道 丰禾社区 向阳小区 8栋 1单元 101"
    slips = tuple(Slip(number=f"2020-{n:05d}", place=place, code="S1", link=f"http://a/{n}") for n in range(5))
    sheet = SealSheet(issuer="丰禾社区", phone="12345", printed_on=date(2020, 3, 10), slips=slips)
    assert [len(page) for page in sheet.words()["pages"]] == [4, 1]
    assert sheet.pdf().startswith(b"%PDF")
