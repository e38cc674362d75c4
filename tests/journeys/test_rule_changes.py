"""The county changes a rule: drafted by one, approved by another, in force from its day; `decide` and the page answer accordingly."""
import json

import pytest

pytestmark = pytest.mark.journey
CHANGES = [(">=37.3", ">=37.0"), ("<37.3", "<37.0"), ("体温37.3℃及以上", "体温37.0℃及以上"), (",2020-01-25,", ",-,"),
           ("县级默认规则（待县指挥部核定）", "青指〔2020〕7号")]
STILL_NORMAL = "37.2 度，还差一点,2020-03-10,37.2,no,no,no,normal"
NOW_FEVER = "37.2 度,2020-03-10,37.2,no,no,no,alarm"
FACTS = {"temperature": 37.1, "fever": "no", "cough": "no", "dry_throat": "no"}


def test_the_fever_threshold_is_lowered(small_county, desk):
    county, facts = small_county, small_county.home / "facts.json"
    facts.write_text(json.dumps(FACTS), encoding="utf-8")

    def outcome(on="2020-03-10"):
        return county.answer("decide", "fever", "--facts", facts, "--on", on)

    assert outcome()["outcome"] == "normal"
    officer, leader = desk(county, "officer"), desk(county, "leader")
    version = the_officer_drafts(officer)
    officer.open(version).sees("等另一位有签发权的人批准").sees_not("批准吗")
    assert outcome()["outcome"] == "normal"

    leader.open("/tables/").follow("发热").sees("待批准").follow("own-1").sees("罗文舒", "37.0").confirm("批准")
    leader.sees("已批准，2020-03-09起生效")
    ruled = outcome()
    assert (ruled["outcome"], ruled["version"]) == ("alarm", "own-1")
    assert outcome(on="2020-03-08")["outcome"] == "normal"
    leader.open("/tables/fever/?on=2020-03-10").sees("own-1", "37.0")
    the_try_page_says_so(officer)


def the_officer_drafts(officer):
    """Download what is in force, change one number, add the day, hand it in with the examples."""
    officer.open("/tables/fever/draft/")
    table, told = (officer.context.request.get(f"/tables/fever/{part}.csv").text() for part in ("table", "examples"))
    for before, after in CHANGES:
        assert before in table
        table = table.replace(before, after)
    assert STILL_NORMAL in told
    told = told.replace(STILL_NORMAL, NOW_FEVER)
    officer.select("适用辖区", "青禾县").fill(from_on="2020-03-09").hand_in(table.encode(), "fever.csv", field="text")
    officer.hand_in(told.encode(), "fever.examples.csv", field="examples").press("存为草案").sees("已存为草案，请另一人批准")
    return officer.path


def the_try_page_says_so(officer):
    """Facts typed in on the page get the same answer."""
    officer.open("/tables/fever/try/").fill(on="2020-03-10", temperature="37.1")
    for name in ("fever", "cough", "dry_throat"):
        officer.page.locator(f"main [name={name}]").select_option("no")
    officer.page.locator("main form button").first.click()
    officer.everybody_can_use_it().sees("异常，立即处置", "own-1 版第 4 行")
