"""What is due goes: the person is taken out of her records, the figures stay; what is not due, or still open, is left alone."""
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection

from lianfang.ground.accounts.actions import forget
from lianfang.ground.accounts.models import Account, Assignment, Notice, Session, Slip, Tries
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.indicators import records
from lianfang.ground.journal import chain
from lianfang.ground.journal.actions import seal
from lianfang.ground.journal.models import Line
from lianfang.ground.retention.actions import sweep
from lianfang.ground.retention.queries import SWEPT, due
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.models import Entry, EntryWord, Person, PersonWord
from lianfang.response.isolation.actions import Reading, confirm_easing, leave_county, record_checks
from lianfang.response.isolation.models import Check, Easing, FormerPlace, Held, Order
from lianfang.response.screening.models import Lead
from tests.samples import make_stage
from tests.samples.isolation import NAME, check, held, order, person

MONTH = timedelta(days=31)


@pytest.fixture
def stage(db):
    with everything():
        yield make_stage()


@pytest.fixture
def over(stage):
    """Her order has ended: she has left the county, and another unit has found it so."""
    found = Check.objects.get(pk=stage.of(check))
    record_checks(readings=[Reading(check=found, temperature=36.6, note="嗓子有点哑")], by=stage.near, at=stage.cast.at)
    FormerPlace.objects.create(record=stage.of(order), unit=stage.unit, moved_at=stage.cast.at)
    leave_county(orders=[Order.objects.get(pk=stage.of(order))], by=stage.cast.cadre, at=stage.cast.at)
    confirm_easing(easing=Easing.objects.get(), by=stage.cast.supervisor, at=stage.cast.at)
    return stage


def swept(stage, after):
    return sweep(by=named(SYSTEM), at=stage.cast.at + after)


def test_who_is_still_under_an_order_stays(stage):
    stage.of(order)
    assert "emergency" not in swept(stage, MONTH)
    assert Person.objects.get(pk=stage.of(person)).name == NAME


def test_a_day_before_its_time_nothing_goes(over):
    assert "emergency" not in swept(over, timedelta(days=29))
    assert Person.objects.get(pk=over.of(person)).name == NAME


def test_after_its_days_the_person_is_taken_out_and_the_figures_stay(over):
    village = over.cast.units["丰禾社区"]
    before = {code: records(code, village.path, over.cast.at).count() for code in ("ever", "ended")}
    assert before == {"ever": 1, "ended": 1}
    found = swept(over, MONTH)
    assert found["emergency"]["people.Person"] == 1
    her = Person.objects.get(pk=over.of(person))
    assert (her.name, her.birth_on, her.id_blind, her.phone_blind, her.retention) == ("", None, "", "", "anonymous")
    assert not her.id_number and not her.phone and not her.address
    assert not PersonWord.objects.filter(person=her).exists()
    places = {her.unit_id, Order.objects.get().unit_id, FormerPlace.objects.get().unit_id, *Turn.objects.filter(subject=her.pk).values_list(
        "unit_id", flat=True), *Check.objects.values_list("unit_id", flat=True)}
    assert places == {village.pk}
    assert set(Order.objects.values_list("verdict__facts", flat=True)[0]) == set()
    assert {code: records(code, village.path, over.cast.at).count() for code in before} == before


def test_her_health_goes_before_her_name(over):
    found = swept(over, timedelta(days=15))
    assert found["health"]["isolation.Check"] == 1 and "emergency" not in found
    assert Check.objects.filter(recorded_at__isnull=False).values_list("temperature", "symptoms").get() == (None, "")
    assert not any(one.note for one in Check.objects.all())
    assert Person.objects.get(pk=over.of(person)).name == NAME


def test_the_journal_tells_how_many_and_which_but_nobody(over):
    swept(over, MONTH)
    told = Line.objects.filter(verb=SWEPT, kind="emergency").get()
    assert told.data["rows"]["people.Person"] == 1 and told.data["keys"] == [str(over.of(person))]
    assert NAME not in str(list(Line.objects.values_list("data", flat=True)))
    seal()
    assert chain.first_bad() is None
    assert swept(over, MONTH) == {}
    assert Line.objects.filter(verb=SWEPT, kind="emergency").count() == 1


def test_a_register_goes_whole_and_a_lead_forgets_it(stage):
    from tests.samples.screening import done, doubt

    with everything():
        entry = Entry.objects.create(unit=stage.unit, source=stage.of(done), name="演练丙")
        EntryWord.objects.create(word="yanlian", entry=entry)
        lead = Lead.objects.create(roster_id=stage.of(done), unit=stage.unit, sheet="名册", row=9, entry=entry, name="演练丙",
                                   found_at=stage.cast.at + timedelta(days=40_000))
    assert stage.of(doubt)
    found = sweep(by=named(SYSTEM), at=stage.cast.at + timedelta(days=20_000), code="register")
    assert found == {"register": {"people.EntryWord": 1, "people.Entry": 1}}
    assert not Entry.objects.exists() and Lead.objects.get(pk=lead.pk).entry_id is None


def test_who_left_the_staff_half_a_year_ago_is_nobody_and_the_programs_stay(stage):
    gone = stage.cast.lab
    Assignment.objects.filter(account=gone).update(until_on=stage.cast.on)
    Account.objects.update(made_at=stage.cast.at)
    swept(stage, timedelta(days=181))
    gone.refresh_from_db()
    assert (gone.name, gone.login, gone.is_active) == ("", f"gone-{gone.pk}", False)
    assert named(SYSTEM).is_active and Account.objects.get(pk=stage.cast.grid.pk).name == "何秋生"


def test_a_session_that_is_over_goes(stage):
    Session.objects.create(session_key="a" * 32, session_data="", expire_date=stage.cast.at)
    assert swept(stage, timedelta(hours=1))["session"] == {"accounts.Session": 1}


def test_what_the_door_keeps_goes_by_the_table_alone(stage):
    cast, at = stage.cast, stage.cast.at
    Session.objects.create(session_key="a" * 32, session_data="", expire_date=at)
    Slip.objects.create(account=cast.grid, digest="0" * 32, made_by=cast.officer, made_at=at, expires_at=at)
    Tries.objects.create(key="0" * 32, failures=1, wait_until=at, last_at=at)
    Notice.objects.create(account=cast.grid, verb="unlock", by=cast.officer, at=at, told_at=at)
    unread = Notice.objects.create(account=cast.grid, verb="unlock", by=cast.officer, at=at)
    forget(at=at + timedelta(days=400))
    assert all(model.objects.exists() for model in (Session, Slip, Tries, Notice))
    before, after = (swept(stage, timedelta(days=days)) for days in (29, 31))
    assert {code: before.get(code) for code in ("slip", "tries", "notice")} == dict.fromkeys(("slip", "tries", "notice"))
    assert [after[code] for code in ("slip", "tries", "notice")] == [{f"accounts.{name}": 1} for name in ("Slip", "Tries", "Notice")]
    assert Notice.objects.get() == unread


def test_the_command_only_counts_when_asked_to(over, capsys, monkeypatch):
    monkeypatch.setattr("lianfang.entry.console.command.now", lambda: over.cast.at + MONTH)
    call_command("retention", "sweep", "--dry-run", "--json")
    assert '"people.Person": 1' in capsys.readouterr().out
    assert Person.objects.get(pk=over.of(person)).name == NAME
    call_command("retention", "sweep", "--json")
    assert Person.objects.get(pk=over.of(person)).name == ""
    assert [each for each in due(over.cast.at + MONTH) if each.rows] == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's pages are vacuumed by itself")
def test_what_is_swept_is_overwritten_not_only_let_go(over):
    seen = []

    def look(_done=0):
        with connection.cursor() as cursor:
            seen.append(cursor.execute("PRAGMA secure_delete").fetchone()[0])

    sweep(by=named(SYSTEM), at=over.cast.at + MONTH, tell=look)
    look()
    assert set(seen[:-1]) == {1} and seen[-1] == 0


def test_a_list_that_was_held_forgets_who_stood_on_it_when_it_is_over(stage):
    open_one = Held.objects.get(pk=stage.of(held))
    over = Held(unit=stage.unit, people=1, before=0, wanted_by=stage.near, held_at=stage.cast.at, ended_at=stage.cast.at, state="refused")
    for one in (open_one, over):
        one.request, one.shown = "周建明 13800001234", [["周＊明", "502", "", ""]]
        one.save()
    assert swept(stage, MONTH)["emergency"]["isolation.Held"] == 1
    assert Held.objects.get(pk=open_one.pk).shown and Held.objects.get(pk=open_one.pk).request.open().startswith("周建明")
    assert (Held.objects.get(pk=over.pk).shown, Held.objects.get(pk=over.pk).request.open()) == ([], "")
