"""Broken glass: a reason and words, some minutes, the person's own town told within the hour, everything under one line."""
from datetime import timedelta

import pytest
from django.urls import reverse

from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.looks import looks_at
from lianfang.response.discretion import actions
from lianfang.response.discretion.models import Glimpse

from .conftest import NUMBER

ASKED = {"number": NUMBER, "reason": "rescue", "words": "晕倒在集市上，要找家属"}


@pytest.fixture
def glimpse(cast, person):
    """The other town's cadre has found him."""
    return actions.break_glass(**ASKED, by=cast.far_township, at=cast.at)


@pytest.mark.parametrize("part", ["far_cadre", "far_grid", "leader", "supervisor", "lab", "admin"])
def test_only_roles_whose_right_says_so(cast, person, part):
    with pytest.raises(Refused, match="权限"):
        actions.break_glass(**ASKED, by=getattr(cast, part), at=cast.at)
    assert not Line.objects.filter(verb="people.look_up").exists()


@pytest.mark.parametrize("changed", [{"reason": "visit"}, {"reason": "curious"}, {"words": "  "}, {"number": "周建明"}, {"number": "123X"}])
def test_without_a_reason_of_the_list_words_and_a_whole_number_nobody_is_looked_for(cast, person, changed):
    with pytest.raises(Refused):
        actions.break_glass(**ASKED | changed, by=cast.far_township, at=cast.at)
    assert not Glimpse._base_manager.exists() and not Line.objects.filter(verb="people.look_up").exists()


def test_who_is_not_there_is_counted_and_opens_nothing(cast, person):
    assert actions.break_glass(**ASKED | {"number": "220722198901011230"}, by=cast.far_township, at=cast.at) is None
    assert Line.objects.filter(verb="people.look_up").count() == 1 and not Glimpse._base_manager.exists()


def test_the_hour_has_so_many(cast, person, settings):
    settings.WHOLE_NUMBERS_AN_HOUR = 1
    actions.break_glass(**ASKED | {"number": "220722198901011230"}, by=cast.far_township, at=cast.at)
    with pytest.raises(Refused, match="查满"):
        actions.break_glass(**ASKED, by=cast.far_township, at=cast.at)


def test_somebody_of_ones_own_is_opened_where_he_is(cast, person):
    with pytest.raises(Refused, match="辖区里"):
        actions.break_glass(**ASKED, by=cast.township, at=cast.at)


def test_what_is_seen_is_seen_within_the_minutes_and_under_the_line(cast, person, glimpse):
    last = cast.at + timedelta(minutes=29, seconds=59)
    assert actions.open_across(glimpse=glimpse, by=cast.far_township, at=last)["id_number"] == NUMBER
    for at in (cast.at + timedelta(minutes=30), cast.at + timedelta(days=1)):
        with pytest.raises(Refused, match="时间已经到了"):
            actions.open_across(glimpse=glimpse, by=cast.far_township, at=at)
    with pytest.raises(Refused):
        actions.open_across(glimpse=glimpse, by=cast.far_cadre, at=cast.at)
    told = Line.objects.get(verb="people.open")
    assert told.because == glimpse.because == Line.objects.get(verb="discretion.break_glass").pk
    assert told.data == {"reason": "rescue", "way": "break_glass"} and ASKED["words"] not in str(list(Line.objects.values_list("data")))


def test_his_own_town_has_a_turn_the_same_hour_and_may_end_it(cast, glimpse):
    with everything():
        turn = Turn.objects.get(flow="glimpse")
        assert (turn.role, turn.owner_unit, turn.due) == ("township_cadre", cast.units["禾阳街道"], cast.at + timedelta(hours=1))
        actions.end_glimpse(glimpse=glimpse, by=cast.township, at=cast.at)
        assert not Turn.objects.filter(flow="glimpse", closed_at=None).exists()
    with pytest.raises(Refused):
        actions.open_across(glimpse=Glimpse._base_manager.get(), by=cast.far_township, at=cast.at)


def test_he_sees_it_in_red(cast, person, glimpse):
    actions.open_across(glimpse=glimpse, by=cast.far_township, at=cast.at)
    found = [look for look in looks_at(person.pk) if look.is_red]
    assert {look.line.verb for look in found} == {"discretion.break_glass", "people.open"}
    assert {look.who for look in found} == {"梨花沟镇 乡镇（街道）干部"} and {look.why for look in found} == {"急救、走失，有危险"}


def test_on_the_pages(cast, person, client):
    client.force_login(cast.far_township)
    assert "不在本辖区" in client.get(reverse("people:search")).content.decode()
    answer = client.post(reverse("discretion:across"), ASKED)
    one = Glimpse._base_manager.get()
    assert answer.url == reverse("discretion:window", args=[one.pk]) and NUMBER not in answer.url
    assert NUMBER not in client.get(answer.url).content.decode()
    assert NUMBER in client.post(answer.url).content.decode()
    assert client.get(reverse("home:person", args=[person.pk])).status_code == 404
    Glimpse._base_manager.update(until_at=one.opened_at)
    late = client.post(answer.url)
    assert late.status_code == 410 and NUMBER not in late.content.decode()
    client.force_login(cast.township)
    page = client.get(reverse("discretion:glimpse", args=[one.pk])).content.decode()
    assert ASKED["words"] in page and cast.far_township.name in page
    client.force_login(cast.supervisor)
    listed = client.get(reverse("discretion:glimpses")).content.decode()
    assert cast.far_township.name in listed and ASKED["words"] not in listed
