"""Whom the rule proposes, a person decides, many at once; an accepted contact is under a measure in the same breath."""
from datetime import date

import pytest

from lianfang.ground.decisions.models import Verdict
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.models import Membership
from lianfang.response.tracing import actions, queries
from lianfang.response.tracing.models import Contact

from .conftest import ILL


@pytest.fixture
def table_mates(case, someone, was, index):
    """Two who sat in one eating house with the case for an hour, one who was there for five minutes."""
    made = [someone("高原", "601"), someone("林下"), someone("吕春")]
    was(case, "1200-1300 吃饭 同福酒家")
    for one in made[:2]:
        was(one, "1200-1300 吃饭 同福酒家")
    was(made[2], "1255-1330 吃饭 同福酒家")
    return made


def proposed(index, at):
    return {one.person.name: (one.kind, one.last_on) for one in queries.proposals(index, at)}


def test_the_rule_proposes_with_its_row_and_its_evidence(cast, index, table_mates):
    found = queries.proposals(index, cast.at)
    assert proposed(index, cast.at) == {"高原": ("close", ILL), "林下": ("close", ILL), "吕春": ("general", ILL)}
    assert [len(group) for group in queries.grouped(found)] == [2, 1]
    assert found[0].ruling.document.startswith("《新型冠状病毒肺炎防控方案（第六版）")


def test_accepted_in_bulk_each_is_told_by_its_row(cast, index, table_mates):
    close = table_mates[:2]
    made = actions.accept(index=index, people=[one.pk for one in close], by=cast.epi, at=cast.at)
    told = {(one.kind, one.state, one.last_exposed_on, one.watch_until_on) for one in made}
    assert told == {("close", "watched", ILL, date(2020, 3, 22))}
    for one in made:
        told = Line.objects.get(verb="tracing.accept", record=one.pk)
        assert told.subject == one.person_id and told.by == cast.epi.pk
        assert Verdict.objects.get(pk=one.verdict_id).table == "contact_rule"
    assert Membership.objects.filter(category="contact", until_on=None).count() == 2
    assert proposed(index, cast.at) == {"吕春": ("general", ILL)}
    assert Turn.objects.open().filter(flow="contact").count() == 2


def test_nobody_is_decided_on_twice_and_nobody_for_whom_nothing_speaks(cast, index, table_mates, someone):
    actions.accept(index=index, people=[table_mates[0].pk], by=cast.epi, at=cast.at)
    for wanted in ([table_mates[0].pk], [someone("章秋水").pk], [], [table_mates[1].pk, someone("乌云").pk]):
        with pytest.raises(Refused, match="请刷新"):
            actions.accept(index=index, people=wanted, by=cast.epi, at=cast.at)
    assert Contact.objects.count() == 1


def test_who_was_ruled_out_comes_again_only_for_something_later(cast, index, case, table_mates, was, later):
    actions.decline(index=index, people=[table_mates[0].pk], by=cast.epi, at=cast.at)
    assert "高原" not in proposed(index, cast.at)
    on, at = date(2020, 3, 9), later(3, 10)
    was(case, "0800-0900 上班 棉纺厂", on, at)
    was(table_mates[0], "0800-0900 上班 棉纺厂", on, at)
    assert proposed(index, at)["高原"] == ("close", on)


def test_who_is_a_case_himself_is_nobodys_contact(cast, index, table_mates):
    actions.open_index(person=table_mates[0], disease="covid_19", anchor="onset", anchor_on=ILL, by=cast.epi, at=cast.at)
    assert "高原" not in proposed(index, cast.at) and "林下" in proposed(index, cast.at)


def test_what_the_rule_leaves_to_a_person_needs_his_word(cast, index, case, someone, was):
    rider = someone("高原", "601")
    was(case, "0730-0800 乘车 12路")
    was(rider, "0730-0800 乘车 12路")
    assert proposed(index, cast.at) == {"高原": ("manual_review", ILL)}
    with pytest.raises(Refused, match="算哪一类"):
        actions.accept(index=index, people=[rider.pk], by=cast.epi, at=cast.at)
    [made] = actions.accept(index=index, people=[rider.pk], by=cast.epi, at=cast.at, kind="close")
    assert made.kind == "close"


def test_the_second_ring_is_proposed_by_the_edition_of_the_day(cast, case, someone, was, later):
    on, at = date(2022, 7, 1), later(7, 3).replace(year=2022)
    index = actions.open_index(person=case, disease="covid_omicron", anchor="onset", anchor_on=on, by=cast.epi, at=at)
    contact, third = someone("高原"), someone("林下")
    was(case, "1200-1300 吃饭 同福酒家", on, at)
    was(contact, "1200-1300 吃饭 同福酒家\n1400-1500 上班 供销社", on, at)
    was(third, "1400-1500 上班 供销社", on, at)
    assert {name: kind for name, (kind, _on) in proposed(index, at).items()} == {"高原": "close", "林下": "second"}
    assert {name: kind for name, (kind, _on) in proposed(index, at.replace(month=12)).items()} == {"高原": "close"}
    actions.decline(index=index, people=[contact.pk], by=cast.epi, at=at)
    assert proposed(index, at) == {}


def test_an_index_is_finished_when_everybody_is_decided_on(cast, index, table_mates):
    with pytest.raises(Refused, match="3 人没有定"):
        actions.finish_index(index=index, by=cast.epi, at=cast.at)
    actions.accept(index=index, people=[one.pk for one in table_mates], by=cast.epi, at=cast.at)
    actions.finish_index(index=index, by=cast.epi, at=cast.at)
    assert index.state == "following"
