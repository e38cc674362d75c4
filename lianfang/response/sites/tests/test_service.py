"""Rounds come and go by their hour, the staff is held against the table, a guest is talked with, rooms are foreseen."""
from datetime import timedelta

import pytest

from lianfang.ground import indicators
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.units.fields import TOP, Reach
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.sites import actions, queries
from lianfang.response.sites.models import Counsel, Round


@pytest.fixture
def guest(cast, proposed):
    """Somebody in his room."""
    [one] = proposed(("高原", 40))
    actions.confirm_room(placements=[one], room=one.room, by=cast.officer, at=cast.at)
    return actions.admit(placements=[one], by=cast.officer, at=cast.at)[0]


def test_rounds_are_planned_where_somebody_lives_done_in_their_hour_and_missed_the_next_day(cast, site, guest):
    system = named(SYSTEM)
    made = actions.plan_rounds(on=cast.on, by=system, at=cast.at)
    assert len(made) == 7 and actions.plan_rounds(on=cast.on, by=system, at=cast.at) == []
    breakfast, supper = (Round.objects.select_related("site").get(kind=kind) for kind in ("breakfast", "supper"))
    actions.do_round(rounds=[breakfast], by=cast.cadre, at=cast.at)
    with pytest.raises(Refused, match="还没有到钟点"):
        actions.do_round(rounds=[supper], by=cast.cadre, at=cast.at)
    turn = Turn.objects.open().get(record=supper.pk)
    assert (turn.account, turn.due) == (cast.cadre, supper.due)
    late = cast.at + timedelta(hours=12)
    assert indicators.values(["sites_late", "sites_inside", "sites_to_clean"], Reach(TOP), late) == {
        "sites_late": 4, "sites_inside": 1, "sites_to_clean": 0}
    actions.plan_rounds(on=cast.on + timedelta(days=1), by=system, at=cast.at + timedelta(days=1))
    supper.refresh_from_db()
    assert supper.state == "missed" and Round.objects.filter(state="due").count() == 7


def test_the_shift_is_short_of_whom_the_table_asks_for(cast, site, guest, browse):
    page = browse(cast.officer)
    assert {group.code: group.short for group in queries.staff_of(site, cast.at)}["doctor"] == 2
    actions.put_on_duty(site=site, on=cast.on, shift="day", group="doctor", accounts=[cast.cadre], by=cast.officer, at=cast.at)
    assert {group.code: group.short for group in queries.staff_of(site, cast.at)}["doctor"] == 1
    assert {group.code: group.short for group in queries.staff_of(site, cast.at + timedelta(hours=12))}["doctor"] == 2
    shown = page.get(f"/sites/{site.pk}/").content.decode()
    assert "差 2 人" in shown
    assert page.post(f"/sites/people/{guest.pk}/counsel/").status_code == 302
    counsel = Counsel.objects.get()
    assert Turn.objects.open().get(record=counsel.pk).role == "duty_officer"
    page.post(f"/sites/people/{guest.pk}/counsel/")
    page.post(f"/sites/counsel/{counsel.pk}/", {"decline": "1"})
    assert Counsel.objects.get().state == "declined"


def test_rooms_are_foreseen_as_the_orders_run(cast, site, guest):
    [now] = queries.standing(cast.at)
    assert (now.free, now.ahead) == (3, (3,) * 8)
    [later] = queries.standing(cast.at + timedelta(days=12))
    assert later.ahead == (3, 3, 3, 4, 4, 4, 4, 4)
