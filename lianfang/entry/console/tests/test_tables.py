"""`lianfang tables`: a version through its whole way on the command line, and back through a workbook."""
import json

import pytest
from django.core.management import CommandError, call_command

from lianfang.ground.decisions.models import TableVersion


@pytest.fixture
def tables(cast, capsys):
    """Run it; gives the answer."""
    def run(*words, who=""):
        capsys.readouterr()
        try:
            call_command("tables", *map(str, words), "--json", *(["--as", who] if who else []))
        except SystemExit as ended:
            assert ended.code == 1
        return json.loads(capsys.readouterr().out)

    return run


def test_listed_and_shown(tables):
    assert {"measure", "sources", "versions"} <= {one["table"] for one in tables("list")["tables"]}
    assert tables("show", "bulk")["versions"][0]["version"] == "2020-01-25"


def test_drafted_out_and_in_checked_approved_by_another_unit_and_returned(tables, cast, tmp_path):
    book = tmp_path / "bulk.xlsx"
    made = tables("draft", "bulk", who="officer")
    assert (made["state"], made["faults"]) == ("draft", [])
    tables("export", "bulk/1", book)
    assert tables("hand-in", "bulk/1", book, who="officer")["faults"] == []
    version = TableVersion.objects.get()
    version.text = version.text.replace("by_hand,20", "by_hand,many")
    version.save()
    assert "第3行“最多人数 most（B列）”里的“many”读不懂" in tables("check", "bulk/1")["faults"][0]
    tables("hand-in", "bulk/1", book, who="officer")
    assert tables("submit", "bulk/1", who="officer")["state"] == "asked_health"
    with pytest.raises(CommandError, match="同一个单位"):
        tables("approve", "bulk/1", who="leader")
    assert tables("approve", "bulk/1", who="epi")["state"] == "approved"
    with pytest.raises(CommandError, match="为什么退回"):
        tables("return", "bulk/1", who="leader")
    assert tables("return", "bulk/1", "--says", "再想想", who="leader")["state"] == "returned"


@pytest.mark.parametrize(("words", "says"), [
    (("show", "nothing"), "请给出表名"), (("check", "bulk/9"), "没有这一版"), (("draft", "bulk", "--from", "soon"), "读不懂"),
    (("export", "bulk"), "文件名"), (("hand-in", "bulk/1"), "没有这一版"),
])
def test_bad_input_is_one_sentence(tables, words, says):
    with pytest.raises(CommandError, match=says):
        tables(*words)


def test_the_console_alone_approves_nothing(tables, cast):
    tables("draft", "bulk", who="officer")
    tables("submit", "bulk/1", who="officer")
    with pytest.raises(CommandError, match="单位"):
        tables("approve", "bulk/1")
