"""One returnee, from the row of a sheet to the release: each step by whoever does it, each caused by the one before."""
import pytest

from tests.reading import text

from . import sheets

pytestmark = pytest.mark.journey
NAME, MASKED, DOOR = "覃望舒", "覃＊舒", "向阳小区3号楼2单元402"


def test_from_sheet_to_release(own_county, desk, phone):
    county = own_county
    before = county.answer("board")["figures"]

    person = a_row_becomes_a_person_under_an_order(county, desk(county, "township"))
    the_notice_is_served(phone(county, "cadre"), person)
    the_grid_worker_fills_a_check(county, phone)
    a_fever_is_ruled_out(county, phone, desk, person)
    twelve_days_pass(county)
    results_are_entered(phone(county, "grid"), person)
    during = county.answer("board")["figures"]
    cadre = phone(county, "cadre")
    the_order_ends(cadre, person)

    both_notices_open(cadre)
    each_step_has_its_cause(county, cadre, person)
    county.move_to("2020-03-18T09:30")
    the_figures_moved(before, during, county.answer("board")["figures"])
    the_bulletins_tell_it(county, desk)
    assert county.answer("check-journal")["ok"]


def a_row_becomes_a_person_under_an_order(county, township):
    """The township hands in a sheet, looks at what was understood, says yes; on the list of orders stands somebody new."""
    township.open("/rosters/").follow("交一份名册").hand_in(sheets.book(sheets.returnee(1, NAME, DOOR)), "返乡人员0304.xlsx")
    township.select("从哪里来的", "社区（村）排查登记")
    township.press("读一读，先看看").sees("还没有导入", MASKED, "深圳", "2020-03-04")
    township.press("没有问题，导入这 1 行")
    county.move_to("2020-03-04T09:01")
    township.sees("已完成", "每一行都收下了")
    township.open("/orders/").follow(MASKED).sees("居家隔离", "402", "第 0 天，共 14 天", "待送达").sees_not(NAME)
    return township.path


def the_notice_is_served(cadre, person):
    """The village cadre finds it among the work, brings the notice to the door, and the order runs."""
    cadre.open("/").follow("送达告知书").press("已送到本人手里").sees("管控令开始执行")
    assert cadre.path == person


def the_grid_worker_fills_a_check(county, phone):
    """Next morning the check is the grid worker's turn: one number, no symptom, done."""
    evening(county, 4)
    county.move_to("2020-03-05T09:00")
    grid = phone(county, "grid").open("/").follow("3月5日晨检").fill(temperature="36.6").press("交上去").sees("已填 1 人")
    grid.open("/").sees("3月5日晚检", "16:00 起可填").sees_not("3月5日晨检")


def evening(county, day):
    """All open checks are filled, and the next day's are planned."""
    county.move_to(f"2020-03-{day:02}T18:30")
    county.ask("tests.journeys.setting.measure_everybody")


def a_fever_is_ruled_out(county, phone, desk, person):
    """A day later 37.8: the township has an hour, measures again, and rules it out in words that stay."""
    evening(county, 5)
    county.move_to("2020-03-06T08:30")
    phone(county, "grid").open("/").follow("3月6日晨检").fill(temperature="37.8").press("交上去").sees("已告警")
    county.move_to("2020-03-06T08:50")
    township = desk(county, "township").open("/").follow("告警 37.8℃")
    township.fill(answer="复测 36.6℃，本人刚做完早饭，无不适").press("排除").sees("已排除，依据已留存")
    assert township.path == person


def twelve_days_pass(county):
    """Each evening the day's checks are filled and the next day's are planned, until the morning of the last day."""
    for day in range(6, 18):
        evening(county, day)
    county.move_to("2020-03-18T09:00")
    county.ask("tests.journeys.setting.measure_everybody")


def results_are_entered(grid, person):
    """Two samples, days seven and thirteen, each with what it was read from."""
    for on, report in (("2020-03-11", "县医院检验科 0311-17"), ("2020-03-17", "县医院检验科 0317-04")):
        grid.open(person).follow("登记检测").fill(taken_on=on, evidence=report).choose("阴性").press("登记").sees("结果已登记")


def the_order_ends(cadre, person):
    """On the last day the conditions hold, and the village cadre ends it."""
    cadre.open("/").follow("解除管控").press("解除").sees("已解除")
    assert cadre.path == person


def both_notices_open(cadre):
    """Start and release, one page each, with the full name and why."""
    start, release = (cadre.paper(f"{paper}.pdf") for paper in ("start", "release"))
    assert NAME in text(start) and "您3月4日从深圳来到本县" in text(start) and "到3月18日24时为止" in text(start)
    assert NAME in text(release) and "解除" in text(release)


def each_step_has_its_cause(county, cadre, person):
    """From the release upwards: why → why → the hand that gave in the sheet. The page tells the same story."""
    lines = county.ask("tests.journeys.setting.causes", subject=person.strip("/").split("/")[-1])
    verbs = [told["verb"] for told in lines]
    story = ["screening.find", "isolation.decide", "isolation.issue", "isolation.serve", "isolation.record_check", "isolation.raise_alarm",
             "isolation.dismiss", "isolation.record_result", "isolation.release"]
    first = [verbs.index(verb) for verb in story]
    assert first == sorted(first), verbs
    last = {told["verb"]: told["id"] for told in lines}
    to_the_sheet = ["isolation.decide", "screening.find", "screening.receive"]
    assert above(county, last["isolation.release"]) == ["isolation.release", "isolation.record_result", *to_the_sheet]
    assert above(county, last["isolation.dismiss"]) == ["isolation.dismiss", "isolation.record_check", *to_the_sheet]
    cadre.sees("怎么走到今天", "名册登记", "判定", "检测结果", "管控令 · 解除", "发热与症状告警 · 排除")


def above(county, line):
    """The verbs from a line of the journal up to the first cause."""
    return county.ask("tests.journeys.setting.verbs_above", line=line)


def the_figures_moved(before, during, after):
    """Nobody, then one at home, then one released today."""
    assert (before["managed"], during["managed"], after["managed"]) == (0, 1, 0)
    assert (before["home"], during["home"], after["home"]) == (0, 1, 0)
    assert (before["released_today"], during["released_today"], after["released_today"]) == (0, 0, 1)


def the_bulletins_tell_it(county, desk):
    """That morning's bulletin says one managed and none released; that evening's says none, and one released."""
    county.move_to("2020-03-18T19:01")
    officer = desk(county, "officer").open("/situation/bulletins/")
    cell = "main tbody tr:has-text('2020-03-18 {cut_off}') td[data-label='{label}']"
    for cut_off, managed, released in (("07:45", "1", "0"), ("18:45", "0", "1")):
        assert officer.text_of(cell.format(cut_off=cut_off, label="在管")) == managed
        assert officer.text_of(cell.format(cut_off=cut_off, label="今日解除")) == released
    officer.follow("晚", within="main tbody").sees("疫情防控日报", "当日解除")
