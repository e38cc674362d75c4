"""Commands at a terminal on a home that holds nothing: they answer, or refuse in one sentence; JSON stands alone on stdout."""
import json
import shutil

import pytest

from . import sheets
from .county import County

pytestmark = pytest.mark.journey
FACTS = ('{"origin": "other_province", "origin_risk": "low", "code": "green", "temperature": 36.5, "symptoms": "no", '
         '"exposure_on": "unknown", "arrival_on": "2020-03-10", "age": 40, "special": "none", "worker": "no"}')
ANSWERS = [
    ("roster import {sheet} --kind returnees --source community --on 2020-03-10", "created"),
    ("roster import {sheet} --kind returnees --source community --on 2020-03-10 --dry-run", "rows"),
    ("territory count --on 2020-03-18", ""),
    ("decide measure --facts {facts} --on 2020-03-10", "measure"),
    ("decide --list", "tables"),
    ("check-journal", "ok"),
    ("clock --once", "ran"),
]
@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A home made by the first command that ran in it: `check-journal` on nothing at all."""
    county = County(tmp_path_factory.mktemp("empty"))
    assert county.console("check-journal").returncode == 0
    return county.home


@pytest.fixture
def at_home(prepared, tmp_path):
    """Runs a command in a copy of that home, with a sheet and a file of facts beside it."""
    county = County(shutil.copytree(prepared, tmp_path / "home"))
    places = {"home": tmp_path, "sheet": tmp_path / "名册.xlsx", "facts": tmp_path / "facts.json"}
    places["sheet"].write_bytes(sheets.book(sheets.returnee(1, "演练甲", "")))
    places["facts"].write_text(FACTS, encoding="utf-8")
    return lambda words: county.console(*(word.format(**places) for word in words.split()), "--json")


@pytest.mark.parametrize(("words", "key"), ANSWERS)
def test_it_answers_in_json_alone(at_home, words, key):
    done = at_home(words)
    assert done.returncode == 0, done.stderr
    assert key in json.dumps(json.loads(done.stdout)) and len(done.stdout.splitlines()) == 1


def test_it_refuses_in_one_sentence(at_home):
    """As every refusal that lianfang/entry/console/tests/test_refusals.py asks for."""
    done = at_home("board")
    assert done.returncode not in (0, None)
    assert "Traceback" not in done.stderr + done.stdout
    said = [line for line in done.stderr.splitlines() if line.strip() and not line.startswith("usage:") and not line.startswith(" ")]
    assert len(said) == 1 and len(said[0]) < 600, done.stderr
    assert done.stdout == ""
