"""One person is not two: whoever made, empowered or opened the other's account a few days ago is no second person beside him."""
from datetime import timedelta
from itertools import pairwise, permutations

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.actions.telling import told
from lianfang.ground.accounts.models import Account, Assignment, Notice
from lianfang.ground.accounts.queries import PORTAL, SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.decisions import actions as tables
from lianfang.ground.decisions import decide
from lianfang.ground.decisions.actions.apart import is_of
from lianfang.ground.decisions.models import TableVersion
from lianfang.ground.journal import actions as journal
from lianfang.ground.workflow import Refused
from lianfang.overview.ending import actions as ending
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.discretion import actions as discretion
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation.models import Held, Order
from lianfang.response.redress import actions as redress
from lianfang.response.redress.models import Appeal
from tests.cast import OPENED
from tests.samples.isolation import FACTS


@pytest.fixture(autouse=True)
def _all_seen(cast):
    with everything():
        yield


@pytest.fixture
def order(cast):
    """Somebody's order, by the system."""
    [person] = people.add_people(people=[draft_person(unit_id=cast.units["502"].pk, name="周建明", at=cast.at)], by=cast.grid, at=cast.at)
    isolation.decide(findings=[isolation.Finding(person_id=person.pk, unit_id=person.unit_id, facts=FACTS, on=cast.on)],
                     by=named(SYSTEM), at=cast.at)
    return Order.objects.get()


def exception(cast, order):
    asked = isolation.deviate(order=order, measure="home_monitoring", reason="medical_care", evidence="证明", by=cast.cadre, at=cast.at)
    return cast.cadre, cast.officer, lambda at: isolation.approve_deviation(deviation=asked, by=cast.officer, at=at)


def held(cast, order):
    mates = [isolation.Housemate(f"储户{n}", phone=f"139{n:08d}") for n in range(30)]
    isolation.order_door(order=order, housemates=mates, by=cast.cadre, at=cast.at)
    return cast.cadre, cast.supervisor, lambda at: isolation.agree_held(batch=Held.objects.get(), by=cast.supervisor, at=at)


def let_through(cast, order):
    held(cast, order)[2](cast.at)
    return cast.supervisor, cast.leader, lambda at: isolation.let_through(batch=Held.objects.get(), by=cast.leader, at=at)


def protection(cast, order):
    second = Account.objects.create(login="second", name="沙小月")
    Assignment.objects.create(account=second, role="duty_officer", unit=cast.units["青禾县"], from_on=OPENED)
    one = discretion.protect(person=order.person, reason="informant", minder=cast.township, by=cast.leader, at=cast.at)
    return cast.leader, second, lambda at: discretion.agree_protection(protection=one, by=second, at=at)


def over(cast, order):
    one = ending.propose(unit=cast.units["青禾县"], basis="青防指〔2020〕88号", by=cast.officer, at=cast.at)
    return cast.officer, cast.leader, lambda at: ending.agree(ending=one, by=cast.leader, at=at)


def second_of_the_ending(cast, order):
    one = ending.propose(unit=cast.units["青禾县"], basis="青防指〔2020〕88号", by=cast.officer, at=cast.at)
    ending.agree(ending=one, by=cast.leader, at=cast.at)
    return cast.leader, cast.township, lambda at: ending.approve(ending=one, by=cast.township, at=at)


def answer(cast, order):
    one = redress.appeal(person=order.person, order=order.pk, unit_id=order.unit_id, verdict=order.verdict, measure=order.measure,
                         order_number="青隔〔2020〕0001号", deciders=[(cast.grid.pk, cast.at)], words="我不是", channel="self",
                         by=named(PORTAL), at=cast.at)
    return cast.grid, cast.township, lambda at: redress.uphold(appeal=one, reason="核对过", by=cast.township, at=at)


def correction(cast, order):
    one = redress.claim(person=order.person, field="check", right="36.5", words="", channel="paper", by=cast.grid, at=cast.at)
    return cast.grid, cast.cadre, lambda at: redress.correct(correction=one, reason="核对过", by=cast.cadre, at=at)


ACTS = [exception, held, let_through, protection, over, second_of_the_ending, answer, correction]


def handed(verb, by, account, at):
    journal.write([told(verb, account.pk, by=by, at=at)])


@pytest.mark.parametrize("act", ACTS)
def test_whoever_handed_the_other_his_account_is_no_second_person(act, cast, order):
    first, second, does = act(cast, order)
    handed("renew_slip", first, second, cast.at)
    with pytest.raises(Refused, match="7 天内经手"):
        does(cast.at)


@pytest.mark.parametrize("act", ACTS)
def test_the_other_way_round_neither(act, cast, order):
    first, second, does = act(cast, order)
    handed("assign", second, first, cast.at)
    with pytest.raises(Refused, match="经手"):
        does(cast.at)


def test_nor_does_such_a_one_read_what_the_appeal_says(cast, order, client):
    decider, answers, _does = answer(cast, order)
    one = Appeal.objects.get()
    client.force_login(answers, backend="lianfang.ground.accounts.sessions.AccountBackend")
    page = reverse("redress:appeal", args=[one.pk])
    with time_machine.travel(cast.at, tick=False):
        assert "经手" not in client.get(page).content.decode()
        handed("unlock", decider, answers, cast.at)
        assert "经手" in client.get(page).content.decode()
        assert client.post(reverse("redress:read_appeal", args=[one.pk]), {"reason": "turn"}).status_code == 403


@pytest.mark.parametrize("act", ACTS)
def test_by_a_third_person_or_the_program_or_long_ago_it_is_fine(act, cast, order):
    first, second, does = act(cast, order)
    for by, at in ((cast.admin, cast.at), (named(SYSTEM), cast.at), (first, cast.at - timedelta(days=7))):
        handed("add", by, second, at)
    does(cast.at)


@pytest.mark.parametrize("verb", ["add", "assign", "renew_slip", "unlock", "reset_factors", "link", "reactivate"])
def test_within_the_days_each_of_these_counts(verb, cast):
    handed(verb, cast.officer, cast.leader, cast.at - timedelta(days=6))
    assert is_of(cast.officer.pk, cast.leader.pk, cast.at) and is_of(cast.leader.pk, cast.officer.pk, cast.at)
    assert not is_of(cast.officer.pk, cast.township.pk, cast.at)
    assert not is_of(cast.officer.pk, cast.leader.pk, cast.at + timedelta(days=1))


def chain(cast, n, at):
    """People each of whom handed the next his account."""
    people = [Account.objects.create(login=f"hand{i}", name="蔡兰") for i in range(n + 1)]
    for by, account in pairwise(people):
        handed("add", by, account, at)
    return people


def test_nor_whoever_handed_it_to_the_one_who_handed_it(cast):
    people = chain(cast, 3, cast.at - timedelta(days=6))
    assert all(is_of(a.pk, b.pk, cast.at) for a, b in permutations(people, 2))
    handed("renew_slip", people[-1], people[0], cast.at)
    assert is_of(people[0].pk, people[2].pk, cast.at), "a circle ends"
    assert not is_of(people[0].pk, cast.leader.pk, cast.at)


def test_two_to_whom_the_administrator_handed_theirs_are_two(cast):
    handed("add", cast.admin, cast.officer, cast.at)
    handed("add", cast.admin, cast.leader, cast.at)
    assert not is_of(cast.officer.pk, cast.leader.pk, cast.at)


def test_the_table_says_through_how_many_hands(cast):
    people, hands = chain(cast, 6, cast.at), decide("apart", {"what": "handed"}, on=cast.on).result["hands"]
    assert [is_of(people[0].pk, one.pk, cast.at) for one in people[1:]] == [n <= hands for n in range(1, 7)] and hands == 5


def test_a_table_of_the_county_neither(cast):
    version = TableVersion(area=cast.units["青禾县"], drafted_by=cast.officer, drafted_post=f"{cast.units['青禾县'].pk}:command")
    handed("add", cast.officer, cast.epi, cast.at)
    with pytest.raises(Refused, match="经手"):
        tables.approving._another_post(version, cast.epi, cast.at)


def test_a_new_slip_is_told_to_whoever_had_chosen_a_password(cast):
    from lianfang.ground.accounts.actions import renew_slips

    Account.objects.filter(pk=cast.cadre.pk).update(password_at=cast.at)
    renew_slips(accounts=Account.objects.filter(pk__in=[cast.cadre.pk, cast.grid.pk]), by=cast.township, at=cast.at)
    assert [(one.account, one.verb, one.by) for one in Notice.objects.all()] == [(cast.cadre, "renew_slip", cast.township)]
