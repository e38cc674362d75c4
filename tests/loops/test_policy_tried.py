"""A policy tried: close contacts from 14+7 to 7+3, before and after, with rooms; and what was tried is what a switch then does."""
import html
import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.decisions import current, shipped
from lianfang.ground.decisions.actions import approve_version, draft_version, edit_version, submit_version
from lianfang.ground.decisions.models import TableVersion
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused, ahead
from lianfang.overview.trial import actions, queries
from lianfang.overview.trial.models import Group, Trial, TrialLine
from lianfang.overview.wall.actions import count as count_wall
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation.models import Deviation, Order, SwitchLine

EVE, NINTH = datetime(2022, 6, 27, 2, 0, tzinfo=UTC), datetime(2022, 6, 27, 16, 30, tzinfo=UTC)
LETTERS = {"home_monitoring": "m", "home_quarantine": "h", "central_quarantine": "c", "refer_fever_clinic": "r"}


def exposed(n):
    """How many days before."""
    return n % 18 + 2 * (n % 18 > 13)


def facts(n):
    """Every fifth a contact of a contact; exposed up to nineteen days before, some overdue, none to be released tomorrow; of all ages."""
    return {"disease": "covid_omicron", "kind": "second" if n % 5 == 4 else "close", "exposure_on": EVE.date() - timedelta(days=exposed(n)),
            "age": 10 + n % 75, "special": "none", "negative": "unknown", "symptoms": "no"}


@pytest.fixture
def bound(cast):
    """Sixty contacts under orders of the eighth edition, each decided on the day of his exposure."""
    with everything():
        Assignment.objects.update(from_on=date(2020, 1, 1))
        door = cast.units["502"]
        made = people.add_people(people=[draft_person(unit_id=door.pk, name=f"试算{n}", at=cast.at) for n in range(60)], by=cast.officer,
                                 at=cast.at)
        for n, one in enumerate(made):
            at = EVE - timedelta(days=exposed(n))
            finding = isolation.Finding(one.pk, one.unit_id, facts(n), at.date(), table="exposed")
            isolation.decide(findings=[finding], by=named(SYSTEM), at=at)
        current.forget()
        yield cast


def tried(cast, **more):
    """The ninth edition tried on its eve."""
    day = date(2022, 6, 28)
    return actions.try_rows(**{"table": "exposed", "edition_on": day, "from_on": day, "by": cast.officer, "at": EVE} | more)


def letters(trial, day):
    """By person what the trial says of a day: (as it stands, as it would be)."""
    lines = TrialLine.objects.filter(group__trial=trial).select_related("group")
    return {one.person_id: (one.group.old[day], one.group.new[day]) for one in lines}


def test_what_was_tried_is_what_the_switch_does(bound):
    before = list(Order.objects.order_by("pk").values())
    trial = tried(bound)
    assert list(Order.objects.order_by("pk").values()) == before and trial.looked == 60
    said = letters(trial, 1)
    fates = dict(TrialLine.objects.filter(group__trial=trial).values_list("person_id", "group__fate"))
    system = named(SYSTEM)
    [switch] = isolation.propose_switches(by=system, at=NINTH)
    listed = dict(SwitchLine.objects.filter(switch=switch).values_list("person_id", "fate"))
    own = {"milder": "measure", "stricter": "measure"}
    assert {pk: own.get(fate, fate) for pk, fate in fates.items() if fate != "same"} == listed and len(set(listed.values())) > 2
    isolation.confirm_switch(switch=switch, by=bound.officer, at=NINTH)
    if switch.state == "confirmed":
        isolation.let_switch(switch=switch, by=Account.objects.get(login="leader"), at=NINTH)
    isolation.run_switches(by=system, at=NINTH)
    after = {one.person_id: LETTERS[one.measure] for one in Order.objects.filter(closed_at=None, until_on__gt=date(2022, 6, 28))}
    assert {pk: new for pk, (_old, new) in said.items() if new != "-"} == after


def test_rooms_free_up_and_two_see_the_same_figures(bound):
    trial = tried(bound)
    groups = list(Group.objects.filter(trial=trial))
    needs = queries.needs_of(trial, groups)
    figures = queries.figures_of(trial, groups, 1)
    assert len(needs) == 15 and needs[0].rooms[0] == needs[0].rooms[1] and needs[1].rooms[0] > needs[1].rooms[1]
    assert sum(day.tubes[1] for day in needs) != sum(day.tubes[0] for day in needs)
    assert figures.people == 60 == figures.freed + figures.more + figures.eased + figures.undecided + figures.untouched + sum(
        n for code, _word, n in figures.fates if code == "terms")
    [by_old, by_town, by_kind] = figures.cuts
    assert {code for code, _word, _n in by_kind.lines} == {"close", "second"}
    assert all(sum(map(sum, (n for _c, _w, n in cut.lines))) == 60 for cut in (by_old, by_town))
    for code, _word, counts in by_old.lines:
        for n, (column, _head) in zip(counts, by_old.columns, strict=True):
            found = queries.group_ids(trial, 1, {"old": code, "new": column})
            assert TrialLine.objects.filter(group__in=found).count() == n
    again = tried(bound)
    assert (again.rows, again.digest, again.was_rows) == (trial.rows, trial.digest, trial.was_rows) and again.rows != again.was_rows
    assert tried(bound, edition_on=date(2022, 11, 11)).digest != trial.digest


def test_exceptions_and_other_tables_stay_and_the_free_may_be_bound(bound):
    with_exception, elsewhere = Order.objects.filter(closed_at=None).select_related("verdict").order_by("-until_on", "pk")[:2]
    elsewhere.verdict.table = "measure"
    elsewhere.verdict.save(update_fields=["table"])
    officer, unit = bound.officer, with_exception.unit_id
    with_exception.deviation = Deviation.objects.create(
        order=with_exception, person_id=with_exception.person_id, unit_id=unit, measure="home_quarantine", reason="x", state="standing",
        verdict=with_exception.verdict, asked_by=officer, asked_unit_id=unit, asked_at=EVE)
    with_exception.save(update_fields=["deviation"])
    told = facts(4) | {"exposure_on": datetime(2022, 12, 8).date()}
    [person] = people.add_people(people=[draft_person(unit_id=unit, name="次密接", at=EVE)], by=officer, at=EVE)
    late = datetime(2022, 12, 9, 2, 0, tzinfo=UTC)
    finding = isolation.Finding(person.pk, unit, told, late.date(), table="exposed")
    [verdict] = isolation.decide(findings=[finding], by=named(SYSTEM), at=late)
    assert verdict.result["measure"] == "pass"
    fates = dict(TrialLine.objects.filter(group__trial=tried(bound)).values_list("person_id", "group__fate"))
    assert fates[with_exception.person_id] == "exception" and fates[elsewhere.person_id] == "elsewhere"
    back = tried(bound, edition_on=date(2022, 6, 28), from_on=None, at=late)
    assert TrialLine.objects.get(group__trial=back, person=person).group.fate == "bound"
    assert tried(bound, edition_on=date(2023, 1, 8), from_on=None, at=late).free == 1


def test_a_draft_is_tried_and_known_to_be_changed_since(bound):
    health = Account.objects.get(login="epi")
    with everything():
        version = draft_version(table="exposed", area=bound.units["青禾县"], by=health, at=EVE)
    trial = actions.try_rows(table="exposed", version=version, by=health, at=EVE)
    assert not queries.is_stale(trial) and trial.rows != ""
    edit_version(version=version, text=version.text.replace(",14,", ",7,"), examples=version.examples, by=health, at=EVE)
    trial = Trial.objects.select_related("version__area").get(pk=trial.pk)
    assert queries.is_stale(trial)
    now = actions.try_rows(table="exposed", version=version, by=health, at=EVE)
    assert now.digest != trial.digest


def test_approved_and_not_yet_in_force_it_is_rehearsed_on_the_board_the_wall_and_its_own_page(bound, client):
    county, health, later = bound.units["青禾县"], Account.objects.get(login="epi"), EVE + timedelta(hours=20)
    with everything():
        version = draft_version(table="exposed", area=county, from_at=later, by=health, at=EVE)
        trial = actions.try_rows(table="exposed", version=version, by=health, at=EVE)
        submit_version(version=version, by=health, at=EVE)
        assert not ahead.coming(county, EVE, ahead.REHEARSED), "one has not approved it yet"
        approve_version(version=TableVersion.objects.get(), by=bound.officer, at=EVE)
        [coming] = ahead.coming(county, EVE, ahead.REHEARSED)
    (was, will), (rooms, then) = queries.bound(trial)
    assert (coming.at, coming.record) == (later, version.pk) and was == will > 20, "the same rows bind the same people"
    assert rooms == then == queries.needs_of(trial, list(Group.objects.filter(trial=trial)))[1].rooms[0] > 0
    assert f"试算受管 {was} → {will} 人，隔离房间 {rooms} → {then} 间（有 {trial.needs['rooms']} 间）" in coming.note["zh"]
    assert coming.title["en"].endswith("own-1")
    client.force_login(bound.officer, backend="lianfang.ground.accounts.sessions.AccountBackend")
    with time_machine.travel(EVE, tick=False):
        board = client.get(reverse("situation:board")).content.decode()
        page = client.get(reverse("decisions:version", args=[version.pk])).content.decode()
    assert "演练中" in board and reverse("trial:trial", args=[trial.pk]) in board and reverse("trial:trial", args=[trial.pk]) in page
    with everything():
        assert count_wall(unit=county, at=EVE).figures["coming"][0]["note"] == coming.note
        assert not ahead.coming(county, later, ahead.REHEARSED), "its hour has come"


@pytest.mark.parametrize("more", [{"table": "bulk"}, {"from_on": date(2022, 8, 1)}])
def test_what_cannot_be_tried_is_said(cast, more):
    with pytest.raises(Refused):
        tried(cast, **more)
    assert shipped("exposed") and not Trial.objects.exists()


def test_on_screen_every_cell_opens_and_the_paper_names_nobody(bound, client):
    client.force_login(bound.officer, backend="lianfang.ground.accounts.sessions.AccountBackend")
    with time_machine.travel(EVE, tick=False):
        sent = client.post(reverse("trial:trials"), {"what": "edition:exposed:2022-06-28", "from_on": "2022-06-28"})
        page = client.get(sent.url).content.decode()
        cells = re.findall(r'href="(/trials/[^"]+/people/[^"]+)">(?:<b>)?(\d+)<', page)
        assert len(cells) > 6
        for url, n in cells[:8]:
            opened = client.get(html.unescape(url)).content.decode()
            assert "试＊" in opened and not re.search(r"试算\d", opened), n
            assert client.get(html.unescape(url)).context["table"].count == int(n)
        for form in ("docx", "pdf"):
            paper = client.post(reverse("trial:print", args=[Trial.objects.get().pk, form]))
            assert paper.status_code == 200 and len(paper.content) > 5_000
    assert Line.objects.filter(verb="trial.print_trial").count() == 2
    client.force_login(Account.objects.get(login="cadre"), backend="lianfang.ground.accounts.sessions.AccountBackend")
    assert client.get(html.unescape(cells[0][0])).status_code == 403
