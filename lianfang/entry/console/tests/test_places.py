"""Days and moments as they are typed: every command reads them alike, and says alike what it cannot read."""
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from lianfang.ground.accounts.tests.conftest import county  # noqa: F401
from lianfang.ground.days import moment
from lianfang.ground.decisions.models import TableVersion


@pytest.fixture
def files(tmp_path):
    """What a command reads before it comes to the day."""
    for name in ("facts.json", "roster.csv"):
        (tmp_path / name).write_text("{}")
    return tmp_path


@pytest.mark.parametrize("words", [
    ["decide", "measure", "--facts", "facts.json", "--on"], ["statistics", "--on"], ["statistics", "--month"],
    ["territory", "count", "--on"], ["roster", "import", "roster.csv", "--kind", "returnees", "--on"]])
def test_a_day_nobody_can_read_is_told_alike(county, files, monkeypatch, words):  # noqa: F811
    monkeypatch.chdir(files)
    with pytest.raises(CommandError, match=r"日期“yesterday.*”读不懂，请写成 2020-03-10"):
        call_command(*words, "yesterday")


def test_a_moment_may_come_where_something_is_to_begin_then(county):  # noqa: F811
    with pytest.raises(CommandError, match="时点“tomorrow”读不懂"):
        call_command("tables", "draft", "measure", "--from", "tomorrow")
    with pytest.raises(CommandError, match="还没有到"):
        call_command("board", "--at", "2199-01-01")
    call_command("tables", "draft", "tries", "--from", "2199-01-01T08:00", "--json")
    assert TableVersion.objects.get().from_at == moment(date(2199, 1, 1), "08:00")
