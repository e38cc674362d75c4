"""A quarter to seven in the command room: a figure opens into its people, a town into its doors, and a mask only for a reason."""
import re

import pytest

from . import sheets

pytestmark = pytest.mark.journey


def test_the_officer_reads_the_board(county, desk):
    officer = desk(county, "officer").open("/situation/").sees("青禾县", "管控对象", "今日", "健康检查", "逾期待办", "最该催的")
    figures = county.answer("board")["figures"]
    assert number_in(officer, ".tile-managed .sum .num") == figures["managed"] > 100
    a_figure_opens_its_people(officer, figures)
    the_list_goes_out_as_a_sheet(officer, figures)


def a_figure_opens_its_people(officer, figures):
    """As many as the figure said; filtered by measure, as many as that figure says."""
    officer.page.locator(".tile-managed .sum a.num").first.click()
    officer.everybody_can_use_it().sees(f"共 {figures['managed']} 条")
    officer.page.locator("main select[name=measure]").select_option(label="集中隔离")
    officer.everybody_can_use_it().sees(f"共 {figures['central']} 条", "只看")


def the_list_goes_out_as_a_sheet(officer, figures):
    """The same people, masked, every cell text or a number, none a formula."""
    page = sheets.opened(officer.fetch("导出本表")).active
    rows = [row for row in page.iter_rows() if row[0].value and "＊" in str(row[0].value)]
    assert len(rows) == figures["central"] > 0
    assert {cell.data_type for row in page.iter_rows() for cell in row if cell.value is not None} <= {"s", "n", "d"}
    assert all(isinstance(row[0].value, str) for row in rows)


def test_from_the_county_to_a_door(county, desk):
    officer = desk(county, "officer").open("/situation/")
    for place in ("禾阳街道", "丰禾社区", "丰禾第1网格", "向阳小区"):
        officer.follow(place, within="main table").sees(place)
    officer.follow(re.compile("^[1-3]号楼"), within="main table").sees("立面图")
    a_door_shows_its_people(officer)
    county_sees_who_looked(county, officer, full_name(officer))


def a_door_shows_its_people(officer):
    """Tapping a door that is isolated opens it beside the drawing; names are masked."""
    officer.page.locator(".house a[aria-label*='隔离']").first.click()
    officer.everybody_can_use_it().sees("家里的人", "管控令", "期限")
    assert re.fullmatch(r".＊+.?|.+＊.+", officer.text_of("#panel a.person"))


def full_name(officer):
    """A reason from the list opens the mask; the page says it is kept."""
    officer.follow("看全名和电话", within="#panel").sees("怎么走到今天")
    officer.follow("看全名和号码").sees("都会记入日志")
    masked = officer.text_of("main h1").split()[0]
    officer.page.locator("#panel label.choice").first.click()
    officer.press("看", within="#panel").sees("已记下：您以")
    name = officer.text_of("#panel dd b")
    assert "＊" not in name and name[0] == masked[0]
    return name


def county_sees_who_looked(county, officer, name):
    """Who, whom, why: never the name itself."""
    told = county.ask("tests.journeys.setting.told_of", verb="people.open")[0]
    assert told["by"] == "officer" and told["subject"] in officer.page.url
    assert told["data"]["reason"] and name not in str(told["data"])


def number_in(walk, place):
    """A figure of the page."""
    return int(walk.text_of(place).replace(",", ""))
