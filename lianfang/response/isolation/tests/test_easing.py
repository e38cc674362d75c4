"""What frees or eases somebody on one person's word binds at once, and is looked into by somebody of another unit; denied, he goes on."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.days import day_of
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.isolation.actions import (
    admit,
    complete,
    confirm_easing,
    deny_easing,
    leave_county,
    make_good,
    record_death,
    redecide,
)
from lianfang.response.isolation.models import Easing, Order
from tests.cast import OPENED

ENDS = {"admit": admit, "leave_county": leave_county, "record_death": record_death}
LATER = timedelta(hours=5)


def still_bound(person):
    return Order.objects.filter(person=person.pk, closed_at=None).first()


def eased(order, cast, by=None, **facts):
    redecide(order=order, facts=facts, by=by or cast.cadre, at=cast.at, evidence="车票 D123，从邻县来")
    return Easing.objects.first()


@pytest.mark.parametrize("step", ENDS)
def test_an_end_holds_at_once_and_is_the_supervisors_turn_the_same_day(order, cast, step):
    ENDS[step](orders=[order], by=cast.cadre, at=cast.at, evidence="邻县接收函 12号")
    one = Easing.objects.get()
    turn = Turn.objects.get(record=one.pk, closed_at=None)
    assert (order.closed_at, one.state, one.step, one.evidence.open()) == (cast.at, "open", step, "邻县接收函 12号")
    assert (turn.role, day_of(turn.due), turn.subject) == ("supervisor", cast.on, order.person_id)
    told = Line.objects.get(verb="isolation.ease")
    assert told.because == Line.objects.get(verb=f"isolation.{step}").pk and "接收函" not in str(told.data)


@pytest.mark.parametrize("step", ENDS)
def test_denied_he_goes_on_from_where_it_was_until_the_day_it_said(order, cast, person, step):
    ENDS[step](orders=[order], by=cast.cadre, at=cast.at, evidence="听说")
    deny_easing(easing=Easing.objects.get(), by=cast.supervisor, at=cast.at + LATER)
    back = still_bound(person)
    assert (back.measure, back.base_on, back.until_on, back.verdict) == (order.measure, order.base_on, order.until_on, order.verdict)
    assert back.pk != order.pk and back.because == Line.objects.get(verb="isolation.deny_easing").pk
    assert not Turn.objects.filter(flow="easing", closed_at=None).exists()


def test_confirmed_it_stays_so(order, cast, person):
    record_death(orders=[order], by=cast.cadre, at=cast.at, evidence="县医院死亡证明 7号")
    confirm_easing(easing=Easing.objects.get(), by=cast.supervisor, at=cast.at + LATER)
    assert (Easing.objects.get().state, still_bound(person)) == ("confirmed", None)
    with pytest.raises(Refused):
        deny_easing(easing=Easing.objects.get(), by=cast.leader, at=cast.at + LATER)


def test_denied_after_its_last_day_nobody_is_bound_again(order, cast, person):
    leave_county(orders=[order], by=cast.cadre, at=cast.at, evidence="听说")
    deny_easing(easing=Easing.objects.get(), by=cast.supervisor, at=cast.at + timedelta(days=15))
    assert (Easing.objects.get().state, still_bound(person)) == ("denied", None)


def appealed(order, cast):
    make_good(order=order.pk, way="row", facts={"origin": "same_province"}, by=cast.township, at=cast.at + LATER, because=order.because)


def taken_ill(order, cast):
    admit(orders=[order], by=cast.officer, at=cast.at + LATER, evidence="县医院收治")


def dead(order, cast):
    record_death(orders=[order], by=cast.officer, at=cast.at + LATER, evidence="死亡证明 7号")


@pytest.mark.parametrize("since", [appealed, taken_ill, dead])
def test_what_others_found_since_is_not_taken_back_with_an_easing(order, cast, person, since):
    one = eased(order, cast, exposure_on=date(2020, 3, 5))
    since(Order.objects.get(pk=order.pk), cast)
    deny_easing(easing=one, by=cast.supervisor, at=cast.at + 2 * LATER)
    assert still_bound(person) is None


def test_a_milder_order_by_an_appeal_stays_when_an_easing_before_it_is_denied(order, cast, person):
    one = eased(order, cast, exposure_on=date(2020, 3, 5))
    make_good(order=order.pk, way="row", facts={"origin": "same_province", "origin_risk": "medium"}, by=cast.township,
              at=cast.at + LATER, because=order.because)
    mild = still_bound(person)
    deny_easing(easing=one, by=cast.supervisor, at=cast.at + 2 * LATER)
    assert still_bound(person) == mild


def test_denied_he_is_bound_where_he_lives_by_now(order, cast, person):
    leave_county(orders=[order], by=cast.cadre, at=cast.at, evidence="听说")
    person.unit = cast.units["601"]
    person.save()
    deny_easing(easing=Easing.objects.get(), by=cast.supervisor, at=cast.at + LATER)
    assert still_bound(person).unit_id == person.unit_id


def test_who_has_moved_since_is_still_of_the_unit_he_was_of(order, cast):
    one = eased(order, cast, by=cast.officer, origin="same_province")
    Assignment.objects.filter(account=cast.officer).update(until_on=cast.on + timedelta(days=1))
    with pytest.raises(Refused, match="另一个单位"):
        confirm_easing(easing=one, by=cast.leader, at=cast.at + timedelta(days=2))


def test_whoever_is_sent_to_the_clinic_is_looked_into_too(order, cast):
    from lianfang.response.isolation.actions import refer
    from lianfang.response.isolation.models import Alarm

    alarm = Alarm.objects.create(order=order, person_id=order.person_id, unit_id=order.unit_id, kind="check", raised_at=cast.at)
    refer(alarm=alarm, answer="已由专车送县医院", by=cast.cadre, at=cast.at)
    assert (Easing.objects.get().step, Easing.objects.get().evidence.open()) == ("admit", "已由专车送县医院")


@pytest.mark.parametrize(("facts", "state"), [
    ({"origin": "same_province"}, "lifted"), ({"origin": "same_province", "origin_risk": "medium"}, "replaced"),
    ({"exposure_on": date(2020, 3, 5)}, "issued"), ({"exposure_on": date(2020, 2, 20)}, "expired")])
def test_facts_that_ease_are_looked_into_and_denied_put_back(order, cast, person, facts, state):
    was = (order.measure, order.base_on, order.until_on, order.verdict_id)
    one = eased(order, cast, **facts)
    assert Order.objects.get(pk=order.pk).state == state and one.step == "redecide"
    deny_easing(easing=one, by=cast.supervisor, at=cast.at + LATER)
    back = still_bound(person)
    assert (back.measure, back.base_on, back.until_on, back.verdict_id) == was
    assert Order.objects.filter(person=person.pk, closed_at=None).count() == 1


@pytest.mark.parametrize("facts", [{"age": 41}, {"origin_risk": "high"}])
def test_what_binds_as_much_or_more_needs_nobody(order, cast, facts):
    assert eased(order, cast, **facts) is None


def test_the_program_and_an_appeals_answer_need_nobody_more(order, cast):
    made = redecide(order=order, facts={"exposure_on": date(2020, 3, 5)}, by=named(SYSTEM), at=cast.at)
    order.refresh_from_db()
    make_good(order=order.pk, way="row", facts={"origin": "same_province"}, by=cast.township, at=cast.at, because=made.because)
    assert not Easing.objects.exists() and Order.objects.get().state == "lifted"


def test_a_review_that_frees_somebody_under_an_order_is_looked_into_too(order, cast):
    from lianfang.response.isolation.actions.again.reconsider import question
    from lianfang.response.isolation.models import Review

    question(order, order.verdict, cast.officer, cast.at, order.because)
    complete(review=Review.objects.get(), facts={"origin": "same_province"}, by=cast.epi, at=cast.at, on=cast.on, evidence="车票")
    assert (Easing.objects.get().eased_by, Order.objects.get().state) == (cast.epi, "lifted")


def test_only_a_second_person_of_another_unit(order, cast):
    one = eased(order, cast, by=cast.officer, origin="same_province")
    for by in (cast.officer, cast.leader, cast.township, cast.cadre):  # the leader stands where the officer stands: at the command
        with pytest.raises(Refused):
            confirm_easing(easing=one, by=by, at=cast.at)
    both = Account.objects.create(login="both", name="某某")
    for role, unit in (("supervisor", "青禾县"), ("duty_officer", "青禾县")):
        Assignment.objects.create(account=both, role=role, unit=cast.units[unit], from_on=OPENED)
    with pytest.raises(Refused, match="另一个单位"):
        deny_easing(easing=one, by=both, at=cast.at)
    confirm_easing(easing=one, by=cast.supervisor, at=cast.at)


def test_on_the_pages(order, cast, client):
    client.force_login(cast.cadre)
    with time_machine.travel(cast.at, tick=False):
        left = reverse("isolation:leave_county", args=[order.pk])
        assert client.post(left, {"evidence": " "}).status_code == 422
        assert client.post(left, {"evidence": "邻县接收函 12号"}).status_code == 302
        one = Easing.objects.get()
        client.force_login(cast.supervisor)
        assert "核实放宽：离县" in client.get(reverse("home:home")).content.decode()
        page = reverse("isolation:confirm_easing", args=[one.pk])
        assert "接收函" not in client.get(page).content.decode()
        opened = client.post(reverse("isolation:read_easing", args=[one.pk]), {"reason": "turn"}, follow=True).content.decode()
        assert "邻县接收函 12号" in opened and "不属实" in opened
        assert client.post(reverse("isolation:deny_easing", args=[one.pk]), {"next": ""}).status_code == 302
        assert "不属实，接着管控" in client.get(reverse("isolation:easings")).content.decode()
    assert Order.objects.filter(closed_at=None).count() == 1
