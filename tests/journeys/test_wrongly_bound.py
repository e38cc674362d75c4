"""A wrongly bound person, on a phone: learns why, appeals, waits in vain for three working days, and is freed by the county."""
import re

import pytest

from tests.reading import text
from tests.samples.redress import PHOTO

from . import sheets
from .walk import PHONE

pytestmark = pytest.mark.journey
NAME, MASKED, DOOR = "覃望舒", "覃＊舒", "向阳小区3号楼2单元402"
SAID = "我是从邻县松江县探亲回来的，没有去过深圳，3月4日的车票在照片里。"


def test_learns_why_appeals_and_is_freed(own_county, desk, phone, someone):
    county = own_county
    cadre = phone(county, "cadre")
    person, code = a_wrong_row_binds_him(county, cadre)
    his = someone(county, "himself", PHONE, signed_in=False)
    he_learns_why(his, code)
    he_appeals(county, his)
    the_township_does_not_answer(county, phone(county, "township"))
    it_goes_up_by_itself(county, his, code, desk)
    the_county_leader_frees_him(desk(county, "leader"), person)
    he_reads_the_answer(his, code)
    nothing_stays_on_the_phone(his)
    each_step_has_its_cause(county, person)


def a_wrong_row_binds_him(county, cadre):
    """The village copied the wrong line: 深圳 stands where the next county should; the notice is served."""
    cadre.open("/rosters/").follow("交一份名册").hand_in(sheets.book(sheets.returnee(1, NAME, DOOR)), "返乡人员0304.xlsx")
    cadre.select("从哪里来的", "社区（村）排查登记").press("读一读，先看看").press("没有问题，导入这 1 行")
    county.move_to("2020-03-04T09:01")
    cadre.sees("已完成").open("/").follow("送达告知书").press("已送到本人手里").sees("管控令开始执行")
    found = re.search("校验码([-0-9A-Z]+)印章处", text(cadre.paper("start.pdf")))
    return cadre.path, found[1]


def he_learns_why(his, code):
    """The mark on the notice leads to the door; birthday, and there it stands: what, until when, and which condition was put down."""
    his.open(f"/p/{code}").fill(birthday="19900102").press("查看").sees("编码和生日对不上")
    his.fill(birthday="19900101").press("查看")
    his.sees(MASKED, "居家隔离", "3月18日 24 时", "何秋生", "来源地", "外省", "深圳", "这一行管的是同时符合下面各条的人").sees_not(NAME)


def he_appeals(county, his):
    """Words and a photo; then the clock: Wednesday, so Monday night."""
    his.follow("不对，我要申诉").sees("3 个工作日没有答复，自动转到县里").press("交申诉").sees("还有 1 处要改")
    his.fill(words=SAID).hand_in(PHOTO, "ticket.png", field="photo").press("交申诉")
    his.sees("申诉已交", "申诉 2020-1 号：居家隔离", "待乡镇答复", "3月9日 24:00 前").sees_not("我要申诉")
    his.page.locator("summary", has_text="我写的和每一步").click()
    his.sees(SAID, "附照片一张")


def the_township_does_not_answer(county, township):
    """It stands among its work at once, with all it takes to answer; nobody does."""
    township.open("/").follow("答复申诉：居家隔离").sees_not(SAID)
    township.press("看").sees(SAID, "您的答复", "当时登记的事实", "外省", "3月9日 24:00 前")


def it_goes_up_by_itself(county, his, code, desk):
    """Two working days and a weekend later nothing has moved; at midnight after the third it is the county's."""
    county.move_to("2020-03-09T23:50")
    his.open("/p/me").sees("看我的管控")
    county.move_to("2020-03-10T08:00")
    his.open(f"/p/{code}").fill(birthday="19900101").press("查看").sees("待县答复", "3月13日 24:00 前")
    his.page.locator("summary", has_text="我写的和每一步").click()
    his.sees("转县答复")
    supervisor = desk(county, "supervisor").open("/redress/").sees("待县答复", MASKED)
    assert [supervisor.amount(label) for label in ("共提出", "还没答复", "转到县里", "改正")] == [1, 1, 1, 0]


def the_county_leader_frees_him(leader, person):
    """He sees who wrote what, the row, the facts; corrects the one that is wrong; the table lets the man go."""
    leader.open("/").follow("答复申诉：居家隔离").press("看").sees(SAID, "转县答复", "返乡")
    leader.follow("事实弄错了：更正，按表重新判定").select("来源地", "本省其他县")
    leader.fill(reason="核对了车票和客运站登记，是从邻县松江县来的，名册抄错了一行。").press("按表判定").sees("已答复", "已改正")
    leader.follow("看这个人的全部经过").sees("按规则撤销")
    assert leader.path == person


def he_reads_the_answer(his, code):
    """The same page an hour later: free, why, by which unit; and who looked at him."""
    his.open("/p/me").sees("已改正", "更正事实，按表重新判定", "名册抄错了一行", "青禾县", "您现在没有管控措施").sees_not("郑怀远")
    his.sees("开具告知书或证明", "丰禾社区 村（社区）干部")


def nothing_stays_on_the_phone(his):
    """Out: the back button shows the door, and no cookie is left."""
    his.press("退出").sees("看我的管控")
    his.page.go_back()
    his.page.wait_for_url(lambda url: "/p/me" in url or url.endswith("/p/") or "over" in url)
    his.sees("看我的管控").sees_not(MASKED)
    assert not [cookie for cookie in his.context.cookies() if cookie["name"] not in ("csrf",)]


def each_step_has_its_cause(county, person):
    """From the end of the order upwards: the verdict, the answer, the appeal, and what it was about."""
    lines = county.ask("tests.journeys.setting.causes", subject=person.strip("/").split("/")[-1])
    last = {told["verb"]: told["id"] for told in lines}
    verbs = county.ask("tests.journeys.setting.verbs_above", line=last["isolation.lift"])
    assert verbs[:3] == ["isolation.lift", "isolation.decide", "redress.change"]
    assert {"redress.appeal", "redress.pass_up", "portal.enter"} <= set(last)
