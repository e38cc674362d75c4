"""New keys, killed by kill -9 in the middle: data key and index key go on where they were, and people are found all the time."""
import os

import pytest

from . import sheets
from .killed import begun, kill_when, one
from .test_backup import ON_SQLITE, fresh, roster
from .test_rotate import AT, aged, opened

pytestmark = [pytest.mark.journey, pytest.mark.skipif(not ON_SQLITE, reason="the kill is timed by looking into SQLite's file")]
PEOPLE = 1_500
FIND = ("from lianfang.registers.people.queries.search import search; from lianfang.ground.units.fields import TOP, Reach\n"
        "from lianfang.ground.accounts.scope import everything; from lianfang.registers.people.models import Person\n"
        "with everything():\n"
        "    for p in Person.objects.filter(name__in=%r):\n"
        "        n = p.id_number.open()\n"
        "        for t in (n, p.phone.open(), n[-4:]):\n"
        "            assert p.pk in {one.pk for one in search(t, Reach(TOP), most=2000).people}, (p.name, t)\n"
        "    print('found', len(set(Person.objects.values_list('id_blind', flat=True))))")
NAMES = [f"演练{chr(0x5000 + n)}" for n in (0, 299, 300, 700, PEOPLE - 1)]


def person(n):
    """One of many."""
    name, _identity, *rest = sheets.returnee(n % 1000, f"演练{chr(0x5000 + n)}", "")
    return [name, sheets.identity(n % 1000, born=f"199{n // 1000}0101"), *rest]


@pytest.fixture
def county(tmp_path):
    """With fifteen hundred people in it."""
    with fresh(tmp_path) as county:
        file = county.begin().home / "many.xlsx"
        file.write_bytes(sheets.book(*map(person, range(PEOPLE))))
        county.answer("roster", "import", file, "--kind", "returnees", "--source", "community", "--on", "2020-03-04", at=AT)
        yield county


def finds(county):
    """Each of some people is found by number, phone and last four; nobody's key is another's."""
    done = county.console("shell", "-v", "0", "-c", FIND % (NAMES,))
    assert done.stdout == f"found {PEOPLE}\n", done.stderr


def again(county):
    """The same roster once more, a part of it: nobody is recorded twice."""
    file = county.home / "again.xlsx"
    file.write_bytes(sheets.book(*map(person, (0, 299, 300, 700, PEOPLE - 1))))
    words = ("--kind", "returnees", "--source", "community", "--on", "2020-03-05")
    found = county.answer("roster", "import", file, *words, at="2020-03-05T09:00")
    assert (found["created"], found["merged"]) == (0, 5)


def test_the_index_key(county):
    finds(county)
    first = one(county, "SELECT id_blind FROM people_person ORDER BY id LIMIT 1")
    running = begun(county, "keys", "rotate", "--index", at=AT)
    kill_when(running, lambda: not one(county, "SELECT count(*) FROM people_person WHERE id_blind = ?", first))
    assert (county.home / "keys/index-1.key").exists() and (county.home / "keys/index-2.key").exists()
    finds(county)
    again(county)

    found = county.answer("keys", "rotate", "--index", at=AT)
    assert (found["key"], found["is_new"], found["waiting"], found["twice"]) == (2, False, [1], 0)
    assert 0 < found["numbers"] < PEOPLE * 2, "the killed round had done some, and not all"
    finds(county)
    assert county.answer("keys", "rotate", "--index", at=AT)["waiting"] == [1], "young keys wait"
    path = county.home / "keys/index-2.key"
    os.utime(path, (path.stat().st_mtime - 10**9,) * 2)
    assert county.answer("keys", "rotate", "--index", at=AT)["destroyed"] == [1]
    assert not (county.home / "keys/index-1.key").exists()
    finds(county)
    again(county)


def test_the_data_key(county):
    running = begun(county, "keys", "rotate", at=AT)
    kill_when(running, lambda: one(county, "SELECT count(*) FROM people_person WHERE substr(id_number, 1, 2) = x'0102'"))
    some = opened(county)
    assert some == f"{PEOPLE} {{18}} ['0101', '0102']", "the killed round had done some, and not all"
    again(county)
    found = county.answer("keys", "rotate", at=AT)
    assert (found["key"], found["is_new"], found["waiting"]) == (2, False, [1]) and found["values"]
    assert opened(county) == f"{PEOPLE} {{18}} ['0102']"
    aged(county, 2)
    assert county.answer("keys", "rotate")["destroyed"] == [1]
    assert opened(county) == f"{PEOPLE} {{18}} ['0102']"
    assert roster(county, 0, 1)
