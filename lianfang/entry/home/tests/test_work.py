"""My work and the flows: what was done today is counted by the county's day, and an address that names nothing says so."""
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.checkpoints import actions as gates
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation import queries as orders

ON, NEXT = date(2020, 3, 10), date(2020, 3, 11)


@pytest.fixture
def client(cast, client):
    client.force_login(cast.officer)
    return client


def order_somebody(cast, name="周建明"):
    """An arrival of the 10th under an order, the 11th planned."""
    facts = {"origin": "other_province", "origin_risk": "low", "code": "green", "temperature": 36.5, "symptoms": "no", "age": 40,
             "exposure_on": "unknown", "arrival_on": ON, "special": "none", "worker": "no"}
    with everything():
        drafted = draft_person(unit_id=cast.units["502"].pk, name=name, at=cast.at)
        [person] = people.add_people(people=[drafted], by=cast.officer, at=cast.at)
        isolation.decide(findings=[isolation.Finding(person.pk, person.unit_id, facts, ON)], by=named(SYSTEM), at=cast.at)
        isolation.plan_checks(on=NEXT, by=named(SYSTEM), at=moment(ON, "18:00"))


def done(cast, at):
    unit = cast.units["青禾县"]
    with everything():
        Turn.objects.create(flow="check", record=uuid7(), state="due", unit=unit, level="county", role="duty_officer", owner_unit=unit,
                            opened_at=at, due=at, closed_at=at, closed_by=cast.officer.pk)


@pytest.mark.parametrize("clock", ["00:30", "07:59", "23:59"])
def test_done_today_begins_at_the_countys_midnight(cast, client, clock):
    now = moment(ON, clock)
    done(cast, moment(ON, "00:00") - timedelta(minutes=1))
    done(cast, moment(ON, "00:00"))
    with time_machine.travel(now, tick=False):
        assert client.get(reverse("home:home")).context["done"] == 1


def test_what_is_due_at_24_oclock_is_todays_work(cast, client):
    unit = cast.units["青禾县"]
    with everything():
        for due in (moment(NEXT, "00:00"), moment(NEXT, "00:01"), moment(NEXT, "00:00") + timedelta(days=1)):
            Turn.objects.create(flow="task", record=uuid7(), state="given", unit=unit, level="county", role="duty_officer", owner_unit=unit,
                                opened_at=cast.at, due=due)
    with time_machine.travel(moment(ON, "09:00"), tick=False):
        shown = client.get(reverse("home:home")).context
    assert (shown["count"], shown["tomorrow"]) == (1, 2)


@pytest.mark.parametrize(("clock", "opened"), [("09:00", {"晨检"}), ("15:59", {"晨检"}), ("16:00", {"晨检", "晚检"})])
def test_a_check_is_pressed_only_once_it_has_opened(cast, client, clock, opened):
    order_somebody(cast)
    client.force_login(cast.grid)
    with time_machine.travel(moment(NEXT, clock), tick=False):
        shown = client.get(reverse("home:home"))
    jobs = [*shown.context["late"], *(job for _building, some, _count in shown.context["buildings"] for job in some)]
    checks = {job.title.removeprefix("3月11日"): job for job in jobs if job.title.startswith("3月11日")}
    assert set(checks) == {"晨检", "晚检"}
    body = shown.content.decode()
    assert {half for half, job in checks.items() if f'href="{job.url}' in body} == opened
    assert ("16:00 起可填" in body) == (opened == {"晨检"})


def test_the_page_of_a_check_asks_nothing_before_it_opens(cast, client):
    order_somebody(cast)
    client.force_login(cast.grid)
    with everything():
        [evening] = orders.checks_due(NEXT, "pm")
    address, sent = reverse("isolation:check", args=[evening.pk]), {f"{evening.pk.hex}-temperature": "36.5"}
    with time_machine.travel(moment(NEXT, "09:00"), tick=False):
        shown = client.get(address).content.decode()
        assert "要到 3月11日 16:00 才能填" in shown and "temperature" not in shown
        assert client.post(address, sent).status_code == 422
    with time_machine.travel(moment(NEXT, "16:00"), tick=False):
        assert "temperature" in client.get(address).content.decode()
        assert client.post(address, sent).status_code == 302


def test_a_record_nobody_has_is_not_there(client):
    address = reverse("home:flow", args=["order"])
    assert client.get(address, {"record": "abc"}).status_code == 404
    assert client.get(address, {"record": str(uuid7())}).status_code == 200


@pytest.mark.parametrize(("part", "at", "stands"), [("officer", "10:00", True), ("township", "10:00", False), ("officer", "23:59", False)])
def test_a_list_of_what_is_overdue_is_urged_by_who_leads_above(cast, client, part, at, stands):
    town = cast.units["禾阳街道"]
    with everything():
        turn = Turn.objects.create(flow="alarm", record=uuid7(), state="open", unit=cast.units["502"], level="township",
                                   role="township_cadre", owner_unit=town, opened_at=moment(ON, "07:00"), due=moment(ON, "08:00"))
    client.force_login(getattr(cast, part))
    shown = f"{reverse('home:turns')}?figure=overdue_township&unit={town.pk}&at={moment(ON, '09:59').isoformat().replace('+', '%2B')}"
    later = moment(ON, at) + timedelta(hours=1)
    press = f"{reverse('situation:urge', args=[town.pk, 'township'])}?below={town.pk}"
    with time_machine.travel(later, tick=False):
        assert (f'action="{press}"' in client.get(shown).content.decode()) == stands
        if stands:
            client.post(press)
    turn.refresh_from_db()
    assert turn.urged == stands


def test_a_post_with_nobody_on_duty_stands_before_whoever_leads_it_until_somebody_is(cast, client):
    later = cast.at + timedelta(days=1)
    with everything():
        post = gates.put_up_post(unit=cast.units["禾阳街道"], name="青禾南收费站", tier="county", kind="road", from_on=cast.on,
                                 by=cast.officer, at=cast.at)

    def told(who):
        client.force_login(who)
        return "青禾南收费站" in client.get("/").content.decode()

    with time_machine.travel(later, tick=False):
        assert [told(who) for who in (cast.officer, cast.township, cast.cadre, cast.grid)] == [True, True, False, False]
        gates.open_shift(post=post, people=3, by=cast.grid, at=later)
        assert not told(cast.township)
