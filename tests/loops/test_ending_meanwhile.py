"""While an ending is carried out others go on: what they write goes too, rosters are refused, and whoever holds it up is waited for."""
import itertools
from datetime import timedelta

import pytest
from django.db import connection

from lianfang.ground import rows
from lianfang.ground.accounts.models import Session, Tries
from lianfang.ground.clock.actions import run_due
from lianfang.ground.clock.models import Run
from lianfang.ground.ids import uuid7
from lianfang.ground.keeping import erase, renew, replica
from lianfang.ground.retention import halt
from lianfang.ground.workflow import Refused
from lianfang.overview.ending import actions
from lianfang.overview.ending.actions import carry
from lianfang.overview.ending.models import Ending
from lianfang.overview.ending.proof import proof
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.registers.people.models import Person, PersonWord
from lianfang.registers.territory.models import Door
from lianfang.response.checkpoints.models import Vehicle
from lianfang.response.doorstep.models import Visit
from lianfang.response.redress.models import Appeal
from lianfang.response.screening import actions as screening
from lianfang.response.screening.models import Import
from lianfang.response.screening.tests.conftest import ON, book, row

WEEK = timedelta(days=7)


@pytest.fixture
def carrying(stage, cooling, at_once):
    actions.carry_out(ending=cooling, by=stage.near, at=stage.cast.at + WEEK)
    return cooling


def go_on(stage, ending):
    return actions.go_on(ending=ending, by=stage.near, at=stage.cast.at + WEEK)


def before(monkeypatch, part, act):
    """Do something just before a part."""
    does = carry.DO[part]

    def done(*given):
        act()
        does(*given)

    monkeypatch.setitem(carry.DO, part, done)


def test_what_is_written_while_the_file_is_rewritten_goes_too(stage, carrying, monkeypatch):
    def at_work(_emptied, _tell):
        county = stage.cast.units["青禾县"]
        Person.objects.bulk_create([Person(unit=county, name="某某", made_at=stage.cast.at)])  # of a transaction begun before
        Door.objects.filter(unit__name="502").update(note="孙家")

    monkeypatch.setattr("lianfang.ground.keeping.erase.erase", at_work)
    assert go_on(stage, carrying)
    assert not Person.objects.exists() and not Door.objects.exclude(note="").exists() and proof(Ending.objects.get()) == []


def test_what_is_written_meanwhile_goes_too(stage, carrying, monkeypatch):
    at, door = stage.cast.at, Door.objects.get(unit__name="502")

    def write():
        Person.objects.bulk_create([Person(unit=stage.unit, name="某某", made_at=at)])  # of a transaction that began before
        Session.objects.create(session_key="a" * 32, session_data="", began_at=at, expire_date=at + WEEK)
        Tries.objects.create(key="k", wait_until=at, last_at=at)
        Door.objects.filter(pk=door.pk).update(note="孙家")

    before(monkeypatch, "numbers", write)
    assert go_on(stage, carrying)
    assert not Person.objects.exists() and not Session.objects.exists() and not Door.objects.exclude(note="").exists()
    assert proof(Ending.objects.get()) == []


def test_nobody_brings_in_a_roster_or_a_person_while_all_is_deleted(stage, carrying):
    at, county = stage.cast.at, stage.cast.units["青禾县"]
    with pytest.raises(Refused, match="正在删除"):
        screening.bring_in(content=book(row(1)), name="迟到的.xlsx", kind="returnees", unit=county, on=ON, source="community",
                           by=stage.near, at=at)
    with pytest.raises(Refused, match="正在删除"):
        people.add_people(people=[draft_person(unit_id=stage.unit.pk, name="某某", at=at)], by=stage.near, at=at)
    assert not Import.objects.filter(name="迟到的.xlsx").exists() and not Person.objects.filter(name="某某").exists()
    assert go_on(stage, carrying)
    people.add_people(people=[draft_person(unit_id=county.pk, name="某某", at=at)], by=stage.near, at=at)


WRITTEN = {
    "a car at a gate": lambda s: rows.insert([Vehicle(unit=s.unit, at=s.cast.at)]),
    "a call at a door": lambda s: rows.insert([Visit(unit=s.unit, by=s.near, at=s.cast.at)]),
    "an appeal": lambda s: rows.insert([Appeal(id=uuid7(), unit=s.unit)]),
    "somebody's words, packed": lambda s: rows.insert(rows.Packed([Person(unit=s.unit, name="某某", made_at=s.cast.at)])),
    "words of somebody": lambda s: rows.load(PersonWord, ("word", "person_id"), [("某", uuid7())]),
    "a row that is saved": lambda s: Person(unit=s.unit, made_at=s.cast.at).save(),
}


@pytest.mark.parametrize("what", WRITTEN)
def test_nothing_about_people_is_begun_while_all_is_deleted(stage, carrying, what):
    with pytest.raises(Refused, match="正在删除"):
        WRITTEN[what](stage)


def test_a_page_says_that_all_is_being_deleted(stage, carrying, client, monkeypatch):
    client.force_login(stage.cast.grid, backend="lianfang.ground.accounts.sessions.AccountBackend")
    monkeypatch.setattr("lianfang.entry.portal.actions.enter", lambda **_given: halt.refuse_while_deleting())
    answer = client.post("/p/", {"code": "ABCD2345EF", "birthday": "19900101"})
    assert answer.status_code == 503 and "正在删除个人信息" in answer.content.decode() and answer["Retry-After"]


@pytest.mark.parametrize(("place", "fault", "says"), [
    ("erase.erase", erase.StillRead, "在读数据库"), ("renew", renew.StillUsed, "旧密钥"),
    ("replica.drop", replica.StillFollowed, "连续备份")])
def test_who_holds_it_up_is_named_and_the_clock_tries_again(stage, carrying, client, monkeypatch, place, fault, says):
    def held(*_given, **_named):
        raise fault

    with monkeypatch.context() as patch:
        patch.setattr(f"lianfang.overview.ending.actions.carry.{place}", held)
        with pytest.raises(Refused, match=says):
            go_on(stage, carrying)
        client.force_login(stage.cast.leader, backend="lianfang.ground.accounts.sessions.AccountBackend")
        assert says in client.get(f"/ending/{carrying.pk}/").content.decode()
        assert run_due(at=stage.cast.at + WEEK, names=["ending.carry_on"]) == []
        assert says in Run.objects.get(job="ending.carry_on").fault and not Ending.objects.get().leased_until
    assert run_due(at=stage.cast.at + WEEK + timedelta(minutes=2), names=["ending.carry_on"]) == ["ending.carry_on"]
    done = Ending.objects.get()
    assert (done.state, done.waits_for, proof(done)) == ("ended", "", [])


def test_the_lease_is_held_anew_for_each_part(stage, carrying, monkeypatch):
    moments, leases = (stage.cast.at + WEEK + timedelta(hours=n) for n in itertools.count()), []
    monkeypatch.setattr(carry, "now", lambda: next(moments))
    for part in carry.PARTS:
        before(monkeypatch, part, lambda: leases.append(Ending.objects.get().leased_until))
    assert go_on(stage, carrying)
    assert leases == sorted(set(leases)) and len(leases) == len(carry.PARTS)


def test_files_are_counted_before_they_go(stage, carrying, monkeypatch, settings, tmp_path):
    settings.HOME, settings.MEDIA_ROOT = tmp_path, tmp_path / "uploads"
    settings.MEDIA_ROOT.mkdir()
    for n in range(3):
        (settings.MEDIA_ROOT / f"{n}.bin").write_bytes(b"x")
    shred, left = erase.shred, iter([True, True])

    def cut(path):
        if not next(left, False):
            raise KeyboardInterrupt
        shred(path)

    with monkeypatch.context() as patch:
        patch.setattr(erase, "shred", cut)
        with pytest.raises(KeyboardInterrupt):
            go_on(stage, carrying)
    assert go_on(stage, Ending.objects.get())
    assert Ending.objects.get().gone["files"] == 3 and not list(settings.MEDIA_ROOT.iterdir())


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite has a log that a reader keeps")
def test_a_log_that_a_reader_keeps_is_said_and_not_passed_over(monkeypatch):
    class Kept:
        def execute(self, _words):
            return self

        def fetchone(self):
            return (1, 0, 0)

    monkeypatch.setattr(erase, "NAP", 0)
    with pytest.raises(erase.StillRead):
        erase._fold_in(Kept())
