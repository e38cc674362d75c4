"""A long roster comes in by two processes as it does by one, and goes on by one when the other is lost."""
import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.tables import tables

from .conftest import book
from .test_resume import counts, numbered_row

ROWS = 1_460
SCRIPT = """
import json, sys, multiprocessing, django
django.setup()
from pathlib import Path
from lianfang.entry.console.prepare import prepare
prepare()
from lianfang.ground.accounts.queries import CONSOLE, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.response.screening import actions
from lianfang.response.screening.drafting import ahead, chunks
from datetime import date

taken, whole, chunks.CHUNK, ahead.LARGE = [], ahead.Ahead.take, 300, 600
def take(self, roster, position):
    found = whole(self, roster, position)
    taken.append(found is not None)
    if sys.argv[2] == "lost" and position == 300:
        multiprocessing.active_children()[0].kill()
    return found
ahead.Ahead.take = take
with everything():
    done = actions.bring_in(content=Path(sys.argv[1]).read_bytes(), name="roster.xlsx", kind="returnees", source="community",
                            unit=None, on=date(2020, 3, 10),
                            by=named(CONSOLE), at=now())
print(json.dumps({"taken": taken, "state": done.state, "warned": done.warned, "rejected": done.rejected, "created": done.created}))
"""


@pytest.fixture
def imported(tmp_path):
    """What an import of 1 460 rows, one of them bad, came to, and its home."""
    def run(how):
        file, home = tmp_path / "名册.xlsx", tmp_path / "home"
        file.write_bytes(book(*(numbered_row(n) for n in range(ROWS - 1)), ["", *numbered_row(ROWS)[1:]]))
        home.mkdir()
        shutil.copy(tables(), home / "db.sqlite3")
        quiet = {**os.environ, "LIANFANG_HOME": str(home), "DJANGO_SETTINGS_MODULE": "lianfang.config.settings"}
        quiet.pop("DATABASE_URL", None)
        done = subprocess.run([sys.executable, "-c", SCRIPT, str(file), how], env=quiet, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1]), counts(home)
    return run


def test_every_chunk_comes_from_the_second_process(imported):
    said, lies = imported("whole")
    assert said == {"taken": [True] * 5, "state": "done", "warned": ROWS - 1, "rejected": 1, "created": ROWS - 1}
    assert (lies["people"], lies["arrivals"], lies["lines"], lies["twice"]) == (ROWS - 1, ROWS - 1, ROWS - 1, 0)


def test_when_it_is_lost_the_first_goes_on_alone(imported):
    said, lies = imported("lost")
    assert said["taken"][:2] == [True, True] and not said["taken"][-1]
    assert (said["state"], said["created"], lies["people"], lies["twice"]) == ("done", ROWS - 1, ROWS - 1, 0)
