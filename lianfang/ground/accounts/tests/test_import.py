"""Ten thousand accounts on the first evening: a sheet in, good rows kept, faults told by row, the same sheet again adds nothing."""
import io
import json

import pytest

from lianfang.ground import sheets
from lianfang.ground.accounts import actions
from lianfang.ground.accounts.intake import template
from lianfang.ground.accounts.models import Account, Assignment, Responsible
from lianfang.ground.accounts.roles import ROLES
from lianfang.ground.journal.models import Line

HEAD = ["姓名", "手机号", "单位", "角色", "登录名", "开始日期", "结束日期", "负责人"]


def sheet(*rows, heading=""):
    """A sheet as an office sends it, with a title above its header or without."""
    target = io.BytesIO()
    sheets.write(target, "账号", [sheets.Column(name, kind="as_is") for name in HEAD], rows, heading=heading)
    return target.getvalue()


def bring(county, *rows, by=None, **more):
    return actions.import_accounts(content=sheet(*rows, **more), by=by or county.console, at=county.at)


def told(report):
    return [(fault.row, fault.column, fault.code) for fault in report.faults]


def test_rows_become_accounts_with_assignments(county):
    report = bring(county, ["曾小梅", "13800000001", "禾阳街道/禾阳社区/第1网格", "网格员", "", "2020-03-01", "2020-03-31", "是"],
                   ["包·巴特尔", 13800000002, "990001", "township_cadre"], ["李四", "", "柳林社区", "社区干部", "li.si"])
    assert (report.rows, report.accounts, report.assignments, told(report)) == (3, 3, 3, [])
    first = Assignment.objects.get(unit=county.grid)
    assert (first.account.login, first.role, f"{first.from_on} {first.until_on}") == ("zxm01", "grid_worker", "2020-03-01 2020-04-01")
    assert (first.account.phone.open(), first.account.has_usable_password()) == ("13800000001", False)
    assert Responsible.objects.get().unit == county.grid
    assert set(Assignment.objects.values_list("account__login", "unit__name", "role")) == {
        ("zxm01", "第1网格", "grid_worker"), ("bbte01", "禾阳街道", "township_cadre"), ("li.si", "柳林社区居委会", "village_cadre")}


def test_the_same_sheet_again_adds_nothing(county):
    rows = (["曾小梅", "13800000001", "禾阳街道/禾阳社区/第1网格", "网格员"], ["李四", "", "柳林社区", "社区干部", "li.si"])
    bring(county, *rows)
    lines = Line.objects.count()
    again = bring(county, *rows)
    assert (again.accounts, again.assignments, again.unchanged, Account.objects.of_people().count()) == (0, 0, 2, 2)
    assert Line.objects.count() == lines


def test_one_person_with_two_roles_is_one_account(county):
    report = bring(county, ["曾小梅", "13800000001", "禾阳街道/禾阳社区/第1网格", "网格员"],
                   ["曾小梅", "13800000001", "禾阳街道/第2网格", "网格员"])
    assert (report.accounts, report.assignments) == (1, 2)
    later = bring(county, ["曾小梅", "13800000001", "禾阳社区", "村干部"])
    assert (later.accounts, later.assignments, Account.objects.of_people().count()) == (0, 1, 1)


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        (["", "13800000001", "禾阳社区", "村干部"], "name", "name_missing"),
        (["曾小梅", "1380000", "禾阳社区", "村干部"], "phone", "phone_length"),
        (["曾小梅", "1.38E+10", "禾阳社区", "村干部"], "phone", "phone_precision_lost"),
        (["曾小梅", "", "禾阳社区", "村干部"], "phone", "phone_missing"),
        (["曾小梅", "13800000001", "", "村干部"], "unit", "unit_missing"),
        (["曾小梅", "13800000001", "青山社区", "村干部"], "unit", "unit_unknown"),
        (["曾小梅", "13800000001", "第1网格", "网格员"], "unit", "unit_ambiguous"),
        (["曾小梅", "13800000001", "禾阳社区", "大王"], "role", "role_unknown"),
        (["曾小梅", "13800000001", "禾阳社区", ""], "role", "role_missing"),
        (["曾小梅", "13800000001", "青禾县", "网格员"], "role", "role_too_wide"),
        (["曾小梅", "13800000001", "禾阳社区", "村干部", "X!"], "login", "login_form"),
        (["曾小梅", "13800000001", "禾阳社区", "村干部", "", "去年"], "from_on", "date_impossible"),
        (["曾小梅", "13800000001", "禾阳社区", "村干部", "", "2020-03-18", "2020-03-01"], "until_on", "dates_reversed"),
        (["曾小梅", "13900000000", "禾阳社区", "村干部"], "phone", "phone_taken"),
        (["曾小梅", "", "禾阳社区", "村干部", "wang"], "login", "login_taken"),
        (["王立新", "13900000000", "柳林社区", "村干部"], "name", "duplicate_in_file"),
    ],
)
def test_a_faulty_row_is_told_and_the_good_ones_are_kept(county, row, column, code):
    bring(county, ["王立新", "13900000000", "青禾县", "督查"], ["王其他", "", "青禾县", "督查", "wang"])
    before = Account.objects.of_people().count()
    report = bring(county, ["王立新", "13900000000", "柳林社区", "村干部"], row, ["好一行", "13700000000", "禾阳社区", "村干部"],
                   heading="一张名单")
    assert told(report) == [(4, column, code)]
    assert report.faults[0].message and "“" not in report.faults[0].column
    assert (report.accepted, Account.objects.of_people().count()) == (2, before + 1)


def test_a_cadre_imports_for_his_own_unit_and_below_only(county):
    by = county.account("village_cadre", county.village)
    elsewhere = county.account("grid_worker", county.other_village, "金在外", "13600000000")
    report = bring(county, ["曾小梅", "13800000001", "第1网格", "网格员"], ["甲", "13800000002", "禾阳社区", "乡镇干部"],
                   ["乙", "13800000003", "柳林镇", "网格员"], ["金在外", "13600000000", "第2网格", "网格员"],
                   ["丙", "13800000004", "禾阳社区", "流调"], by=by)
    assert told(report) == [(3, "role", "role_not_yours"), (4, "unit", "unit_outside"), (5, "name", "account_elsewhere"),
                            (6, "role", "role_not_yours")]
    assert elsewhere.assignments.count() == 1
    assert Assignment.objects.filter(unit=county.grid).count() == 1


def test_somebody_without_a_role_is_not_taken_over_by_another_unit(county):
    idle = county.account("grid_worker", county.other_village, "金在外", "13600000000")
    idle.assignments.update(from_on=county.on.replace(year=2019), until_on=county.on)
    row = ["金在外", "13600000000", "禾阳街道/第1网格", "网格员"]
    assert told(bring(county, row, by=county.account("village_cadre", county.village))) == [(2, "name", "account_elsewhere")]
    assert bring(county, row).assignments == 1


@pytest.mark.parametrize("login", ["console", "system"])
def test_the_program_s_own_accounts_are_not_named(county, login):
    assert told(bring(county, ["甲", "", "禾阳街道/第1网格", "网格员", login])) == [(2, "login", "login_taken")]


def test_the_template_comes_back_as_an_empty_sheet_and_filled_in(county):
    empty = template(list(ROLES), ["禾阳街道/禾阳社区"])
    assert actions.import_accounts(content=empty, by=county.console, at=county.at).rows == 0
    assert sheets.read(empty)[0].rows[0][:4] == ["姓名", "手机号", "单位", "角色"]


@pytest.mark.parametrize("content", [b"", b"\x00\x01", "名单,电话\n甲,1\n".encode("gb18030"), b"PK\x03\x04broken"])
def test_what_is_no_such_sheet_is_refused_in_one_sentence(county, content):
    with pytest.raises(sheets.SheetError):
        actions.import_accounts(content=content, by=county.console, at=county.at)
    assert not Account.objects.of_people().exists()


def test_a_csv_of_an_old_office_is_read(county):
    text = "姓名,手机号,单位,角色,起止日期\n曾小梅,13800000001,禾阳社区,村干部,2020年3月1日至2020年3月31日\n"
    actions.import_accounts(content=text.encode("gb18030"), by=county.console, at=county.at, name="名单.csv")
    assert str(Assignment.objects.get().until_on) == "2020-04-01"


def test_the_journal_names_nobody(county):
    bring(county, ["曾小梅", "13800000001", "禾阳社区", "村干部"])
    written = json.dumps(list(Line.objects.values("verb", "kind", "data")), ensure_ascii=False)
    assert "accounts.assign" in written
    assert not any(word in written for word in ("曾小梅", "13800000001", "zxm"))


def test_ten_thousand_rows_come_in_at_once(county):
    rows = [[f"岳{chr(0x4E00 + n // 100)}{chr(0x4E00 + n % 100)}", f"139{n:08d}", "禾阳街道/第1网格", "网格员"] for n in range(10_000)]
    content = sheet(*rows)
    report = actions.import_accounts(content=content, by=county.console, at=county.at)
    assert (report.accounts, report.faults) == (10_000, [])
