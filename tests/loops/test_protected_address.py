"""A protected address: hidden at once, everywhere, from everybody not named; two people; never shown by the calendar."""
from datetime import timedelta

import pytest
from django.urls import reverse

from lianfang.entry.portal.tests.test_door import words
from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.ground.retention.classes import about, kept_of
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import escalate
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_entry, draft_person
from lianfang.registers.people.models import Entry, Person
from lianfang.registers.people.queries import search
from lianfang.response.discretion import actions
from lianfang.response.discretion.models import Protection
from lianfang.response.isolation.actions import Finding, decide
from lianfang.response.isolation.models import Check, FormerPlace, Order
from tests.cast import OPENED
from tests.samples.isolation import FACTS

NUMBER, ADDRESS = "22072219890101123X", "向阳小区3号楼1单元502室里屋"
PLACES = ("向阳小区", "3号楼", "502", "丰禾社区", "第四网格")


@pytest.fixture
def person(cast):
    """Somebody at door 502, in the register too."""
    found = draft_person(unit_id=cast.units["502"].pk, name="周建明", at=cast.at, id_number=NUMBER, address=ADDRESS)
    with everything():
        [made] = people.add_people(people=[found], by=cast.officer, at=cast.at)
        people.add_entries(entries=[draft_entry(unit_id=cast.units["502"].pk, source=made.pk, name="周建明", id_number=NUMBER)])
    return made


@pytest.fixture
def order(cast, person):
    """His order."""
    with everything():
        decide(findings=[Finding(person_id=person.pk, unit_id=person.unit_id, facts=FACTS, on=cast.on)], by=named(SYSTEM), at=cast.at)
        return Order.objects.get()


@pytest.fixture
def second(cast):
    """Another officer of the county."""
    account = Account.objects.create(login="second", name="沙小月")
    Assignment.objects.create(account=account, role="duty_officer", unit=cast.units["青禾县"], from_on=OPENED)
    return account


@pytest.fixture
def protection(cast, person, order):
    """The leader has asked for it; the street's cadre is named."""
    return actions.protect(person=person, reason="informant", minder=cast.township, by=cast.leader, at=cast.at)


def test_every_row_about_him_stands_at_the_street(cast, person, protection):
    street = cast.units["禾阳街道"]
    with everything():
        found = Person.objects.get(pk=person.pk)
        assert (found.unit, found.address.open(), found.is_sheltered) == (street, "", True)
        for model in about(Person):
            for row in model._base_manager.filter(**{kept_of(model).about: person.pk}):
                units = {name: getattr(row, name) for name in kept_of(model).places if isinstance(getattr(row, name, None), Unit)}
                assert set(units.values()) <= {street}, model._meta.label
        assert Order.objects.get().unit == street and set(Check.objects.values_list("unit", flat=True)) == {street.pk}
        assert set(FormerPlace.objects.values_list("unit", flat=True)) == {street.pk}
        assert Entry.objects.get(id_blind=found.id_blind).unit == street


def test_what_must_be_done_for_him_is_the_minder_s(cast, person, protection):
    with everything():
        assert Order.objects.get().minder == cast.township
        checks = Turn.objects.filter(flow="check", closed_at=None)
        assert checks and {turn.account for turn in checks} == {cast.township}


def test_no_line_since_then_tells_where(cast, person, protection):
    narrow = set(Unit.objects.exclude(level__in=("county", "township")).values_list("pk", flat=True))
    since = Line.objects.filter(id__gte=Line.objects.get(verb="discretion.protect").pk)
    assert since.count() > 3
    assert not [line.verb for line in since if line.unit in narrow or narrow & {line.data.get(name) for name in ("to", "from", "unit")}]


def test_nothing_moves_him_and_no_address_comes_back(cast, person, protection):
    with everything():
        found = Person.objects.get(pk=person.pk)
        for act in (lambda: people.place(people=[found], unit=cast.units["601"], by=cast.cadre, at=cast.at),
                    lambda: people.move(people=[found], unit=cast.units["601"], by=cast.cadre, at=cast.at),
                    lambda: people.amend(person=found, by=cast.cadre, at=cast.at, address=ADDRESS)):
            with pytest.raises(Refused, match="指定的人"):
                act()


def test_a_register_brought_in_later_does_not_find_him_either(cast, person, protection):
    reach = cast.units["丰禾社区"].path
    with everything():
        Entry.objects.update(unit=cast.units["502"])
        for text in (NUMBER, "周建明", "zjm", "123X"):
            found = search(text, reach, entries=reach)
            assert (found.people, found.entries) == ([], [])


def test_it_takes_two(cast, protection, second):
    with everything():
        for by in (cast.leader, cast.township, cast.cadre, cast.supervisor):
            with pytest.raises(Refused):
                actions.agree_protection(protection=protection, by=by, at=cast.at)
        actions.agree_protection(protection=protection, by=second, at=cast.at)
    assert Protection._base_manager.get().state == "standing"


@pytest.mark.parametrize("part", ["township", "cadre", "grid", "supervisor", "admin", "epi"])
def test_who_may_not_protect(cast, person, part):
    with pytest.raises(Refused, match="权限"):
        actions.protect(person=person, reason="informant", minder=cast.township, by=getattr(cast, part), at=cast.at)


def test_only_for_a_reason_of_the_list_and_a_minder_who_reaches_there(cast, person):
    with pytest.raises(Refused, match="理由"):
        actions.protect(person=person, reason="famous", minder=cast.township, by=cast.leader, at=cast.at)
    for minder in (cast.grid, cast.far_township, cast.lab):
        with pytest.raises(Refused, match="包保人"):
            actions.protect(person=person, reason="informant", minder=minder, by=cast.leader, at=cast.at)
    with everything():
        assert Person.objects.get(pk=person.pk).unit == cast.units["502"] and not Protection.objects.exists()


def test_refused_he_is_put_back(cast, person, protection, second):
    actions.refuse_protection(protection=protection, by=second, at=cast.at)
    with everything():
        found, order = Person.objects.get(pk=person.pk), Order.objects.get()
        assert (found.unit, found.address.open(), order.unit) == (cast.units["502"], ADDRESS, cast.units["502"])
        assert Protection.objects.get().place.open() == Protection.objects.get().address.open() == ""


def test_when_its_days_are_over_it_still_hides_until_somebody_decides(cast, person, protection, second):
    with everything():
        actions.agree_protection(protection=protection, by=second, at=cast.at)
        last = protection.until_on
        assert last == cast.on + timedelta(days=90)
        turn = Turn.objects.get(flow="protection", closed_at=None)
        assert (turn.role, turn.account, turn.due.date() + timedelta(days=1)) == ("duty_officer", None, last - timedelta(days=14))
        late = cast.at + timedelta(days=90)
        assert (actions.lapse(by=second, at=late - timedelta(days=1)), actions.lapse(by=second, at=late)) == (0, 1)
        one = Protection.objects.get()
        assert one.state == "over" and Person.objects.get(pk=person.pk).is_sheltered
        actions.renew_protection(protection=one, by=second, at=late)
        assert one.until_on == cast.on + timedelta(days=180)
        actions.end_protection(protection=one, is_put_back=False, by=second, at=late)
        found = Person.objects.get(pk=person.pk)
        assert (found.unit, found.address.open(), found.is_sheltered) == (cast.units["禾阳街道"], "", False)


def test_the_address_opens_to_those_named_for_a_reason(cast, person, protection):
    assert ADDRESS in actions.open_address(protection=protection, reason="visit", by=cast.township, at=cast.at)["address"]
    for by, reason in ((cast.officer, "visit"), (cast.leader, "visit"), (cast.township, "curious")):
        with pytest.raises(Refused):
            actions.open_address(protection=protection, reason=reason, by=by, at=cast.at)
    told = Line.objects.get(verb="discretion.open_address")
    assert (told.by, told.subject, told.data) == (cast.township.pk, person.pk, {"reason": "visit"})


@pytest.mark.parametrize(("part", "status", "shown"), [("township", 200, True), ("leader", 403, False), ("officer", 403, False),
                                                       ("cadre", 404, False), ("grid", 404, False), ("epi", 403, False)])
def test_on_the_page(cast, protection, client, part, status, shown):
    client.force_login(getattr(cast, part))
    answer = client.post(reverse("discretion:open_address", args=[protection.pk]), {"reason": "visit"})
    assert (answer.status_code, "里屋" in answer.content.decode()) == (status, shown)


def test_his_own_page_and_his_papers_name_the_street_only(cast, person, protection, client):
    client.force_login(cast.township)
    page = words(client.get(reverse("home:person", args=[person.pk])))  # without its addresses: an id may hold a 502
    assert "禾阳街道" in page and not [place for place in PLACES if place in page]
    for part in ("cadre", "grid"):
        client.force_login(getattr(cast, part))
        assert client.get(reverse("home:person", args=[person.pk])).status_code == 404
        assert "周＊明" not in client.get(reverse("home:home")).content.decode()


def test_asked_for_by_the_only_leader_it_goes_to_the_officers_when_its_day_is_over(cast, protection):
    with everything():
        escalate(at=cast.at + timedelta(days=1), by=named(SYSTEM))
        turn = Turn.objects.get(flow="protection", closed_at=None)
        assert (turn.role, turn.owner_unit) == ("duty_officer", cast.units["青禾县"])


def test_who_asked_for_it_puts_nobody_back(cast, person, protection, second):
    with everything():
        with pytest.raises(Refused, match="两个人"):
            actions.refuse_protection(protection=protection, by=cast.leader, at=cast.at)
        actions.agree_protection(protection=protection, by=second, at=cast.at)
        with pytest.raises(Refused, match="两个人"):
            actions.end_protection(protection=protection, is_put_back=True, by=cast.leader, at=cast.at)
        assert Person.objects.get(pk=person.pk).is_sheltered
        actions.end_protection(protection=protection, is_put_back=False, by=cast.leader, at=cast.at)


def test_when_the_list_no_longer_names_its_reason_it_is_said_in_a_sentence(cast, protection, second):
    with everything():
        Protection.objects.update(reason="famous")
        one = Protection.objects.get()
        with pytest.raises(Refused, match="理由表"):
            actions.agree_protection(protection=one, by=second, at=cast.at)
        Protection.objects.update(state="standing")
        with pytest.raises(Refused, match="理由表"):
            actions.renew_protection(protection=Protection.objects.get(), by=second, at=cast.at)


def test_who_was_named_below_the_wide_unit_opens_it(cast, person, order, client):
    one = actions.protect(person=person, reason="witness", minder=cast.officer, known_to=[cast.grid], by=cast.leader, at=cast.at)
    assert one.unit == cast.units["青禾县"]
    client.force_login(cast.grid)
    page = client.get(reverse("discretion:protection", args=[one.pk]))
    assert page.status_code == 200 and reverse("people:person", args=[person.pk]) not in page.content.decode()
    assert "里屋" in client.post(reverse("discretion:open_address", args=[one.pk]), {"reason": "visit"}).content.decode()
