"""A thing to be done: due the same day, taken, done, checked by another; split with its words unchanged; risen when late."""
from datetime import date, timedelta

import pytest
import time_machine

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.days import day_end, moment
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import escalate
from lianfang.ground.workflow.models import Turn
from lianfang.response.directives import actions, queries
from lianfang.response.directives.models import Task
from lianfang.response.directives.queries.agenda import agenda_items
from lianfang.response.directives.queries.closing import total

from .conftest import HOUR


def turn(task):
    return Turn.objects.get(record=task.pk, closed_at=None)


@pytest.mark.parametrize(("urgency", "clock", "due"), [
    ("today", "09:00", moment(date(2020, 3, 11), "00:00")), ("now", "09:00", moment(date(2020, 3, 10), "10:00")),
    ("later", "09:00", moment(date(2020, 3, 12), "18:00")), ("today", "23:00", moment(date(2020, 3, 11), "01:00"))])
def test_it_is_due_the_same_day_unless_said_otherwise(room, urgency, clock, due):
    room.at = moment(room.cast.on, clock)
    assert room.given(urgency=urgency).due_at == due
    assert room.given(due_at=room.at + 5 * HOUR).due_at == room.at + 5 * HOUR


@pytest.mark.parametrize(("where", "role", "owner"), [("青禾县", "", "duty_officer"), ("禾阳街道", "", "township_cadre"),
                                                      ("丰禾社区", "", "village_cadre"), ("丰禾第四网格", "", "grid_worker"),
                                                      ("向阳小区", "", "grid_worker"), ("青禾县", "epidemiologist", "epidemiologist")])
def test_it_is_the_turn_of_whoever_leads_the_unit_or_holds_the_role_there(room, where, role, owner):
    assert turn(room.given(where, role=role)).role == owner


def test_a_named_account_has_the_turn_until_it_is_done_and_the_giver_checks(room, cast):
    task = room.given("禾阳街道", account=cast.epi)
    assert turn(task).account == cast.epi
    with pytest.raises(Refused, match="不是交给您"):
        actions.take(task=task, by=cast.far_township, at=room.at)
    actions.take(task=task, by=cast.epi, at=room.at)
    room.done(task, cast.epi)
    checking = turn(task)
    assert (checking.role, checking.account, checking.owner_unit) == ("duty_officer", None, cast.units["青禾县"])


def test_done_needs_words_and_the_photo_that_was_asked_for_and_another_checks(room, cast):
    task = room.given("丰禾社区", evidence="photo")
    for told in ({"words": "送了"}, {"words": " ", "photo": b"x"}):
        with pytest.raises(Refused):
            actions.do(task=task, by=cast.cadre, at=room.at, **told)
    room.done(task, cast.cadre, photo=b"picture")
    assert task.has_photo and actions.look_at_photo(task=task, by=cast.officer, at=room.at) == b"picture"
    assert Line.objects.get(verb="directives.look").by == cast.officer.pk
    with pytest.raises(Refused):
        actions.close_task(task=task, by=cast.cadre, at=room.at)  # the village does not check what the county gave
    actions.send_back(task=task, why="还差三户", by=cast.officer, at=room.at + HOUR)
    assert (task.state, task.returned, turn(task).role) == ("sent_back", 1, "village_cadre")
    room.done(task, cast.cadre, room.at + 2 * HOUR, photo=b"picture")
    actions.close_task(task=task, by=cast.leader, at=room.at + 3 * HOUR)
    assert task.state == "closed" and task.checked_by == cast.leader and not Turn.objects.filter(record=task.pk, closed_at=None).exists()


def test_whoever_did_it_himself_does_not_check_it(room, cast):
    task = room.done(room.given("青禾县"), cast.officer)
    with pytest.raises(Refused, match="另一个人"):
        actions.close_task(task=task, by=cast.officer, at=room.at + HOUR)
    actions.close_task(task=task, by=cast.leader, at=room.at + HOUR)


@pytest.mark.parametrize("words", ["", " ", "字" * 501, "给13900001234回电话"])
def test_its_words_are_said_and_bear_no_number_by_which_somebody_could_be_called(room, words):
    with pytest.raises(Refused):
        room.given(words=words)


def test_nothing_is_given_outside_ones_own_place_nor_by_whoever_may_not_nor_for_yesterday(room, cast):
    for by, where in ((cast.township, "梨花沟镇"), (cast.grid, "丰禾社区"), (cast.epi, "丰禾社区")):
        with pytest.raises(Refused):
            room.given(where, by=by)
    with pytest.raises(Refused, match="已经过了"):
        room.given(due_at=room.at - HOUR)
    assert not Task.objects.exists()


def test_split_it_shows_its_parents_words_unchanged_to_the_last_level(room, cast):
    top = room.given("禾阳街道", words="逐户送药，当面交到老人手里")
    [village] = actions.pass_down(task=top, tasks=[room.spec("丰禾社区", words="社区先排出名单")], by=cast.township, at=room.at)
    [grid] = actions.pass_down(task=village, tasks=[room.spec("丰禾第四网格", words="网格照名单送")], by=cast.cadre, at=room.at)
    assert [one.words for one in queries.lineage(grid)] == ["逐户送药，当面交到老人手里", "社区先排出名单"]
    assert grid.due_at == top.due_at and grid.source == "meeting" and grid.given_unit == cast.units["丰禾社区"]
    room.done(grid, cast.grid)
    assert turn(grid).role == "village_cadre", "who split it checks it"
    assert "words" not in {field for line in Line.objects.filter(kind="task") for field in line.data}
    for more in ({"where": "梨花沟村"}, {"where": "禾阳街道"}, {"where": "丰禾社区", "due_at": top.due_at + HOUR}):
        with pytest.raises(Refused):
            actions.pass_down(task=top, tasks=[room.spec(**more)], by=cast.township, at=room.at)


def test_it_is_not_done_while_anything_below_it_is_open_unless_that_is_excused_with_a_reason(room, cast):
    top = room.given("禾阳街道")
    one, two = actions.pass_down(task=top, tasks=[room.spec("丰禾社区"), room.spec("望河社区")], by=cast.township, at=room.at)
    with pytest.raises(Refused, match=r"还有 2 件.*丰禾社区、望河社区"):
        room.done(top, cast.township)
    actions.close_task(task=room.done(one, cast.cadre), by=cast.township, at=room.at + HOUR)
    with pytest.raises(Refused, match="还有 1 件"):
        room.done(top, cast.township)
    with pytest.raises(Refused):
        actions.excuse(task=two, why="", by=cast.township, at=room.at)
    with pytest.raises(Refused):
        actions.excuse(task=two, why="不想办", by=cast.cadre, at=room.at)
    actions.excuse(task=two, why="望河社区没有独居老人", by=cast.township, at=room.at + HOUR)
    assert room.done(top, cast.township).state == "done"


def test_taken_back_all_below_it_goes_with_it(room, cast):
    top = room.given("禾阳街道")
    [below] = actions.pass_down(task=top, tasks=[room.spec("丰禾社区")], by=cast.township, at=room.at)
    actions.withdraw_task(task=top, why="重复交办", by=cast.officer, at=room.at)
    below.refresh_from_db()
    assert below.state == "withdrawn" and below.why.open() == "重复交办" and not Turn.objects.filter(flow="task", closed_at=None).exists()


def test_more_time_is_given_by_whoever_gave_it_with_a_reason(room, cast):
    task = room.given()
    with pytest.raises(Refused):
        actions.defer(task=task, due_at=room.at + 40 * HOUR, why="路断了", by=cast.cadre, at=room.at)
    actions.defer(task=task, due_at=room.at + 40 * HOUR, why="路断了", by=cast.officer, at=room.at)
    assert turn(task).due == task.due_at == room.at + 40 * HOUR and task.state == "given"


def test_not_closed_by_the_days_end_it_rises_and_is_on_the_agenda(room, cast):
    village, town, county = (room.given(where) for where in ("丰禾社区", "梨花沟镇", "青禾县"))
    tomorrow = room.given("望河社区", due_at=room.at + timedelta(days=2))
    evening, night = moment(cast.on, "19:00"), day_end(cast.on)
    assert set(queries.not_closed_by(evening)) == {village, town, county}
    [item, *_others] = agenda_items(cast.units["丰禾社区"], None, evening)
    assert f"{cast.on:%m-%d} 24:00 前办，还没有办结" in item.note["zh"], "midnight is the end of a day, and has not come"
    assert f"{cast.on:%m-%d} 24:00 到期，没有办结" in agenda_items(cast.units["丰禾社区"], None, night)[0].note["zh"]
    room.done(village, cast.cadre)
    actions.close_task(task=village, by=cast.officer, at=room.at + HOUR)
    assert set(queries.not_closed_by(evening)) == {town, county} and set(queries.not_closed_by(room.at)) == {village, town, county}
    late = room.given("丰禾社区")
    escalate(at=night + timedelta(minutes=1), by=named(SYSTEM))
    assert (turn(town).role, turn(late).role, turn(county).role) == ("duty_officer", "township_cadre", "duty_officer")
    assert set(queries.risen([town, late, county])) == {town.pk, late.pk}, "what is the county's goes on the agenda, not up"
    assert tomorrow in queries.open_tasks() and tomorrow not in queries.not_closed_by(night - HOUR)
    assert list(queries.open_tasks(unit=cast.units["梨花沟镇"])) == [town] and queries.open_tasks(on=cast.on).count() == 4


def test_the_rate_and_the_median_hours_by_unit_group_and_source(room, cast):
    first, third = room.given("丰禾社区"), room.given("梨花沟村", source="call")
    second = room.given("望河社区", group="g1", group_name="流调组")
    for one, hours, by in ((first, 2, cast.cadre), (second, 4, cast.township)):
        actions.close_task(task=room.done(one, by), by=cast.officer, at=room.at + hours * HOUR)
    since, until = moment(cast.on, "00:00"), moment(cast.on + timedelta(days=2), "00:00")
    over = {"at": until}
    rows = {one.name: one for one in queries.closure(cast.units["青禾县"], since, until, **over)}
    near, far = rows["禾阳街道"], rows["梨花沟镇"]
    assert (near.due, near.closed, near.in_time, near.rate, near.hours) == (2, 2, 2, 1.0, 3.0)
    assert (far.due, far.closed, far.rate, far.hours) == (1, 0, 0.0, None)
    assert [(one.name, one.due) for one in queries.closure_by("group_name", cast.units["青禾县"], since, until, **over)] == [("流调组", 1)]
    by_source = queries.closure_by("source", cast.units["青禾县"], since, until, **over)
    assert [(one.name, one.due) for one in by_source] == [("call", 1), ("meeting", 2)]
    assert total(cast.units["青禾县"], since, until, **over).in_time == 2 and queries.of_origin([]).count() == 0
    early = queries.closure(cast.units["青禾县"], since, until, at=room.at + 5 * HOUR)
    assert [(one.name, one.due, one.rate) for one in early] == [("禾阳街道", 2, 1.0)], "what is open and not yet due is nobody's failure"
    actions.excuse(task=third, why="没有这回事", by=cast.officer, at=room.at)
    assert total(cast.units["青禾县"], since, until, **over).due == 2, "what was excused does not count"


def test_a_second_cadre_of_the_same_town_may_check_and_the_first_may_not(room, cast):
    task = room.given("禾阳街道", by=cast.township)
    other = Account.objects.create(login="other", name="甲")
    Assignment.objects.create(account=other, role="township_cadre", unit=cast.units["禾阳街道"], from_on=cast.on)
    with time_machine.travel(room.at, tick=False):
        room.done(task, cast.township)
        with pytest.raises(Refused):
            actions.close_task(task=task, by=cast.township, at=room.at + HOUR)
        actions.close_task(task=task, by=other, at=room.at + HOUR)
    assert task.state == "closed"
