"""The first evening: a sheet of staff comes in, slips are printed, and a new grid worker is at work on his own phone."""
import re

import pytest

from tests.reading import text

from . import sheets

pytestmark = pytest.mark.journey
HEADERS = ["姓名", "手机号", "单位", "角色", "负责人"]
WORKER = ["计小满", "13800000301", "禾阳街道/望河社区", "网格员", "否"]
NAME, MASKED = "倪归来", "倪＊来"


def test_a_new_grid_worker_starts_at_once(small_county, desk, phone):
    nobody_gives_more_than_he_holds(desk(small_county, "admin"))
    officer = desk(small_county, "officer")
    the_sheet_comes_in(officer)
    code = the_slip_is_printed(officer)
    worker = he_chooses_a_password(phone(small_county, "new", signed_in=False), code)
    worker.sees("我的待办", "今天的都办完了")

    small_county.ask("tests.journeys.setting.bring_in", rows=[sheets.returnee(301, NAME, "望河社区西胡同3号")])
    worker.open("/").sees("晚检", "16:00 起可填").follow("晨检").sees(MASKED).fill(temperature="36.4").press("交上去").sees("已填 1 人")
    the_slip_opens_no_more(phone(small_county, "else", signed_in=False), code)


def staff():
    """A good row, and one whose village nobody knows."""
    return sheets.book(WORKER, ["尹无处", "13800000302", "没有这个村", "网格员", "否"], headers=HEADERS, title="工作人员名单", sheet="名单")


def nobody_gives_more_than_he_holds(admin):
    """Who keeps the machine sees nobody's data, and so cannot make an account that does."""
    admin.open("/accounts/import").hand_in(staff(), "工作人员.xlsx", field="sheet").press("先试算，不导入")
    admin.sees("可用 0 行", "这个角色的权限比您自己的大")


def the_sheet_comes_in(officer):
    """A trial first, then in earnest; the row without a place is told with its mend, the other is taken."""
    officer.open("/accounts/").follow("用表格导入").hand_in(staff(), "工作人员.xlsx", field="sheet").press("先试算，不导入")
    officer.sees("只是试算，还没有导入", "新建账号 1 个", "找不到这个单位")
    officer.hand_in(staff(), "工作人员.xlsx", field="sheet").press("导入").sees("共 2 行，可用 1 行：新建账号 1 个", "有 1 行要改")


def the_slip_is_printed(officer):
    """One sheet of paper for those of this community who have never signed in; the code stands on it."""
    officer.open("/accounts/slips").page.locator("#unit").fill("禾阳街道/望河社区")
    officer.press("看有几张").sees("有 1 人还没登录过")
    paper = text(officer.download_by("出登录条（PDF）"))
    assert WORKER[0] in paper and "望河社区" in paper
    return re.search(r"一次码((?:[0-9A-Z]{4}-){2}[0-9A-Z]{4})", paper)[1]


def he_chooses_a_password(worker, code):
    """Typed from the paper, since his camera is broken."""
    worker.open("/sign-in").follow("在这里填一次码").fill(code=code.lower().replace("-", " ")).press("下一步")
    worker.sees("计小满，请设一个密码").fill(password="mai-miao-2020", again="mai-miao-2020").press("设好，进入")
    assert worker.path == "/"
    return worker


def the_slip_opens_no_more(stranger, code):
    """Whoever finds the paper afterwards finds nothing."""
    assert stranger.context.request.get(f"/slip/{code}").status == 410
