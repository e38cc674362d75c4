"""The county changes a rule on screen: drafted by the command, approved by the health office, in force from its hour, returned."""
import json

import pytest

pytestmark = pytest.mark.journey
FACTS = {"temperature": 37.1, "fever": "no", "cough": "no", "dry_throat": "no"}


def test_the_fever_threshold_is_lowered_and_put_back(own_county, desk, phone):
    county, facts = own_county, own_county.home / "facts.json"
    facts.write_text(json.dumps(FACTS), encoding="utf-8")

    def ruled():
        answer = county.answer("decide", "fever", "--facts", facts, "--on", county.at[:10])
        return answer["outcome"], answer["version"]

    assert ruled() == ("normal", "2020-01-25")
    officer, leader, epi = desk(county, "officer"), desk(county, "leader"), desk(county, "epi")
    version = the_officer_drafts(officer)
    leader.open(version).sees("等另一个单位有批准权的人批准").sees_not("批准吗")
    assert ruled()[0] == "normal"

    epi.open("/").sees("批准规则表新版").open("/tables/").follow("发热").sees("待疾控批准").follow("own-1")
    epi.sees("罗文舒", "≥ 37.0", "结论会变的示例")
    epi.confirm("批准").sees("已批准，2020-03-04 14:00 起按这一版判定")
    assert ruled()[0] == "normal"
    county.move_to("2020-03-04T14:00")
    assert ruled() == ("alarm", "own-1")
    the_try_page_says_so(officer)

    pocket = phone(county, "leader").open(version).sees("生效")
    pocket.page.locator("main details.confirm summary", has_text="退回旧版").click()
    pocket.fill(says="阈值写错").page.locator("main details.confirm[open] button").click()
    pocket.everybody_can_use_it().sees("已退回旧版", "阈值写错")
    county.move_to("2020-03-04T14:10")
    assert ruled() == ("normal", "2020-01-25")


def the_officer_drafts(officer):
    """A copy, two rows and an example changed in it, wrong at first; handed on when nothing is wrong any more."""
    officer.open("/tables/fever/draft/").select("适用辖区", "青禾县").fill(from_at="2020-03-04T14:00").press("起草").sees("草案在这里")
    version = officer.path
    ground = {"document": "青指〔2020〕7号", "clause": "体温37.0℃及以上的按发热处置"}
    officer.follow("改第 4 行").fill(temperature="三十七", **ground).press("存下这一行").sees("“三十七”读不懂。请写：数字")
    officer.fill(temperature=">=37.0").press("存下这一行").sees("还有", "处要改", "37.2 度，还差一点")
    change(officer, "<37.3", "<37.0")
    officer.open(version).follow("37.2 度，还差一点").select("结论", "异常，立即处置").press("存下这一行")
    officer.sees_not("处要改").sees("现在", "改成").confirm("提请批准").sees("已提请另一个单位批准", "等另一个单位")
    return version


def change(officer, before, after):
    """The row that asks for less than the threshold asks for less than the new one."""
    for n in range(3, 12):
        officer.page.goto(f"{officer.page.url.split('rows')[0].split('#')[0]}rows/{n}/")
        cell = officer.page.locator("main [name=temperature]")
        if cell.count() and cell.input_value() == before:
            return officer.fill(temperature=after).press("存下这一行")
        officer.page.go_back()
    raise AssertionError(f"no row asks for {before}")


def the_try_page_says_so(officer):
    """Facts typed in on the page get the same answer."""
    officer.open("/tables/fever/try/").fill(on="2020-03-05", temperature="37.1")
    for name in ("fever", "cough", "dry_throat"):
        officer.page.locator(f"main [name={name}]").select_option("no")
    officer.page.locator("main form button").first.click()
    officer.everybody_can_use_it().sees("异常，立即处置", "own-1 版第 4 行")
