"""The three firsts: reported by whoever sees him, measured, set apart and put to isolation's table, or ruled out; each by its clock."""
from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import escalate
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.actions import Somebody
from lianfang.registers.people.models import Membership, Person
from lianfang.response.abnormal import actions, queries
from lianfang.response.abnormal.models import Sighting


class Seen:
    """What happens around one who was seen."""

    def __init__(self, cast):
        self.cast, self.at = cast, cast.at

    def report(self, by="grid", pk=None, **said):
        told = {"seen": ["fever"], "words": "在小区门口", **said}
        return actions.report_sighting(id=pk or uuid7(), who=Somebody("周建明", phone="13800005678"), by=self.cast.accounts[by], at=self.at,
                                       unit=self.cast.units["丰禾社区"], **told)

    def measure(self, one, temperature="38.2", after=10):
        actions.measure_sighting(sighting=one, temperature=Decimal(temperature), has_symptoms=True, by=self.cast.cadre,
                                 at=self.later(after))

    def later(self, minutes):
        return self.at + timedelta(minutes=minutes)

    def turn(self, one):
        return Turn.objects.get(record=one.pk, closed_at=None)


@pytest.fixture
def seen(cast):
    with everything():
        yield Seen(cast)


def test_level_by_level_each_step_has_its_clock_and_goes_up_when_it_is_late(seen):
    one = seen.report()
    turn = seen.turn(one)
    assert (turn.role, turn.owner_unit.name, turn.due) == ("village_cadre", "丰禾社区", seen.later(15))
    assert escalate(at=seen.later(16), by=named(SYSTEM)) == 1 and seen.turn(one).role == "township_cadre"
    seen.measure(one, after=20)
    assert (seen.turn(one).role, seen.turn(one).due) == ("township_cadre", seen.later(50))
    _told, measured, isolated = queries.firsts(one, seen.later(60))
    assert (measured.minutes, measured.is_late, isolated.is_late, isolated.done_at) == (20, True, True, None)
    actions.isolate_sighting(sighting=one, where="村卫生室隔离间", by=seen.cast.township, at=seen.later(30))
    assert (one.state, one.closed_at, queries.firsts(one, seen.later(90))[2].minutes) == ("isolated", seen.later(30), 10)


def test_set_apart_he_is_decided_on_by_isolations_own_table_at_once(seen):
    one = seen.report()
    seen.measure(one)
    actions.isolate_sighting(sighting=one, where="单独一间", by=seen.cast.township, at=seen.later(20))
    told = Line.objects.get(verb="abnormal.isolate_sighting")
    decided = Line.objects.get(verb="isolation.decide", subject=one.person_id)
    assert decided.because == told.id
    assert Line.objects.filter(verb="isolation.issue", subject=one.person_id).exists()


def test_ruled_out_he_is_on_record_no_longer(seen):
    one = seen.report()
    assert Membership.objects.filter(person=one.person_id, category="abnormal", until_on=None).exists()
    with pytest.raises(Refused):
        actions.rule_out_sighting(sighting=one, why="复测正常", by=seen.cast.township, at=seen.at)
    seen.measure(one, "36.6")
    with pytest.raises(Refused, match="为什么排除"):
        actions.rule_out_sighting(sighting=one, why=" ", by=seen.cast.township, at=seen.later(12))
    actions.rule_out_sighting(sighting=one, why="复测三次正常，走急了", by=seen.cast.township, at=seen.later(12))
    assert one.state == "ruled_out" and not Membership.objects.filter(person=one.person_id, until_on=None).exists()
    assert not Line.objects.filter(verb="isolation.decide").exists()


def test_sent_twice_it_is_one_and_nobody_is_reported_while_he_is_waited_for(seen):
    pk = uuid7()
    assert seen.report(pk=pk).pk == seen.report(pk=pk).pk and Sighting.objects.count() == 1
    with pytest.raises(Refused, match="不用再报"):
        seen.report()
    with pytest.raises(Refused, match="勾上看到什么"):
        seen.report(seen=[], words=" ")
    assert Person.objects.filter(name="周建明").count() == 1


@pytest.mark.parametrize("temperature", [None, Decimal("20"), Decimal("52")])
def test_a_temperature_no_thermometer_shows_is_refused(seen, temperature):
    with pytest.raises(Refused, match="34 到 43"):
        actions.measure_sighting(sighting=seen.report(), temperature=temperature, has_symptoms=False, by=seen.cast.cadre, at=seen.at)


def test_a_post_reports_a_village_measures_a_town_sets_apart_on_screen(seen, client):
    cast, said = seen.cast, {"unit": seen.cast.units["丰禾社区"].pk, "seen": ["fever"], "words": "卡口量到发热", "name": "周建明"}
    with time_machine.travel(seen.at, tick=False):
        client.force_login(cast.post)
        refused = client.post(reverse("abnormal:report_sighting"), {**said, "seen": [], "words": "", "phone": "123"})
        assert set(refused.context["form"].errors) == {"seen", "phone"} and "勾上看到什么" in refused.content.decode()
        page = client.post(reverse("abnormal:report_sighting"), said, follow=True).content.decode()
        assert "人先不要走" in page and "周＊明" in page
        one = Sighting.objects.get()
        there = reverse("abnormal:sighting", args=[one.pk])
        assert client.get(there).status_code == 403
        client.force_login(cast.cadre)
        page = client.get(there).content.decode()
        assert "第一时间测量" in page and "卡口量到发热" not in page
        client.post(reverse("abnormal:read", args=[one.pk]), {"reason": "turn"})
        assert "卡口量到发热" in client.get(there).content.decode()
        page = client.post(reverse("abnormal:measure_sighting", args=[one.pk]), {"temperature": "99", "has_symptoms": "yes"})
        assert page.status_code == 422 and "34 到 43" in page.content.decode()
        client.post(reverse("abnormal:measure_sighting", args=[one.pk]), {"temperature": "38.4", "has_symptoms": "yes"})
        client.force_login(cast.township)
        client.post(reverse("abnormal:isolate_sighting", args=[one.pk]), {"where": "镇卫生院"})
        assert "周＊明" in client.get(reverse("abnormal:sightings")).content.decode()
        client.force_login(cast.far_cadre)
        assert client.get(there).status_code == 404
    one.refresh_from_db()
    assert (one.state, one.held_at.open()) == ("isolated", "镇卫生院")


def test_the_way_to_report_is_shown_to_who_may_report(seen, client):
    for account, is_shown in (("grid", True), ("epi", False)):
        client.force_login(seen.cast.accounts[account])
        page = client.get(reverse("abnormal:sightings")).content.decode().split("<main")[1]
        assert (reverse("abnormal:report_sighting") in page) is is_shown
