"""The pages of accounts: a cadre adds, gives and ends roles, imports, and names who answers for a node."""
import io
import re

import pytest
from django.urls import reverse

from lianfang.ground import sheets
from lianfang.ground.accounts.models import Account, Responsible
from lianfang.ground.accounts.queries import nodes_without_responsible
from lianfang.ground.journal.models import Line
from lianfang.ground.units.fields import TOP, Reach

DAY = "2020-03-18"


@pytest.fixture
def page(cadre, enter):
    """The village cadre's browser."""
    return enter(cadre)


def test_the_list_filters_and_sorts(county, page):
    county.account("grid_worker", county.grid, "何新来")
    county.account("grid_worker", county.other_village, "金在外")
    shown = page.get("/accounts/").content.decode()
    assert "何新来" in shown and "岳小满" in shown and "金在外" not in shown
    assert "岳小满" not in page.get("/accounts/", {"role": "grid_worker"}).content.decode().split("<tbody>")[1].split("</tbody>")[0]
    assert "何新来" in page.get("/accounts/", {"unit": "第1", "state": "waiting", "sort": "-login"}).content.decode()
    assert "还没有账号" in page.get("/accounts/", {"state": "closed"}).content.decode()


def test_somebody_is_added_with_a_first_role(county, page):
    asked = {"name": "何新来", "phone": "13800000007", "role": "grid_worker", "unit": "第1网格", "from_on": DAY}
    answer = page.post("/accounts/add", asked)
    made = Account.objects.get(name="何新来")
    assert answer["Location"] == reverse("accounts:account", args=[made.pk])
    assert [(a.role, a.unit) for a in made.assignments.all()] == [("grid_worker", county.grid)]
    assert not made.has_usable_password()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"unit": "柳林社区"}, "不在您的辖区"),
        ({"unit": "青山"}, "找不到这个单位"),
        ({"role": "duty_officer"}, "role"),
        ({"role": "grid_worker", "unit": "禾阳社区", "phone": "12"}, "11 位"),
        ({"until_on": "2019-01-01"}, "早于"),
        ({"name": ""}, "姓名"),
    ],
)
def test_what_may_not_be_is_told_in_place(county, page, changed, said):
    asked = {"name": "何新来", "phone": "", "role": "grid_worker", "unit": "第1网格", "from_on": DAY} | changed
    answer = page.post("/accounts/add", asked)
    assert answer.status_code == 422 and said in answer.content.decode()
    assert not Account.objects.filter(name="何新来").exists()


def test_a_role_is_given_and_taken_back(county, page):
    worker = county.account("grid_worker", county.grid, "何新来")
    page.post(reverse("accounts:assign", args=[worker.pk]), {"role": "grid_worker", "unit": "第2网格", "from_on": DAY})
    assert worker.assignments.count() == 2
    held = worker.assignments.get(unit=county.grid_2)
    assert page.post(reverse("accounts:end_assignment", args=[worker.pk, held.pk])).status_code == 302
    assert not worker.assignments.filter(unit=county.grid_2, until_on=None).exists()
    assert Line.objects.filter(verb="accounts.end_assignment").get().data == {"account": worker.pk, "role": "grid_worker"}


def test_a_role_beyond_ones_own_is_refused_from_the_page(county, page):
    worker = county.account("grid_worker", county.grid, "何新来")
    for role, unit in (("township_cadre", "禾阳社区"), ("duty_officer", "青禾县"), ("grid_worker", "柳林社区")):
        assert page.post(reverse("accounts:assign", args=[worker.pk]), {"role": role, "unit": unit, "from_on": DAY}).status_code == 422
    assert worker.assignments.count() == 1


def test_an_assignment_of_another_account_is_not_ended_by_a_changed_address(county, page):
    worker, officer = county.account("grid_worker", county.grid), county.account("township_cadre", county.town)
    assert page.post(reverse("accounts:end_assignment", args=[worker.pk, officer.assignments.get().pk])).status_code == 404
    assert officer.assignments.filter(until_on=None).exists()


def sheet(*rows):
    target = io.BytesIO()
    sheets.write(target, "账号", [sheets.Column(name) for name in ("姓名", "手机号", "单位", "角色")], rows)
    target.seek(0)
    target.name = "账号.xlsx"
    return target


def test_a_sheet_is_tried_then_taken_over(page):
    rows = (["何新来", "13800000007", "第1网格", "网格员"], ["甲", "1380", "第1网格", "网格员"])
    tried = page.post("/accounts/import", {"sheet": sheet(*rows), "trial": "1"}).content.decode()
    assert "只是试算" in tried and "11 位数字" in tried
    assert not Account.objects.filter(name="何新来").exists()
    done = page.post("/accounts/import", {"sheet": sheet(*rows)}).content.decode()
    assert "新建账号 1 个" in done and "有 1 行要改" in done
    assert Account.objects.filter(name="何新来").count() == 1


def test_a_file_that_is_no_sheet_is_refused_in_words(page):
    broken = io.BytesIO(b"PK\x03\x04")
    broken.name = "x.xlsx"
    answer = page.post("/accounts/import", {"sheet": broken})
    assert answer.status_code == 422 and "损坏" in answer.content.decode()


def test_the_empty_sheet_offers_ones_own_roles_and_units(page):
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(page.get("/accounts/template.xlsx").content))
    offered = "".join(str(rule.formula1) for rule in book.worksheets[0].data_validations.dataValidation)
    assert "网格员" in offered and "县领导" not in offered
    aside = {cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert "禾阳街道/禾阳社区居委会/第1网格" in aside | set(offered.strip('"').split(",")) and "柳林镇" not in str(aside)


def test_nodes_without_anybody_are_listed_until_somebody_is_named(county, page):
    worker = county.account("grid_worker", county.grid, "何新来")
    shown = page.get("/accounts/nodes").content.decode()
    assert "第1网格" in shown and "第2网格" in shown and "柳林" not in shown
    page.post(reverse("accounts:appoint", args=[county.grid.pk]), {"account": worker.pk})
    assert county.grid not in nodes_without_responsible(Reach(TOP), county.on)
    page.post(reverse("accounts:appoint", args=[county.grid.pk]), {"account": page.session["_auth_user_id"]})
    assert Responsible.objects.in_force(county.on).get(unit=county.grid).account.name == "岳小满"


def test_somebody_of_elsewhere_is_not_named(county, page):
    stranger = county.account("grid_worker", county.other_village, "金在外")
    page.post(reverse("accounts:appoint", args=[county.grid.pk]), {"account": stranger.pk})
    assert not Responsible.objects.exists()


def test_an_account_shut_out_is_let_in_again(county, page):
    worker = county.account("grid_worker", county.grid, "何新来")
    page.post(reverse("accounts:deactivate", args=[worker.pk]))
    worker.refresh_from_db()
    assert not worker.is_active and "已停用" in page.get(reverse("accounts:account", args=[worker.pk])).content.decode()
    page.post(reverse("accounts:reactivate", args=[worker.pk]))
    worker.refresh_from_db()
    assert worker.is_active


def test_where_only_one_holds_a_role_all_are_named_at_once(county, page):
    for name, unit in (("何新来", county.grid), ("丁立春", county.grid_2), ("白露", county.grid_2), ("金在外", county.other_village)):
        county.account("grid_worker", unit, name)
    assert "其中 2 个单位" in page.get("/accounts/nodes").content.decode()
    page.post("/accounts/nodes/appoint")
    named = dict(Responsible.objects.values_list("unit__name", "account__name"))
    assert named == {"第1网格": "何新来", "禾阳社区居委会": "岳小满"}


@pytest.mark.parametrize(("login", "can", "cannot", "who"), [
    ("admin", "系统管理员", "网格员", "村（社区）干部"), ("cadre", "网格员", "乡镇（街道）干部", "县指挥部值班员")])
def test_the_sheet_s_page_says_beforehand_whom_one_cannot_make_and_who_can(cast, client, login, can, cannot, who):
    client.force_login(getattr(cast, login))
    page = re.sub(r"<[^>]+>", "", client.get("/accounts/import").content.decode().replace("</p>", "\n"))
    mine, others = page.split("您能建：")[1].split("：您不能建，请找")[0], page.split("您能建：")[1]
    assert can in mine.split("\n")[0] and cannot not in mine.split("\n")[0]
    told = next(line for line in others.split("\n") if cannot in line.split("：您不能建")[0] and "您不能建" in line)
    assert who in told.split("请找")[1]
