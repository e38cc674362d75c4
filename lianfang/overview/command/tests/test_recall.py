"""Everybody is called back by an hour: each answers with one press, the desk sees who is there, and who is missing goes up."""
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.ground.units.fields import TOP, Reach
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import escalate
from lianfang.ground.workflow.models import Turn
from lianfang.overview.command import actions, queries
from lianfang.overview.command.models import Called, Cover, Recall
from lianfang.overview.command.muster import muster_of
from tests import reading

WORDS = "取消休假，全体人员返岗"


@pytest.fixture
def recalled(cast, stood):
    """The epidemiologist (in a group), the near village's people, and every township cadre; the cadre is on leave until the 15th."""
    with everything():
        group = next(one for one in queries.groups(stood, cast.on) if one.code == "prevention")
        actions.appoint(emergency=stood, group=group, post="lead", account=cast.epi, by=cast.officer, at=cast.at)
        Cover.objects.create(unit=cast.units["丰禾社区"], away=cast.cadre, from_on=cast.on - timedelta(days=2),
                             until_on=cast.on + timedelta(days=5))
        told = {"unit": cast.units["青禾县"], "by": cast.officer, "at": cast.at}
        return actions.recall_members(words=WORDS, return_by=cast.at + timedelta(hours=8), groups=[group],
                                      roles=["village_cadre", "township_cadre"],
                                      units=[cast.units["禾阳街道"]], **told)


def one(who):
    with everything():
        return Called.objects.select_related("recall", "unit", "account").get(account=who)


def turn_of(who):
    with everything():
        return Turn.objects.open().filter(record=one(who).pk).first()


def test_who_is_meant_is_called_once_and_answers_for_himself(cast, recalled):
    with everything():
        called = dict(Called.objects.values_list("account__name", "unit__name"))
    assert called == {"沈知微": "青禾县", "岳小满": "禾阳街道", "丁立春": "丰禾社区"}
    assert one(cast.cadre).leave_until == cast.on + timedelta(days=5)
    turn = turn_of(cast.epi)
    assert (turn.account, turn.due) == (cast.epi, cast.at + timedelta(hours=1))
    with pytest.raises(Refused, match="只能由本人"):
        actions.acknowledge(called=one(cast.epi), by=cast.officer, at=cast.at)
    with pytest.raises(Refused, match="没有人"):
        actions.recall_members(unit=cast.units["青禾县"], words=WORDS, return_by=cast.at + timedelta(hours=1), by=cast.officer, at=cast.at)
    with pytest.raises(Refused, match="已经过了"):
        actions.recall_members(unit=cast.units["青禾县"], words=WORDS, return_by=cast.at, by=cast.officer, at=cast.at)


def test_there_let_off_or_missing_and_who_is_missing_goes_up(cast, recalled):
    at = cast.at + timedelta(minutes=20)
    actions.acknowledge(called=one(cast.cadre), note="从邻县坐客车回", by=cast.cadre, at=at)
    actions.acknowledge(called=one(cast.township), by=cast.township, at=at)
    actions.ask_excuse(called=one(cast.epi), why="在外地隔离，还有三天", by=cast.epi, at=at)
    assert turn_of(cast.cadre).role == "village_cadre", "the desk waits for him"
    actions.excuse_member(called=one(cast.epi), by=cast.officer, at=at)
    actions.ask_excuse(called=one(cast.cadre), why="车停了", by=cast.cadre, at=at)
    for step in (actions.mark_present, actions.excuse_member, actions.insist):
        with pytest.raises(Refused, match="另一个人点名"):
            step(called=one(cast.cadre), by=cast.cadre, at=at)
    actions.insist(called=one(cast.cadre), by=cast.township, at=at)
    actions.acknowledge(called=one(cast.cadre), by=cast.cadre, at=at)
    back = cast.at + timedelta(hours=7)
    actions.mark_present(called=one(cast.cadre), by=cast.township, at=back)
    with everything():
        assert not Cover.objects.in_force(cast.on).filter(away=cast.cadre).exists(), "his leave is over"
    assert Line.objects.get(verb="command.stop_cover").by == cast.township.pk
    late = cast.at + timedelta(hours=9, minutes=1)
    escalate(at=late, by=named(SYSTEM))
    assert turn_of(cast.township).role == "duty_officer"
    whole, units = muster_of(recalled, Reach(TOP), late)
    assert (whole.called, whole.answered, whole.present, whole.excused, whole.missing, whole.leave) == (3, 3, 1, 1, 1, 1)
    assert [(unit.name, unit.missing) for unit in units] == [("青禾县", 0), ("禾阳街道", 1), ("禾阳街道 丰禾社区", 0)]
    actions.end_recall(recall=recalled, by=cast.leader, at=late)
    assert one(cast.township).state == "released" and turn_of(cast.township) is None


def test_on_screen_one_press_answers_and_the_list_is_printed(cast, recalled, client):
    at = cast.at + timedelta(minutes=5)
    with time_machine.travel(at, tick=False):
        mine = reverse("command:called", args=[one(cast.cadre).pk])
        client.force_login(cast.cadre)
        page = client.get(mine).content.decode()
        assert WORDS in page and "原休假到" in page and "2020-03-10T17:00" in page, "the hour stands there already"
        assert client.post(f"{mine}acknowledge/", {"back_at": "2020-03-10T16:00", "note": "从邻县回"}).status_code == 302
        assert f"{mine}present/" not in client.get(reverse("command:recall", args=[recalled.pk])).content.decode(), "nobody ticks himself"
        assert "说 03-10 16:00 到" in client.get(mine).content.decode() and "从邻县回" in client.get(mine).content.decode()
        client.force_login(cast.far_cadre)
        assert client.get(mine).status_code == 404 and client.get(reverse("command:recall", args=[recalled.pk])).status_code == 404
        client.force_login(cast.township)
        assert client.post(f"{mine}present/").status_code == 302
        page = client.get(reverse("command:recall", args=[recalled.pk])).content.decode()
        assert "丁立春" in page and "沈知微" not in page, "a township sees its own"
        assert "到岗 1/2 · " in client.get(reverse("command:recalls")).content.decode()
        client.force_login(cast.officer)
        answer = client.post(reverse("command:muster", args=[recalled.pk, "pdf"]))
        words = reading.text(answer.content)
        assert "返岗点名册" in words and "丁立春" in words and "岳小满点" in words and "取消休假1人" in words
        new = {"words": WORDS, "return_by": "2020-03-11T08:00", "units": [cast.units["青禾县"].pk], "roles": ["laboratory"],
               "cancels_leave": "on"}
        assert client.post(reverse("command:recall_members"), new | {"roles": ["hospital"]}).status_code == 422, "there is none"
        assert client.post(reverse("command:recall_members"), new).status_code == 302
        assert "到岗 1/3 · " in client.get(reverse("command:recalls")).content.decode()
        client.force_login(cast.far_cadre)
        assert "还没有召回过" in client.get(reverse("command:recalls")).content.decode(), "of his people nobody was called"
    with everything():
        assert Recall.objects.count() == 2
