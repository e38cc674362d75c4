"""Visits give tasks on the spot, good practice is offered and answered, the timeline takes each line once."""
import io
from datetime import date, timedelta

import pytest

from lianfang.ground import sheets
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.directives import actions, queries
from lianfang.response.directives.models import Adoption, Milestone
from lianfang.response.directives.queries.papers import days, milestones, practices
from lianfang.response.directives.reading import HEADINGS, SAMPLE, Entry


def test_what_a_leader_finds_on_the_spot_is_somebodys_turn_at_once(room, cast):
    visit = actions.record_visit(unit=cast.units["向阳小区"], leader="郑怀远", company="街道书记", visited_at=room.at, by=cast.leader,
                                 at=room.at)
    assert visit.unit == cast.units["丰禾社区"], "a village, never a door"
    task = actions.add_finding(visit=visit, task=room.spec(words="东门没有人值守", urgency="now"), by=cast.leader, at=room.at)
    assert (task.source, task.origin, task.given_unit) == ("visit", visit.pk, cast.units["青禾县"])
    assert list(queries.of_origin([visit.pk])) == [task] and Turn.objects.get(record=task.pk).role == "village_cadre"
    for told in ({"leader": " "}, {"visited_at": room.at + timedelta(hours=1)}, {"by": cast.grid}):
        with pytest.raises(Refused):
            actions.record_visit(**{"unit": cast.units["丰禾社区"], "leader": "郑怀远", "visited_at": room.at, "by": cast.leader,
                                    "at": room.at} | told)


def test_a_good_practice_is_offered_answered_and_counted(room, cast):
    own, others = cast.units["梨花沟村"], [cast.units[name] for name in ("丰禾社区", "望河社区", "梨花沟村")]
    one = actions.write_practice(unit=own, title="大喇叭每天三遍", text="早中晚各播一遍", by=cast.far_cadre, at=room.at)
    with pytest.raises(Refused):
        actions.spread(practice=one, units=others, by=cast.far_cadre, at=room.at)
    near, next_door = actions.spread(practice=one, units=others, by=cast.officer, at=room.at)
    with pytest.raises(Refused, match="问过了"):
        actions.spread(practice=one, units=others, by=cast.officer, at=room.at)
    actions.adopt(adoption=near, words="改成微信群", by=cast.cadre, at=room.at)
    with pytest.raises(Refused):
        actions.set_aside(adoption=next_door, words="", by=cast.township, at=room.at)
    actions.set_aside(adoption=next_door, words="没有喇叭", by=cast.township, at=room.at)
    found = practices().get()
    assert (found.asked, found.adopted, found.set_aside) == (2, 1, 1) and set(Adoption.objects.values_list("state", flat=True)) == {
        "adopted", "set_aside"}


def sheet(rows):
    out = io.BytesIO()
    sheets.write(out, "大事记", [sheets.Column(words[0]) for words in HEADINGS.values()], rows)
    return out.getvalue()


def test_the_timeline_stands_beside_that_of_others_and_takes_each_line_once(room, cast):
    told = {"unit": cast.units["青禾县"], "by": cast.officer, "at": room.at}
    actions.add_milestones(side="own", entries=[Entry(date(2020, 1, 23), "青禾县", "第一个启动一级响应", "县防指1号令", True)], **told)
    wrong = [("2020-13-40", "某地"), ("2020-01-24", ""), ("2021-01-01", "某地")]
    content = sheet([*SAMPLE, *([on, place, "某事", "某处", ""] for on, place in wrong)])
    made, stood, faults = actions.import_milestones(side="outside", content=content, name="a.xlsx", **told)
    assert (len(made), stood, [row for row, _says in faults]) == (2, 0, [4, 5, 6])
    assert "日期" in faults[0][1] and "地点" in faults[1][1] and "还没有到" in faults[2][1]
    again = actions.import_milestones(side="outside", content=content, name="a.xlsx", **told)
    assert again[:2] == ([], 2) and Milestone.objects.count() == 3
    assert [(on.day, len(own), len(outside)) for on, own, outside in days(milestones())] == [(23, 1, 1), (25, 0, 1)]
    with pytest.raises(Refused, match="来源"):
        actions.import_milestones(side="outside", content=b"\xe6\x97\xa5\xe6\x9c\x9f,\xe5\x9c\xb0\xe7\x82\xb9,\xe4\xba\x8b\xe9\xa1\xb9\n",
                                  name="a.csv",
                                  **told)
    with pytest.raises(Refused):
        actions.add_milestones(side="own", entries=[], unit=cast.units["青禾县"], by=cast.grid, at=room.at)


def test_the_timeline_bears_no_number_of_anybody(room, cast):
    told = {"unit": cast.units["青禾县"], "by": cast.officer, "at": room.at}
    with pytest.raises(Refused, match="电话和证件"):
        actions.add_milestones(side="own", entries=[Entry(date(2020, 1, 23), "青禾县", "找 13800000000 领口罩", "县防指1号令")], **told)
    content = sheet([["2020-01-23", "某地", "找 13800000000 领口罩", "某处", ""], SAMPLE[0]])
    made, _stood, faults = actions.import_milestones(side="outside", content=content, name="a.xlsx", **told)
    assert len(made) == 1 and [row for row, _says in faults] == [2] and "电话" in faults[0][1]
