"""Standing up: who has the power, what the run card stands up, who heads it; on an empty county in three pages."""
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.overview.command import actions, queries, rules
from lianfang.overview.command.models import Emergency, Group, Holder, Response
from lianfang.overview.meetings.models import Rhythm

from .conftest import SAID


def test_what_the_county_has_no_power_to_decide_is_refused_in_the_words_of_the_clause(cast):
    county, hour = cast.units["青禾县"], timedelta(hours=1)
    with everything():
        for level, body in (("i", "county"), ("i", "prefecture"), ("ii", "county"), ("iii", "county")):
            with pytest.raises(Refused, match="无权决定启动或终止，只能执行上级的决定"):
                actions.declare(unit=county, by=cast.officer, at=cast.at, **{**SAID, "level": level, "body": body})
        for wrong, words in (({"number": " "}, "文号"), ({"disease": "no_such"}, "疾病档案"), ({"from_at": cast.at + hour}, "还没到")):
            with pytest.raises(Refused, match=words):
                actions.declare(unit=county, by=cast.officer, at=cast.at, **{**SAID, **wrong})
        with pytest.raises(Refused, match="没有这项权限"):
            actions.declare(unit=county, by=cast.epi, at=cast.at, **SAID)
        assert not Emergency.objects.exists()
        one = actions.declare(unit=county, by=cast.officer, at=cast.at, **SAID)
        assert (queries.level_now(one).does, queries.level_now(one).clause[:4]) == ("carry_out", "特别重大")
        with pytest.raises(Refused, match="已经有一个正在进行的应急"):
            actions.declare(unit=county, by=cast.officer, at=cast.at, **SAID)
        lower = {"body": "county", "decided_by": "县政府常务会", "number": "青政发〔2020〕9号", "by": cast.leader, "at": cast.at}
        for wrong, words in (({"level": "i", "body": "province"}, "现在就是"), ({"level": "iv", "from_at": SAID["from_at"]}, "上一次之后")):
            with pytest.raises(Refused, match=words):
                actions.change_level(emergency=one, **{**lower, "from_at": cast.at, **wrong})
        actions.change_level(emergency=one, level="iv", from_at=cast.at, **lower)
        now, before = queries.levels(one)
        assert (now.level, now.does, before.until_at) == ("iv", "decide", cast.at)
        actions.end_emergency(emergency=one, body="county", number="青政发〔2020〕30号", by=cast.leader, at=cast.at + hour)
        assert queries.standing(county) is None and not Response.objects.filter(until_at=None).exists()


def test_the_template_gives_each_group_flows_that_run_and_what_is_found_shut_or_complained_of_lies_with_one(cast):
    held = [code for row in rules.groups_at("i", cast.on) for code in row.says["flows"].split("|")]
    assert set(held) <= set(FLOWS) and len(held) == len(set(held)), "no flow is two groups' to see to"
    assert {"inspection_problem", "closure_check", "complaint", "risk_point", "ring", "zero_report", "paper"} <= set(held)
    assert not {"inspection_case", "inspection_visit"} & set(held), "these are their team's alone"


def test_one_button_stands_up_what_the_card_says_with_a_line_each_and_a_second_press_nothing(cast, emergency):
    with everything():
        card = queries.run_card(queries.level_now(emergency), cast.on)
        assert [step.words for step in card if step.kind == "series"] == ["早调度", "晚调度"]
        assert sum(step.kind == "group" for step in card) == 11 and not any(step.is_done for step in card)
        made = actions.stand_up(response=queries.level_now(emergency), by=cast.officer, at=cast.at)
        assert len(made) == len(card) == Line.objects.filter(verb="command.stand_up").count()
        assert Group.objects.count() == 11 and set(Rhythm.objects.values_list("series", flat=True)) == {"morning", "evening"}
        rhythm = Rhythm.objects.first()
        assert Line.objects.get(pk=rhythm.because).verb == "command.stand_up"
        assert actions.stand_up(response=queries.level_now(emergency), by=cast.officer, at=cast.at) == []
        assert all(step.is_done for step in queries.run_card(queries.level_now(emergency), cast.on))
        said = {"body": "county", "decided_by": "县政府", "number": "青政发〔2020〕9号"}
        actions.change_level(emergency=emergency, level="iv", from_at=cast.at, by=cast.leader, at=cast.at, **said)
        left = [step for step in queries.run_card(queries.level_now(emergency), cast.on) if not step.is_done]
        assert not [step for step in left if step.kind == "group"] and [step.words for step in left if step.kind == "series"] == ["周例会"]


def test_joint_heads_and_seats_by_document_and_day(cast, stood):
    with everything():
        [chief, other] = [actions.appoint(emergency=stood, post="chief", name=name, office=office, document="青委〔2020〕3号",
                                          by=cast.officer, at=cast.at) for name, office in (("郑怀远", "县委书记"), ("梁秋实", "县长"))]
        assert [one.name for one in queries.heads(stood, cast.on)] == ["郑怀远", "梁秋实"]
        group = Group.objects.get(code="prevention")
        lead = actions.appoint(emergency=stood, group=group, post="lead", account=cast.epi, phone="0000-5550101", by=cast.officer,
                               at=cast.at)
        assert (lead.name, lead.phone.open()) == ("沈知微", "0000-5550101")
        assert next(one for one in queries.groups_on(cast.on) if one.code == "prevention").account == cast.epi
        for wrong, words in (({"post": "chief", "name": "石正"}, "要有文号"), ({"post": "lead", "name": "石正"}, "请选一个职务"),
                             ({"post": "lead", "group": group, "name": "石正"}, "已经有组长"),
                             ({"post": "member", "group": group, "account": cast.epi}, "已经在这里任职"),
                             ({"post": "member", "group": group}, "请写姓名")):
            with pytest.raises(Refused, match=words):
                actions.appoint(emergency=stood, by=cast.officer, at=cast.at, **wrong)
        actions.relieve(holder=other, by=cast.officer, at=cast.at)
        assert [one.name for one in queries.heads(stood, cast.on)] == ["郑怀远"] and chief.until_on is None
        force = actions.open_force(emergency=stood, name="大数据流调专班", duties="比对通信数据", by=cast.leader, at=cast.at)
        actions.appoint(emergency=stood, group=force, post="lead", name="乔一帆", by=cast.officer, at=cast.at)
        actions.close_group(group=force, by=cast.officer, at=cast.at)
        assert Holder.objects.get(name="乔一帆").until_on == cast.on
        assert force.code not in {one.code for one in queries.groups_on(cast.on)}


def test_a_new_duty_officer_stands_it_up_in_three_pages(cast, client):
    with time_machine.travel(cast.at, tick=False):
        client.force_login(cast.officer)
        assert "启动应急响应" in client.get(reverse("command:hq")).content.decode()
        said = {**SAID, "from_at": "2020-01-25T20:00"}
        refused = client.post(reverse("command:declare"), {**said, "body": "county"})
        assert refused.status_code == 422 and "无权决定" in refused.content.decode()
        card = client.post(reverse("command:declare"), said, follow=True)
        page = card.content.decode()
        assert "把 2" in page and "早调度" in page and "医疗救治组" in page and "集中隔离点腾空" in page
        with everything():
            response, one = Response.objects.get(), Emergency.objects.get()
        hq = client.post(reverse("command:stand_up", args=[response.pk]), follow=True).content.decode()
        assert hq.count("缺组长") == 11 and "三、任命指挥长" in hq
        client.post(reverse("command:appoint_head", args=[one.pk]), {
            "post": "chief", "account": cast.leader.pk, "document": "青委〔2020〕3号", "from_on": "2020-03-10"})
        with everything():
            group = Group.objects.get(code="prevention")
        client.post(reverse("command:appoint", args=[group.pk]), {"post": "lead", "account": cast.epi.pk, "phone": "0000-5550101",
                                                                  "from_on": "2020-03-10"})
        assert "0000-5550101" in client.get(reverse("command:group", args=[group.pk])).content.decode()
        client.force_login(cast.supervisor)
        assert "0000-5550101" not in client.get(reverse("command:group", args=[group.pk])).content.decode()
        client.force_login(cast.township)
        assert client.get(reverse("command:group", args=[group.pk])).status_code == 404
        hq = client.get(reverse("command:hq")).content.decode()
        assert "疫情防控组" in hq and "0000-5550101" not in hq and moment(date(2020, 1, 25), "20:00").strftime("%Y-%m-%d") in hq
