"""An import that is killed goes on where it stopped: no row twice, none missing, and never in two hands."""
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from importlib import import_module

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.response.screening import actions, lease
from lianfang.response.screening.models import Arrival, Import
from tests.tables import tables

from .conftest import ON, book, numbered, row

ROWS = 4_500


def tool(home, *given):
    """The console script in a home of its own."""
    quiet = {**os.environ, "LIANFANG_HOME": str(home), "DJANGO_SETTINGS_MODULE": "lianfang.config.settings"}
    quiet.pop("DATABASE_URL", None)
    return subprocess.Popen([sys.executable, "-m", "lianfang.entry.console.main", *map(str, given)], env=quiet, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)


def counts(home):
    """What lies in that home's database."""
    import sqlite3

    with sqlite3.connect(home / "db.sqlite3") as database:
        def one(sql):
            return database.execute(sql).fetchone()[0]

        return {"next": one("SELECT max(next_row) FROM screening_import"), "people": one("SELECT count(*) FROM people_person"),
                "arrivals": one("SELECT count(*) FROM screening_arrival"),
                "twice": one("SELECT count(*) FROM (SELECT person_id FROM screening_arrival GROUP BY person_id HAVING count(*) > 1)"),
                "lines": one("SELECT count(*) FROM journal_line WHERE verb = 'screening.find'")}


def everything_of(model):
    """A model's rows, past the scope."""
    with everything():
        return model.objects.all()


@pytest.fixture(scope="module")
def dead(tmp_path_factory):
    """A home in which an import of 4 500 rows was killed in the middle, and the file."""
    tmp_path = tmp_path_factory.mktemp("killed")
    file = tmp_path / "名册.xlsx"
    file.write_bytes(book(*(numbered_row(n) for n in range(ROWS))))
    home = tmp_path / "home"
    home.mkdir()
    shutil.copy(tables(), home / "db.sqlite3")
    running = tool(home, "roster", "import", file, "--kind", "returnees", "--source", "community", "--on", ON)
    for _ in range(600):
        time.sleep(0.05)
        if running.poll() is not None:
            pytest.fail(f"it ended before it was killed: {running.stderr.read()[-500:]}")
        if (home / "db.sqlite3").exists() and done(home) >= 300:
            break
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    running.stdout.close()
    running.stderr.close()
    standing = counts(home)
    assert 0 < standing["next"] < ROWS
    assert standing["next"] == standing["people"] == standing["arrivals"] == standing["lines"]
    return home, file


@pytest.fixture
def killed(dead, tmp_path):
    """Another such home."""
    return shutil.copytree(dead[0], tmp_path / "home"), dead[1]


def numbered_row(n):
    """One of some thousand invented people."""
    who = [f"演练{chr(0x4E00 + n)}", numbered(n % 1000, born=f"19900{1 + n // 1000}01"), f"139{n:08}"]
    return [*who, "", "长春", "2020-03-08", "36.5", "绿", ""]


def done(home):
    """How far the import is, 0 while the tables are not there."""
    import sqlite3

    try:
        return counts(home)["next"] or 0
    except sqlite3.OperationalError:
        return 0


def test_the_command_goes_on_with_the_same_file(killed):
    home, file = killed
    again = tool(home, "roster", "import", file, "--kind", "returnees", "--source", "community", "--on", ON, "--json")
    out, err = again.communicate(timeout=60)
    answer = json.loads(out)
    assert again.returncode == 0, err
    assert (answer["rows"], answer["accepted"], answer["created"], answer["merged"]) == (ROWS, ROWS, ROWS, 0)
    whole = counts(home)
    assert (whole["people"], whole["arrivals"], whole["lines"], whole["twice"]) == (ROWS, ROWS, ROWS, 0)


def test_the_clock_goes_on_by_itself(killed):
    home, _file = killed
    script = ("import django, time; django.setup()\n"
              "from lianfang.ground.clock.actions import run_due; from lianfang.ground.days import now\n"
              "from django_scopes import scopes_disabled; from lianfang.response.screening.models import Import\n"
              "with scopes_disabled():\n"
              "    while Import.objects.exclude(state='done').exists(): run_due(at=now(), names={'screening.take_up'}); time.sleep(0.2)")
    quiet = {**os.environ, "LIANFANG_HOME": str(home), "DJANGO_SETTINGS_MODULE": "lianfang.config.settings"}
    quiet.pop("DATABASE_URL", None)
    subprocess.run([sys.executable, "-c", script], env=quiet, check=True, timeout=60)
    whole = counts(home)
    assert (whole["people"], whole["arrivals"], whole["lines"], whole["twice"]) == (ROWS, ROWS, ROWS, 0)


@pytest.mark.django_db
def test_one_import_is_in_one_hand(hand_in):
    with everything():
        roster = hand_in(book(row(1)))
        assert lease.take(roster, now())
        Import.objects.update(lease=f"{lease.HOST}:{os.getppid()}:x")
        roster = Import.objects.get()
        assert lease.take(roster, now()) is None
        assert lease.take(roster, now() + lease.LASTS * 2)


@pytest.mark.django_db
def test_a_few_seconds_at_a_time(hand_in, monkeypatch):
    monkeypatch.setattr(import_module("lianfang.response.screening.drafting.chunks"), "CHUNK", 2)
    hand_in(book(*(row(n) for n in range(5))))
    seen = []
    while (found := everything_of(Import).get()).state != "done":
        actions.take_up(at=now(), seconds=0)
        seen.append(found.next_row)
    assert seen == sorted(seen) and len(set(seen)) > 2
    assert (everything_of(Import).get().created, everything_of(Arrival).count()) == (5, 5)


@pytest.mark.django_db
def test_an_import_that_cannot_go_on_does_not_hold_up_the_next(hand_in, monkeypatch):
    module = import_module("lianfang.response.screening.drafting.chunks")
    whole = module.PREPARE["returnees"]

    def broken(rows, setting):
        if rows[0].name == "坏":
            raise RuntimeError("a fault nobody thought of")
        return whole(rows, setting)

    monkeypatch.setitem(module.PREPARE, "returnees", broken)
    hand_in(book(row(1, name="坏")))
    hand_in(book(row(2)))
    actions.take_up(at=now())
    assert [(i.state, bool(i.fault)) for i in everything_of(Import).order_by("at", "pk")] == [("failed", True), ("done", False)]


@pytest.mark.django_db
def test_who_lost_the_lease_writes_nothing_more(hand_in, monkeypatch):
    roster = hand_in(book(*(row(n) for n in range(4))))
    monkeypatch.setattr(import_module("lianfang.response.screening.drafting.chunks"), "CHUNK", 2)

    def steal(done, total):
        Import.objects.filter(pk=roster.pk).update(lease="another:1:x")

    with everything(), pytest.raises(lease.Overtaken):
        actions.carry_out(roster=roster, tell=steal)
    with everything():
        assert (Import.objects.get().next_row, Arrival.objects.count()) == (2, 2)
