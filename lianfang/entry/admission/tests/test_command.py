"""`lianfang accounts`: the same doors from the command line, in sentences and in JSON."""
import io
import json

import pytest
from django.core.management import CommandError, call_command

from lianfang.ground import sheets
from lianfang.ground.accounts.models import Account, Slip


@pytest.fixture(autouse=True)
def _prepared(monkeypatch):
    """A test database is prepared already."""
    monkeypatch.setattr("lianfang.entry.console.command.prepare", lambda: None)


def run(*words):
    out = io.StringIO()
    call_command("accounts", *map(str, words), "--json", stdout=out, stderr=io.StringIO())
    return json.loads(out.getvalue())


@pytest.fixture
def file(tmp_path):
    """A sheet with one good row and a faulty one."""
    path = tmp_path / "账号.xlsx"
    columns = [sheets.Column(name) for name in ("姓名", "手机号", "单位", "角色")]
    sheets.write(path, "账号", columns, [["何新来", "13800000007", "禾阳街道/第1网格", "网格员"], ["甲", "1380", "青禾县", "督查"]])
    return path


def test_a_sheet_is_tried_imported_and_imported_again(county, file):
    assert run("import", file, "--dry-run")["created"] == 1
    assert not Account.objects.of_people().exists()
    told = run("import", file)
    assert {name: told[name] for name in ("rows", "accepted", "rejected", "created", "assigned", "unchanged")} == {
        "rows": 2, "accepted": 1, "rejected": 1, "created": 1, "assigned": 1, "unchanged": 0}
    assert [(fault["row"], fault["column"], fault["code"]) for fault in told["faults"]] == [(3, "phone", "phone_length")]
    again = run("import", file)
    assert (again["created"], again["unchanged"]) == (0, 1)


def test_somebody_is_added_and_given_a_second_role(county):
    added = run("add", "何新来", "--phone", "13800000007", "--login", "he.xinlai", "--role", "grid_worker", "--unit", "禾阳街道/第1网格")
    assert added["login"] == "he.xinlai"
    run("assign", "he.xinlai", "--role", "village_cadre", "--unit", "990001001")
    roles = Account.objects.get(pk=added["account"]).assignments.values_list("role", "unit__name")
    assert set(roles) == {("grid_worker", "第1网格"), ("village_cadre", "禾阳社区居委会")}


def test_slips_are_printed_for_a_unit(county, tmp_path):
    county.account("grid_worker", county.grid, "何新来")
    county.account("grid_worker", county.other_village, "金在外")
    told = run("slips", "--unit", "禾阳街道", "--out", tmp_path / "slips.pdf", "--site", "https://qinghe.example/")
    assert told == {"slips": 1, "files": [str(tmp_path / "slips.pdf")]}
    assert (tmp_path / "slips.pdf").read_bytes().startswith(b"%PDF-")
    assert Slip.objects.get().account.name == "何新来"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import", "nowhere.xlsx"), "找不到文件"),
        (("add", "甲", "--role", "grid_worker", "--unit", "青山"), "找不到这个单位"),
        (("add", "甲", "--role", "grid_worker", "--unit", "青禾县"), "更小的单位"),
        (("assign", "nobody", "--role", "grid_worker", "--unit", "青禾县"), "没有账号"),
        (("slips", "--out", "/no/such/folder/x.pdf"), "没有这个文件夹"),
        (("--as", "nobody", "slips", "--out", "x.pdf"), "没有账号"),
    ],
)
def test_bad_input_is_one_sentence(county, words, said):
    with pytest.raises(CommandError, match=said) as told:
        run(*words)
    assert "\n" not in str(told.value)


def test_as_somebody_one_has_no_more_rights_than_he(county, file):
    county.account("grid_worker", county.other_village, "金在外", "13600000000")
    login = Account.objects.get(name="金在外").login
    for words in (("import", file), ("add", "甲", "--role", "grid_worker", "--unit", "990001001")):
        with pytest.raises(CommandError, match="没有“管理本单位账号”的职责"):
            run("--as", login, *words)
