"""kill -9 while what is due is swept: each chunk is gone whole with its line, or not at all; writers beside it never wait."""
import fcntl
import sqlite3
import time
from contextlib import closing

import pytest

from .conftest import put_up
from .killed import begun, kill_when, one

pytestmark = pytest.mark.journey
ENTRIES = 4_000
AT = "2020-03-04T09:00"
MADE = f"""
from uuid import UUID
from lianfang.ground import rows
from lianfang.ground.ids import floor
from lianfang.ground.units.models import Unit
from lianfang.registers.people.models import Entry, EntryWord
from django.db import transaction
unit = Unit.objects.filter(level='door').first()
ids = (UUID(int=floor(1_500_000_000_000).int + n) for n in range({ENTRIES}))
found = [rows.fresh(Entry, id=pk, unit_id=unit.pk, source=floor(0), name="演练") for pk in ids]
with transaction.atomic():
    rows.insert(found)
    rows.load(EntryWord, ('word', 'entry_id'), [('yl', one.pk) for one in found])
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory, together):
    """A small county with four thousand rows of a register that should have gone long ago."""
    with put_up(tmp_path_factory.mktemp("swept"), lying=together) as county:
        pass
    done = county.console("shell", "-c", MADE)
    assert done.returncode == 0, done.stderr
    return county


def left(county):
    return one(county, "SELECT count(*) FROM people_entry")


def a_write_beside_it(county) -> float:
    """How long another writer waits: in the queue that all of ours stand in."""
    began = time.monotonic()
    with (county.home / "db.sqlite3.queue").open("a") as queue, closing(sqlite3.connect(county.home / "db.sqlite3", timeout=10)) as other:
        fcntl.flock(queue, fcntl.LOCK_EX)
        other.execute("UPDATE clock_run SET fault = fault")
        other.commit()
    return time.monotonic() - began


def told(county):
    """How many the journal says have gone."""
    return one(county, "SELECT sum(json_extract(data, '$.rows.\"people.Entry\"')) FROM journal_line WHERE verb = 'retention.sweep'")


def test_killed_again_and_again_it_ends_once(county):
    for upto in (3_800, 2_500, 1_200):
        kill_when(begun(county, "retention", "sweep", "--class", "register", at=AT), lambda upto=upto: left(county) <= upto)
        assert left(county) + told(county) == ENTRIES
        assert one(county, "SELECT count(*) FROM people_entryword WHERE entry_id NOT IN (SELECT id FROM people_entry)") == 0
    assert 0 < left(county) < ENTRIES
    running, longest = begun(county, "retention", "sweep", "--class", "register", at=AT), 0.0
    while running.poll() is None:
        longest = max(longest, a_write_beside_it(county))
        time.sleep(0.01)
    running.stderr.close()
    assert (running.returncode, left(county), told(county)) == (0, 0, ENTRIES)
    assert longest < 2, "a writer beside the sweep waited"
    assert county.answer("check-journal", at=AT)["ok"]
