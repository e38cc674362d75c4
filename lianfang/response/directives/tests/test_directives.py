"""A directive: numbered in the county's own series, received by name and time, chased, answered, closed, replaced, taken back."""
from types import SimpleNamespace

import pytest
from django.urls import reverse

from lianfang.ground.days import day_end
from lianfang.ground.workflow import Refused, agenda
from lianfang.ground.workflow.models import Turn
from lianfang.response.directives import actions, queries
from lianfang.response.directives.actions import Group
from lianfang.response.directives.models import Directive, Receipt, Task
from lianfang.response.directives.papers.directive import paper_of
from lianfang.response.directives.queries.papers import history_of

from .conftest import HOUR


def test_each_kind_counts_its_own_series_of_the_year(room, cast):
    numbers = [room.issued("禾阳街道", kind=kind).number for kind in ("instruction", "notice", "letter", "appeal", "instruction")]
    assert numbers == ["青禾县防指令〔2020〕1号", "青禾县防指通〔2020〕1号", "青禾县公开信〔2020〕1号", "青禾县倡议书〔2020〕1号",
                       "青禾县防指令〔2020〕2号"]
    own = actions.issue(title="通知", text="今晚开会", to=[cast.units["丰禾社区"]], by=cast.township, at=room.at)
    assert own.number == "禾阳街道防指令〔2020〕1号"


def test_each_unit_and_group_receives_it_by_name_and_time_and_tells_what_became_of_it(room, cast):
    made = room.issued("禾阳街道", "梨花沟镇", groups=[Group("g1", "流调组", cast.epi)])
    assert {one.role for one in Turn.objects.filter(flow="receipt")} == {"township_cadre", "duty_officer"}
    near, group = room.receipt(made, "禾阳街道"), Receipt.objects.get(group="g1")
    assert (Turn.objects.get(record=group.pk).account, group.whom) == (cast.epi, "流调组")
    with pytest.raises(Refused):
        actions.receive(receipt=near, by=cast.far_township, at=room.at)
    actions.receive(receipt=near, by=cast.township, at=room.at + HOUR)
    actions.receive(receipt=group, by=cast.epi, at=room.at + HOUR)
    assert (near.received_by, near.received_at) == (cast.township, room.at + HOUR)
    actions.feed_back(receipt=near, words="12户都送到了", by=cast.township, at=room.at + 2 * HOUR)
    assert Receipt.objects.get(pk=near.pk).feedback == "12户都送到了" and made.state == "issued"
    actions.receive(receipt=room.receipt(made, "梨花沟镇"), by=cast.far_township, at=room.at + HOUR)
    assert Directive.objects.get().state == "closed", "nothing is open: it closes itself"


def test_who_has_not_received_it_is_chased_by_the_issuer(room, cast):
    made = room.issued("禾阳街道", "梨花沟镇")
    actions.receive(receipt=room.receipt(made, "禾阳街道"), by=cast.township, at=room.at)
    [line] = actions.chase(directive=made, by=cast.officer, at=room.at + HOUR)
    assert line.unit == cast.units["梨花沟镇"].pk and Turn.objects.get(record=line.record).urged == 1
    with pytest.raises(Refused):
        actions.chase(directive=made, by=cast.township, at=room.at)


def test_its_measures_are_tasks_of_whoever_it_went_to_and_stand_as_they_were_issued(room, cast):
    tasks = [room.spec(where, words="逐户送药", evidence="photo") for where in ("禾阳街道", "梨花沟镇")]
    made = room.issued(tasks=tasks, basis="市防指〔2020〕9号", file=("方案.pdf", b"%PDF-1.7"), tags=["five_strict"])
    assert made.measures == [{"words": "逐户送药", "evidence": "photo", "due": "", "urgency": "today", "who": ["禾阳街道", "梨花沟镇"]}]
    assert made.tasks.count() == made.receipts.count() == 2 and room.task(made, "禾阳街道").due_at == day_end(cast.on)
    assert room.task(made, "禾阳街道").given_unit == cast.units["青禾县"]


def test_it_is_closed_only_when_all_is_settled_or_with_a_reason_that_stands_on_what_is_open(room, cast):
    made = room.issued("丰禾社区", tasks=[room.spec("禾阳街道"), room.spec("梨花沟镇")])
    with pytest.raises(Refused, match=r"还有 2 件事没有办结.*还有 3 家没有签收"):
        actions.close_directive(directive=made, by=cast.officer, at=room.at)
    with pytest.raises(Refused):
        actions.close_directive(directive=made, why="算了", by=cast.township, at=room.at)
    actions.close_directive(directive=made, why="市里统一办", by=cast.officer, at=room.at)
    assert room.task(made, "禾阳街道").state == "excused" and room.task(made, "禾阳街道").why.open() == "市里统一办"
    assert set(Receipt.objects.values_list("state", flat=True)) == {"lapsed"} and not Turn.objects.filter(closed_at=None).exists()


def test_replaced_or_taken_back_it_says_by_what_and_why_and_what_was_open_goes(room, cast):
    made = room.issued(tasks=[room.spec("禾阳街道")])
    told = {"title": "关于调整送药的指令", "text": "改为每周两次。", "to": [cast.units["禾阳街道"]]}
    after = actions.replace_directive(directive=made, why="改次数", by=cast.officer, at=room.at + HOUR, **told)
    assert (made.state, made.why, after.replaces, room.task(made, "禾阳街道").state) == ("replaced", "改次数", made, "withdrawn")
    with pytest.raises(Refused):
        actions.replace_directive(directive=made, why="再改", by=cast.officer, at=room.at, **told)
    assert history_of(made) == history_of(after) == [made, after]
    actions.withdraw_directive(directive=after, why="不再需要", by=cast.leader, at=room.at + 2 * HOUR)
    assert (after.state, after.ended_by, Receipt.objects.filter(state="waiting").count()) == ("withdrawn", cast.leader, 0)


@pytest.mark.parametrize("told", [{"title": " "}, {"text": "请拨13900001234"}, {"to": []}, {"kind": "order"}])
def test_it_is_refused_without_title_text_or_anybody_or_with_a_number_in_it(room, cast, told):
    whole = {"title": "指令", "text": "正文", "to": [cast.units["禾阳街道"]], "by": cast.officer, "at": room.at}
    with pytest.raises(Refused):
        actions.issue(**whole | told)
    assert not Directive.objects.exists()


def test_a_village_and_a_grid_issue_none_and_a_town_only_within(room, cast):
    for by, where in ((cast.cadre, "丰禾第四网格"), (cast.grid, "丰禾第四网格"), (cast.township, "梨花沟镇"), (cast.epi, "禾阳街道")):
        with pytest.raises(Refused):
            actions.issue(title="指令", text="正文", to=[cast.units[where]], by=by, at=room.at)


def test_groups_are_asked_of_whoever_keeps_them(room, cast, monkeypatch):
    assert queries.groups_on(cast.on) == []
    monkeypatch.setattr(queries.groups, "_handed", [lambda on: [SimpleNamespace(code="g1", name="流调组", account=cast.epi)]])
    assert [one.name for one in queries.groups_on(cast.on)] == ["流调组"]


def test_tags_of_the_countys_own_lists_are_chosen_shown_and_asked_for(room, cast, monkeypatch, client):
    monkeypatch.setattr(agenda, "_tags", [lambda on: [("five_strict", "五严五防"), ("three_levels", "三级两线")]])
    client.force_login(cast.officer)
    typed = {"unit": "丰禾社区", "words": "查东门", "urgency": "today", "evidence": "words", "tags": ["five_strict"]}
    assert client.post(reverse("directives:give"), typed).status_code == 302
    assert Task.objects.get().tags == ["five_strict"]
    asked = {tag: client.get(reverse("directives:tasks"), {"tag": tag}).content.decode() for tag in ("five_strict", "three_levels")}
    assert "查东门" in asked["five_strict"] and "查东门" not in asked["three_levels"]
    assert "五严五防" in client.get(reverse("directives:task", args=[Task.objects.get().pk])).content.decode()


def test_handed_on_to_a_grid_it_is_received_there_by_name_and_lapses_with_its_task(room, cast):
    one = room.issued(tasks=[room.spec("丰禾社区")])
    actions.receive(receipt=room.receipt(one, "丰禾社区"), by=cast.cadre, at=room.at)
    task = room.task(one, "丰禾社区")
    [part] = actions.pass_down(task=task, tasks=[room.spec("丰禾第四网格")], by=cast.cadre, at=room.at)
    handed = Receipt.objects.get(directive=one, account=cast.grid)
    assert handed.is_handed and "丰禾第四网格" not in paper_of(one, [handed], is_drill=False).values["to"]
    with pytest.raises(Refused, match="不是交给您"):
        actions.receive(receipt=handed, by=cast.far_grid, at=room.at)
    actions.receive(receipt=handed, by=cast.grid, at=room.at + HOUR)
    assert (handed.state, handed.received_by) == ("received", cast.grid)
    actions.withdraw_task(task=part, why="换一个网格", by=cast.cadre, at=room.at + HOUR)
    other = actions.pass_down(task=task, tasks=[room.spec("丰禾第四网格")], by=cast.cadre, at=room.at + HOUR)[0]
    assert Receipt.objects.filter(directive=one, account=cast.grid).count() == 1, "received once is received"
    Receipt.objects.filter(pk=handed.pk).update(state="waiting", received_by=None, received_at=None)
    actions.excuse(task=other, why="已由社区送到", by=cast.cadre, at=room.at + HOUR)
    assert Receipt.objects.get(pk=handed.pk).state == "lapsed", "where nothing is to do it need not be received"
