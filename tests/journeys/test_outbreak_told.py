"""From a positive tube to the last release, page by page: ten held, a case, 37 contacts, one of them ill, an edition that changes."""
import re

import pytest

from tools.checkout import ROOT

from .conftest import put_up
from .outbreak import TEN
from .sheets import identity

pytestmark = pytest.mark.journey
ASK = "tests.journeys.outbreak.{}"
LOCAL = [surname + given for given in ("大山", "小河", "远航") for surname in "赵钱孙吴郑王冯陈褚卫蒋"]
SECOND = ["尤小满 13910000001 梨花沟村东胡同6号", "许清明 13910000002 梨花沟村东胡同7号"]
LANE = "梨花沟村东胡同{}号"
DOORS = (1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12)  # behind the fifth lives the first of them alone, who falls ill
AWAY = ["沈千里", "韩万里", "杨他乡", "朱远客"]


@pytest.fixture
def november(tmp_path):
    """The small county in the last days of the ninth edition."""
    with put_up(tmp_path, at="2022-11-06T12:30") as county:
        yield Story(county)


class Story:
    """The county, what is asked of its records, and a picture at each step."""

    def __init__(self, county):
        self.county, self.cards = county, county.ask(ASK.format("begin"))
        self.walks, self.day, self.signed = {}, 6, {}

    def ask(self, what, **given):
        return self.county.ask(ASK.format(what), **given)

    def at(self, day, clock):
        self.county.move_to(f"2022-11-{day:02}T{clock}")
        self.day = day

    def sits(self, size, who):
        """Whoever sat down on another day signs in again."""
        walk = self.walks[who] = self.walks.get(who) or size(self.county, who)
        if self.signed.setdefault(who, self.day) != self.day:
            walk.context.clear_cookies()
            walk.sign_in()
        self.signed[who] = self.day
        return walk


def shown(walk, name):
    walk.picture(ROOT / ".build" / "journeys" / f"outbreak-{name}.png")


def picked(walk, **fields):
    """Options of drop-downs by what they stand for: their words are shown elsewhere too."""
    for name, value in fields.items():
        walk.page.locator(f"main select[name='{name}']").select_option(value=value)
    return walk


def test_from_a_positive_tube_to_the_last_release(november, desk, phone):
    ten_are_sampled(november, phone)
    the_pool_is_positive_and_ten_are_held(november, desk, phone)
    one_of_them_is_a_case(november, desk)
    contacts_are_found_and_accepted(november, desk)
    they_are_placed_by_the_next_morning(november, desk)
    one_contact_turns(november, desk)
    the_edition_changes(november, desk)
    the_last_is_released(november, desk)


def ten_are_sampled(told, phone):
    """A grid worker with a phone: a point, a tube, ten cards (all but two of them behind the scene), ten swabs, a box."""
    grid = told.sits(phone, "grid").open("/laboratory/").follow("开一个采样点").fill(name="向阳小区采样点")
    picked(grid, disease="covid_omicron").choose("愿检尽检").press("开始采样")
    grid.fill(code="NAT-0001").choose("10 人").press("开这支管")
    for card in told.cards[:2]:
        grid.fill(id_number=card).press("登记进这支管")
    told.ask("the_others")
    grid.open(grid.path).sees("10 / 10").fill(count="10").press("封管").sees("封好了")
    shown(grid, "1-tube")
    grid.follow("装箱送检").fill(box="BOX-0001", carrier="禾A0120 李师傅", temperature="4").press("送出").sees("送出 1 管")


def the_pool_is_positive_and_ten_are_held(told, desk, phone):
    """The box arrives, the machine runs; at 14:00 the pool is positive, and all ten are held at once."""
    told.at(6, "13:10")
    lab = told.sits(desk, "lab").open("/laboratory/queue/").follow("BOX-0001").fill(temperature="5").press("接收").sees("整箱接收了")
    lab.fill(machine="扩增仪一").press("上机")
    told.at(6, "14:00")
    lab.choose("阳性").press("报出结果").sees("报出 1 管")
    held = told.ask("held")
    assert held["names"] == sorted(TEN) and held["last"] < "2022-11-06T06:30"
    cadre = told.sits(phone, "cadre").open("/").sees("15:00 前")
    shown(cadre, "2-held")


def one_of_them_is_a_case(told, desk):
    """Sampled again singly; nine are free, one is a case, reported at eight in the evening: level and ring wait for the officer."""
    told.at(6, "14:40")
    run = told.ask("singly", names=TEN, reason="resample", code="DAN")
    told.at(6, "19:30")
    lab = told.sits(desk, "lab").open(run)
    for n, row in enumerate(lab.page.locator("main .lab-result").all()):
        row.locator("label.choice", has_text="阴性" if n else "阳性").first.click()
    lab.press("报出结果").sees("报出 10 管")
    assert len(told.ask("held")["names"]) == 1
    told.at(6, "20:00")
    epi = told.sits(desk, "epi").open("/").follow("报告病例").sees("21:30 前")
    picked(epi, klass="confirmed", group="trade").fill(onset_on="2022-11-05", diagnosed_at="2022-11-06T19:45")
    epi.fill(address="丰禾社区向阳小区3号楼", reporter="青禾县疾控中心").choose("男").press("报告").sees("已报告")
    shown(epi, "3-case")
    officer = told.sits(desk, "officer").open("/").sees("核定风险等级：高风险", "核定环状防控圈", "22:00 前", "21:00 前")
    shown(officer, "3-clocks")
    officer.follow("核定环状防控圈").fill(number="青防指〔2022〕31号").press("核定，交办每一项措施")
    officer.open("/").follow("核定风险等级").fill(number="青防指〔2022〕32号").press("核定，从现在起执行").sees("执行中")


def contacts_are_found_and_accepted(told, desk):
    """His day is told in one line, thirty-three who ate there are pasted, four from elsewhere are named; two presses make them contacts."""
    told.at(6, "22:00")
    epi = told.sits(desk, "epi").open("/").follow("排查密接").fill(on="2022-11-05", text="1830-2030 聚餐 同福酒家").press("记下行程")
    epi.follow("还有谁").fill(text="\n".join(f"{name} 1390000{n:04} {LANE.format(DOORS[n % len(DOORS)] if n else 5)}"
                                         for n, name in enumerate(LOCAL))).press("记下这些人")
    epi.sees("记下了 33 人").follow("记一个有人讲的")
    for n, name in enumerate(AWAY):
        epi.fill(name=name, from_on="2022-11-05", until_on="2022-11-05", minutes="90", elsewhere="邻县")
        picked(epi, ground="meal").press("记下" if n == len(AWAY) - 1 else "记下，再记一个").sees("他在待定的名单里")
    shown(epi, "4-proposed")
    told.at(7, "07:00")
    epi.open(epi.path)
    epi.press("定为密切接触者").sees("定了").press("定为密切接触者").sees("没有待定的人")
    assert epi.amount("接触者（人）") == len(LOCAL) + len(AWAY)
    shown(epi, "4-accepted")
    index = epi.path
    for name in AWAY:
        epi.open(index).follow(f"{name[0]}＊{name[2]}")
        assert epi.paper("letter.docx")[:2] == b"PK"
    epi.open(index).confirm("排查完毕").sees("转入观察")


def they_are_placed_by_the_next_morning(told, desk):
    """Thirty-three rooms confirmed in one go; at 08:00 they are in, and the bulletin says so."""
    township = told.sits(desk, "township").open("/sites/").follow("县委党校隔离点").follow("接人")
    shown(township, "5-arrivals")
    township.press("勾上的都住提出的房间").sees("33 人的房间定好了")
    told.at(7, "08:00")
    township.press("勾上的已经进房间，告知书交到手里了").sees("33 人入住了")
    township.follow("回到立面图")
    shown(township, "5-site")
    held = told.ask("held")
    assert held["sites"] == len(LOCAL) and held["last"] < "2022-11-07T00:00"
    officer = told.sits(desk, "officer").open("/situation/bulletins/").follow("早", within="main tbody").sees("疫情防控日报")
    shown(officer, "5-bulletin")


def one_contact_turns(told, desk):
    """On the third day one of them is positive: a case at once, a second ring proposed, two contacts of his own."""
    told.at(8, "20:30")
    told.ask("evening")
    told.at(9, "08:00")
    name = LOCAL[0]
    told.ill = {name, *told.ask("held")["names"]} & {name, *TEN}
    run = told.ask("singly", names=[name], reason="contact", code="MI")
    told.at(9, "11:00")
    told.sits(desk, "lab").open(run).choose("阳性").press("报出结果")
    epi = told.sits(desk, "epi").open("/").follow("报告病例").sees("13:00 前")
    picked(epi, klass="confirmed", group="other").fill(id_number=identity(99), birth_on="1990-01-01")
    epi.fill(onset_on="2022-11-08", diagnosed_at="2022-11-09T10:45", address="丰禾社区", reporter="青禾县疾控中心")
    epi.choose("女").press("报告").sees("已报告")
    told.sits(desk, "officer").open("/").sees("核定环状防控圈", "12:00 前")
    told.at(9, "12:30")
    epi.open("/tracing/").follow(f"{name[0]}＊{name[2]}").fill(on="2022-11-08", text="0800-0900 看病 县医院发热门诊").press("记下行程")
    epi.follow("还有谁").fill(text="\n".join(SECOND)).press("记下这些人").press("定为密切接触者").sees("定了 2 人")
    shown(epi, "6-second")


def the_edition_changes(told, desk):
    """On the fifth day: listed before it is applied; it binds nobody longer, so that one may confirm it; applied within minutes."""
    told.at(11, "08:00")
    before = told.ask("held")
    officer = told.sits(desk, "officer").open("/orders/switches/").follow("2022-11-11")
    officer.sees("集中隔离7天＋居家健康监测3天", "集中隔离5天＋居家隔离3天")
    shown(officer, "7-list")
    assert told.ask("held") == before, "a list is only a list"
    officer.press(re.compile("名单核过"))
    told.at(11, "08:20")
    officer.open(officer.path)
    assert officer.number(r"已执行 (\d+)/\d+ 人") == officer.number(r"已执行 \d+/(\d+) 人") >= len(LOCAL) - 1
    shown(officer, "7-applied")
    assert told.ask("held")["home"] >= len(LOCAL) - 1


def the_last_is_released(told, desk):
    """Measured each evening, negative when asked; those of the second case are the last, and somebody presses the button for the last."""
    page, day = "", 12
    while not page:
        told.at(day, "20:30")
        told.ask("evening")
        page, day = told.ask("release_all_but_one"), day + 1
    cadre = told.sits(desk, "officer").open(page).press("解除").sees("已解除")
    shown(cadre, "8-last")
    assert told.ask("held")["names"] == sorted(told.ill), "nobody but the ill is held"
    epi = told.sits(desk, "epi").open("/tracing/")
    shown(epi, "8-traced")
