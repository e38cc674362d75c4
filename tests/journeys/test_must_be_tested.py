"""Eight groups must be tested: a roster comes in, who is not in time is overdue, a firm's batch is answered with fit or not and no more."""
import pytest

from .sheets import book, identity

pytestmark = pytest.mark.journey
HEADERS = ["姓名", "身份证号", "电话", "村（社区）"]
NAMES = ("高望北", "林小禾", "秦知白")


def people(first):
    return [[name, identity(first + n), f"1380000{first + n:04}", "丰禾社区"] for n, name in enumerate(NAMES)]


def test_from_a_roster_to_a_firms_list(own_county, desk, someone):
    county = own_county
    county.move_to("2020-04-20T09:00")
    a_roster_comes_in(desk(county, "officer"))
    county.move_to("2020-04-27T10:00")
    officer = desk(county, "officer")
    one_was_tested_two_are_overdue(officer)
    code = a_firm_books_its_batch(officer)
    county.move_to("2020-04-27T18:00")
    the_results_come_in(officer)
    the_firm_sees_fit_or_not_and_nothing_else(someone(county, "", signed_in=False), code)
    assert county.answer("check-journal")["ok"]


def a_roster_comes_in(officer):
    """Eight groups stand in the table of the day; three are taken in, one row is named."""
    officer.open("/testing/").sees("密切接触者", "医疗机构工作人员", "社会福利养老机构工作人员").follow("导入名册")
    roster = book(*people(11), ["错号", "220722199001010010", "", ""], headers=HEADERS)
    officer.select("哪一类人", "医疗机构工作人员").hand_in(roster, "医院.xlsx").press("导入").sees("收下 3", "1 行没有收下")


def one_was_tested_two_are_overdue(officer):
    """A week later: one shows a result on paper, the others are overdue."""
    officer.open("/testing/members/").follow("高＊北").follow("登记结果").choose("核酸：阴性")
    officer.fill(taken_at="2020-04-26T08:00", evidence="县医院 0426-1").press("登记结果").sees("合格", "2020-05-10").sees_not("阴性")
    officer.open("/testing/").sees("逾期")
    assert (officer.amount("应检（人）"), officer.amount("逾期未检（人）"), officer.amount("在期内检过（人）")) == (3, 2, 1)
    officer.follow("2").sees("林＊禾", "秦＊白", "逾期").sees_not("高＊北")


def a_firm_books_its_batch(officer):
    """The firm, a sampling point with its hours, and the roster; what the firm needs to look for itself."""
    officer.open("/firms/new/").fill(title="青禾米业", code="91990100000000001D").select("行业", "工业企业").select(
        "在哪个乡镇", "　丰禾社区").press("登记企业")
    officer.open("/testing/points/new/").fill(title="县医院采样点", place="东门").select("归哪里管", "青禾县").press("设采样点")
    officer.follow("排时段")
    officer.fill(first="2020-04-27", last="2020-04-27", begin="14:00", end="16:00", minutes=120, quota=5).press("排时段").sees("14:00")
    officer.open("/testing/batches/new/").select("哪家企业", "青禾米业")
    officer.page.get_by_label("哪个时段").select_option(index=1)
    officer.hand_in(book(*people(31), headers=HEADERS), "员工.xlsx").press("企业成批预约").sees("名单上 3 人", "等结果")
    return officer.page.locator("main b", has_text="-").last.inner_text()


def the_results_come_in(officer):
    """One negative, one in the grey zone, one still awaited."""
    rows = [[identity(31), "2020-04-27 14:10", "阴性"], [identity(32), "2020-04-27 14:12", "灰区"]]
    sheet = book(*rows, headers=["身份证号", "采样时间", "结果"])
    officer.open("/testing/results/").hand_in(sheet, "结果.xlsx").press("导入").sees("收下 2")


def the_firm_sees_fit_or_not_and_nothing_else(firm, code):
    """By its code and the end of its credit code, on no account."""
    firm.open("/firm/").fill(code=code, tail="00001D").press("看名单")
    firm.sees("青禾米业", "高＊北", "不合格", "等结果").sees_not("高望北", "灰区", "阴性", identity(31))
