"""`lianfang board` and `lianfang bulletin`: the same figures as the pages, as JSON, Word and PDF; wrong input in one sentence."""

import io
import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from lianfang.ground.days import moment
from lianfang.overview.situation.models import Bulletin
from lianfang.overview.situation.papers.rows import CODES
from tests.reading import text, word_text

ON = date(2020, 3, 18)


def run(name, *words):
    out = io.StringIO()
    call_command(name, *words, "--json", stdout=out, stderr=io.StringIO())
    return json.loads(out.getvalue())


@pytest.fixture
def county(cast):
    return cast.units["青禾县"]


def test_the_board_tells_the_unit_and_those_below(county):
    found = run("board", "--at", "2020-03-18T18:45")
    assert (found["unit"], found["code"], found["at"]) == (county.path, "990100", "2020-03-18T18:45:00+08:00")
    assert {unit["name"] for unit in found["units"] if unit["unit"]} == {"禾阳街道", "梨花沟镇"}
    assert all(found["figures"][code] == sum(unit["figures"][code] for unit in found["units"]) for code in found["units"][0]["figures"])


def test_a_unit_is_named_by_code_or_path(cast):
    town = cast.units["禾阳街道"]
    assert run("board", "--unit", "990100001")["unit"] == run("board", "--unit", town.path)["unit"] == town.path


@pytest.mark.parametrize(
    ("words", "says"), [(["--unit", "nowhere"], "nowhere"), (["--at", "gestern"], "gestern"), (["--at", "2999-01-01"], "2999")]
)
@pytest.mark.parametrize("name", ["board", "bulletin"])
def test_wrong_words_are_one_sentence(county, name, words, says):
    with pytest.raises(CommandError, match=says):
        run(name, *words)


def test_a_bulletin_is_made_once_for_a_cut_off(county):
    first, again = (run("bulletin", "--at", "2020-03-18T18:45") for _ in range(2))
    assert first == again and first["number"] == 1 and set(first["figures"]) == set(CODES)
    assert Bulletin._base_manager.get().cut_off_at == moment(ON, "18:45")
    assert (first["edition"], first["state"], first["previous_cut_off"]) == ("evening", "frozen", "2020-03-18T07:45:00+08:00")


@pytest.mark.parametrize(("ending", "read"), [("pdf", text), ("docx", word_text)])
def test_it_is_written_as_word_or_pdf(county, tmp_path, ending, read):
    out = tmp_path / f"x.{ending}"
    code = run("bulletin", "--at", "2020-03-18T18:45", "--out", str(out))["check_code"]
    words = read(out.read_bytes())
    assert "疫情防控日报" in words and "第1期（晚）" in words and code in words and "未签发" in words


def test_other_endings_and_folders_that_are_not_there_are_refused(county, tmp_path):
    for out in ("x.txt", str(tmp_path / "gone" / "x.pdf")):
        with pytest.raises(CommandError):
            run("bulletin", "--at", "2020-03-18T18:45", "--out", out)
