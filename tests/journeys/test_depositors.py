"""An officer tries to bind thirty people by a list of depositors, alone and with a friend: what he sees, and what is seen of him."""
import pytest

from . import sheets

pytestmark = pytest.mark.journey
NAME, MASKED, DOOR = "覃望舒", "覃＊舒", "向阳小区3号楼1单元502"
DEPOSITORS = [f"储户{chr(0x4E00 + n)}{chr(0x5E73 + n)}" for n in range(30)]
LIST = sheets.book(*[[name, sheets.identity(100 + n), f"138{n:08}"] for n, name in enumerate(DEPOSITORS)], title="某银行储户名单",
                   headers=["姓名", "身份证号", "电话"], sheet="储户")


def test_thirty_depositors(own_county, desk):
    county = own_county
    county.ask("tests.journeys.setting.bring_in", rows=[sheets.returnee(1, NAME, DOOR)])
    county.ask("tests.journeys.setting.colleague", of="cadre", login="friend", name="丁友")
    cadre = desk(county, "cadre")
    his_list_is_no_source(county, cadre)
    said_to_be_screening_it_binds_nobody(county, cadre)
    by_the_door_of_another_the_list_is_held(county, cadre)
    his_friend_is_of_the_same_unit(county, cadre, desk)
    the_supervisor_sees_it_the_same_day(county, desk)


def his_list_is_no_source(county, cadre):
    """Neither on the page nor on the command line is there a bank; without a source nothing is read."""
    cadre.open("/rosters/receive/").hand_in(LIST, "储户名单.xlsx").press("读一读，先看看").sees("银行、信访、物业等")
    assert cadre.path == "/rosters/receive/", "without a source it goes no further"
    offered = cadre.page.get_by_label("从哪里来的").first.inner_text()
    assert "社区（村）排查登记" in offered and "银行" not in offered
    file = county.home / "depositors.xlsx"
    file.write_bytes(LIST)
    words = ["roster", "import", file, "--kind", "returnees", "--as", "cadre", "--unit", "990100001001"]
    for source in ([], ["--source", "bank_depositors"]):
        refused = county.console(*words, *source, at=county.at)
        assert refused.returncode and "名册来源" in refused.stderr and "community" in refused.stderr, refused.stderr
    assert county.ask("tests.journeys.setting.bound") == [1, 1]


def said_to_be_screening_it_binds_nobody(county, cadre):
    """He says it comes from door-to-door registration: it is written down as his; but a list of names gives the table no fact."""
    cadre.open("/rosters/receive/").hand_in(LIST, "储户名单.xlsx").select("从哪里来的", "社区（村）排查登记").press("读一读，先看看")
    cadre.press("没有问题，导入这 30 行")
    county.move_to("2020-03-04T09:01")
    cadre.sees("已完成")
    told = county.ask("tests.journeys.setting.told_of", verb="screening.receive")[0]
    assert (told["by"], told["data"]["source"]) == ("cadre", "community")
    assert county.ask("tests.journeys.setting.bound") == [31, 1], "thirty reviews for the health office, not one order"


def by_the_door_of_another_the_list_is_held(county, cadre):
    """He types them as housemates of somebody in quarantine, as many as the form takes: within the hour the list is held."""
    cadre.open("/orders/").follow(MASKED).follow("全户下达")
    page = cadre.page.url.removeprefix(cadre.site)
    answers = [press(cadre, page, [f"{name}同住" for name in DEPOSITORS[start:start + 12]]) for start in (0, 12)]
    assert "一次下达，12 人" in answers[0] and "名单已扣下，由督查核定" in answers[1]
    people, orders = county.ask("tests.journeys.setting.bound")
    assert (people, orders) == (43, 13), "of the held list nobody is on record, and nobody is bound"
    cadre.is_refused("/orders/held/")


def press(walk, page, names):
    """Send the form of a whole door with these names; what the next page says."""
    token = walk.page.locator("main [name=csrfmiddlewaretoken]").first.get_attribute("value")
    form = {"csrfmiddlewaretoken": token, "form-TOTAL_FORMS": str(len(names)), "form-INITIAL_FORMS": "0"}
    form |= {f"form-{n}-{field}": value for n, name in enumerate(names) for field, value in (("name", name), ("special", "none"))}
    got = walk.context.request.post(page, form=form, headers={"Referer": walk.page.url})
    assert got.ok, (got.status, got.text()[-1500:])
    return got.text()


def his_friend_is_of_the_same_unit(county, cadre, desk):
    """Together: an exception takes a reason of the list, and another unit; the friend is refused as he himself is."""
    cadre.open("/orders/").follow(MASKED).follow("申请例外")
    reasons = cadre.page.locator("main form").first.inner_text()
    assert "储户" not in reasons and "银行" not in reasons
    cadre.choose("集中隔离").choose("不具备居家隔离条件").fill(evidence="储户名单第 1 行").press("申请")
    cadre.sees("等另一个单位的人批准")
    friend = desk(county, "friend")
    listed = friend.open("/orders/deviations/").page.locator("main").inner_text()
    assert "待县批准" in listed
    [asked] = county.ask("tests.journeys.setting.open_exceptions")
    friend.open(f"/orders/deviations/{asked}/").press("批准").sees("您和申请人是同一个单位")
    friend.is_refused("/orders/held/")
    assert county.ask("tests.journeys.setting.bound") == [43, 13]


def the_supervisor_sees_it_the_same_day(county, desk):
    """The held list among his work, with who wanted it; in the day's statistics his name before the others; he does not let it through."""
    supervisor = desk(county, "supervisor").open("/").follow("核定成批名单：12 人")
    supervisor.sees("丁立春", "要一次管控 12 人，不久前已经有 12 人")
    supervisor.sees("居家隔离").press("不放行").sees("没有放行")
    supervisor.open("/statistics/?on=2020-03-04").sees("按经办人", "丁立春")
    supervisor.page.locator("main li", has_text="丁立春").get_by_role("link").first.click()
    supervisor.everybody_can_use_it().sees("储＊＊＊＊住").sees_not(DEPOSITORS[0])
    assert county.ask("tests.journeys.setting.bound") == [43, 13]
    assert county.answer("statistics", "--on", "2020-03-04")["officer"][0] == {"label": "丁立春", "acts": 12, "people": 12}
