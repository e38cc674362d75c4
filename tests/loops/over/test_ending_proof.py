"""The proof of an ending: it holds when all is gone, and each of its checks fails when something of its kind was left or changed."""
import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from lianfang.ground.accounts.models import Session, Tries
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import floor
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.journal.models import Line
from lianfang.ground.keeping import replica
from lianfang.ground.units.models import Unit
from lianfang.overview.ending.models import Ending, Statistic
from lianfang.overview.ending.proof import is_wordless, proof
from lianfang.registers.people.models import Person
from lianfang.registers.territory.actions import describe_doors
from lianfang.registers.territory.models import Door
from tests.once import undone
from tests.samples import make_stage

from ..conftest import cool, end, in_one_transaction, propose

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def over(django_db_setup, django_db_blocker):
    """A stage and its ending, carried out once; what a test spoils is undone."""
    with undone(django_db_blocker), everything(), in_one_transaction():
        stage = make_stage()
        end(stage, cool(stage, propose(stage)))
        yield stage


@pytest.fixture
def ended(stage):
    return Ending.objects.get()


@pytest.fixture
def lying(tmp_path):
    """Write a file of long ago, gone again afterwards."""
    made = []

    def lie(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("of before")
        os.utime(path, (1, 1))
        made.append(path)

    yield lie
    for path in made:
        path.unlink(missing_ok=True)


@pytest.fixture
def homed(settings, tmp_path):
    """A home where a replica may lie."""
    settings.HOME, settings.REPLICA, settings.MEDIA_ROOT = tmp_path / "home", tmp_path / "disk", tmp_path / "home" / "uploads"
    settings.HOME.mkdir()


def tell(ending, **more):
    with transaction.atomic():
        journal.write([line("people.open", kind="person", record=None, by=ending.proposed_by_id, at=ending.begun_at - DAY, **more)])


SPOILT = {
    "a figure of the certificate": ("校验值", lambda e, lie: Ending.objects.update(gone={**e.gone, "people.Person": 9})),
    "who has approved": ("校验值", lambda e, lie: Ending.objects.update(second_at=e.second_at - DAY)),
    "the line that tells it": ("日志里没有这份证明", lambda e, lie: Ending.objects.update(digest="0" * 64)),
    "its place in the chain": ("不是同一条", lambda e, lie: Ending.objects.update(head="0" * 64)),
    "a person": ("people.Person 还剩 1 行", lambda e, lie: Person.objects.create(
        id=floor(1), unit=e.unit, name="某某", made_at=e.begun_at)),
    "who is signed in": ("accounts.Session 还剩 1 行", lambda e, lie: Session.objects.create(
        session_key="a" * 32, session_data="", began_at=e.begun_at - DAY, expire_date=e.ended_at + DAY)),
    "a try": ("accounts.Tries 还剩 1 行", lambda e, lie: Tries.objects.create(key="k", wait_until=e.begun_at, last_at=e.begun_at - DAY)),
    "a door's note": ("territory.Door 还有 1 行", lambda e, lie: Door.objects.filter(unit__name="502").update(note="孙家")),
    "a head count": ("territory.Door 还有 1 行", lambda e, lie: Door.objects.filter(unit__name="502").update(head_count=3)),
    "an upload": ("还剩 1 个文件", lambda e, lie: lie(settings.MEDIA_ROOT / "left.bin")),
    "a restored copy": ("还剩 1 个文件", lambda e, lie: lie(settings.HOME / "before-x" / "db.sqlite3")),
    "a replica": ("副本还在", lambda e, lie: lie(settings.REPLICA / "0001.ltx")),
    "pages beside the database": ("副本还在", lambda e, lie: lie(replica.beside() / "0001.ltx")),
    "a data key": ("旧密钥还在", lambda e, lie: lie(Path(settings.KEYS) / f"data-{e.gone['keys'][0]}.key")),
    "a key of the index": ("索引的旧密钥还在", lambda e, lie: lie(Path(settings.KEYS) / f"index-{e.gone['index_keys'][0]}.key")),
    "the phones' key": ("封存记录的旧密钥还在", lambda e, lie: lie(Path(settings.KEYS) / f"box-{e.gone['box_keys'][0]}.key")),
    "the emergency's key": ("总密钥还在", lambda e, lie: lie(Path(settings.KEYS) / f"emergency-{e.gone['emergency_keys'][0]}.key")),
    "a door in the journal": ("认出是哪一户", lambda e, lie: tell(e, unit=Unit.objects.get(name="502").pk, subject=floor(2))),
    "a word in the journal": ("写着文字", lambda e, lie: tell(e, data={"reason": "周建明"})),
    "a phone in the journal": ("写着文字", lambda e, lie: tell(e, data={"of": "13800001234"})),
    "a small cell": ("不足", lambda e, lie: Statistic.objects.create(ending=e, kind="age", row="0", column="m", value=1)),
}


@pytest.mark.parametrize("what", SPOILT)
def test_each_check_fails_when_it_should(homed, stage, ended, lying, monkeypatch, tmp_path, what):
    monkeypatch.setattr(replica, "beside", lambda: tmp_path / "beside")
    assert proof(ended) == []
    says, spoil = SPOILT[what]
    spoil(ended, lying)
    assert [fault for fault in proof(Ending.objects.get()) if says in fault]


def test_what_is_written_afterwards_is_no_fault(stage, ended):
    at = ended.ended_at + DAY
    describe_doors(doors=[Door.objects.get(unit__name="502")], note="花店", head_count=2, by=stage.near, at=at)
    Session.objects.create(session_key="b" * 32, session_data="", began_at=at, expire_date=at + DAY)
    Tries.objects.create(key="k", wait_until=at, last_at=at)
    assert proof(ended) == []


@pytest.mark.parametrize(("told", "holds"), [
    ({"rows": {"people.Person": 3}, "at": "2020-03-10T09:00:00.123456+08:00"}, True),
    ({"keys": ["0198f3a2-1381-7345-8789-138000012345"]}, True),
    ({"digest": "13800001234" * 5 + "abcde"}, True), ({"until": 1583830800}, True), ({"code": "220722105001"}, True),
    ("13800001234", False), (13800001234, False), ("+8613800001234", False), ("138-0000-1234", False), ("a:13800001234", False),
    ("22072219890101123X", False), ("220722198901011235", False), (220722198901011235, False), ({"13800001234": 1}, False),
    (["ok", {"x": ["周"]}], False)])
def test_a_whole_number_is_as_telling_as_a_word(told, holds):
    assert is_wordless(told) is holds


def test_what_was_emptied_and_closed_is_told(stage, ended):
    told = Line.objects.filter(verb="ending.delete", record=ended.pk)
    assert any("territory.Door" in one.data["rows"] for one in told) and ended.gone["territory.Door"] == 1
    assert ended.gone["emergency_keys"] and set(told.values_list("because", flat=True)) == {ended.because}
    assert Line.objects.get(pk=ended.because).verb == "ending.propose"
