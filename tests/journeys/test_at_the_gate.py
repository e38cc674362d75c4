"""Forty cars in an hour at the county's gate, one with a feverish passenger from a place at high risk: each step by whoever does it."""
import pytest

pytestmark = pytest.mark.journey
NAME, MASKED = "高望北", "高＊北"


def test_forty_cars_and_one_fever(own_county, desk, phone):
    county = own_county
    before = county.answer("board")["figures"]
    the_command_puts_up_a_gate(desk(county, "officer"))
    guard = phone(county, "post")
    the_guard_goes_on_duty(guard)
    county.move_to("2020-03-04T09:30")
    assert set(county.ask("tests.journeys.gates.cars_pass", count=39)) == {"pass"}
    county.move_to("2020-03-04T09:50")
    the_fortieth_car_is_held(guard)
    the_team_fetches_him(guard)
    his_village_is_told(phone(county, "cadre"))
    county.move_to("2020-03-04T10:00")
    an_order_waits_at_the_site(desk(county, "officer"))
    the_board_shows_it(county, desk(county, "leader"), before)
    the_guard_hands_over(county, guard)
    assert county.ask("tests.journeys.gates.on_record") == {"vehicles": 40, "people": 61, "passages": 61, "known": 1}
    assert county.answer("check-journal")["ok"]


def the_command_puts_up_a_gate(officer):
    """A joint station of three departments, and where those are taken who may not go on."""
    officer.open("/checkpoints/").follow("新设卡口").fill(name="青禾南收费站", team_phone="5550120")
    officer.select("设在哪里", "禾阳街道").select("转运到哪里", "望河社区")
    for choice in ("县级", "高速公路口", "公安", "交通", "卫健"):
        officer.choose(choice)
    officer.press("保存").sees("青禾南收费站", "公安、交通、卫健", "空岗")


def the_guard_goes_on_duty(guard):
    """The only gate there is opens at once; the shift begins."""
    guard.open("/checkpoints/gate/").sees("青禾南收费站").follow("上岗").fill(people=3, masks=120).press("上岗").sees("点数与记录")


def the_fortieth_car_is_held(guard):
    """Scan, temperature, verify; the second in the car is hot and comes from afar: one word, and what to do."""
    guard.press("＋1 车").press("＋2 人").sees("还差")
    guard.follow("来车了，查验").fill(plate="禾A58K21").choose("回家")
    guard.press("加人")
    person(guard, 0, id_number="220722199001010015", name="秦朗", temperature="36.5", origin="本省", destination="丰禾社区")
    person(guard, 1, id_number="420106198503120011", name=NAME, temperature="37.8", origin="湖北武汉", destination="丰禾社区")
    guard.press("看结果").sees("不放行", "转运", "让本人戴好口罩", "同车的人先不放行", "来源地风险", MASKED).sees_not(NAME)
    assert guard.address_of("打给转运组") == "tel:5550120"


def person(guard, n, **said):
    """One of the car's people."""
    box = guard.page.locator("[data-person]").nth(n)
    for name, value in said.items():
        box.locator(f"[name$='-{name}']").fill(value)
    for choice in ("绿码", "没有", "本县"):
        box.locator("label.choice", has_text=choice).last.click()


def the_team_fetches_him(guard):
    """His case is the guard's turn until he is taken along."""
    guard.open("/").follow("转运：青禾南收费站").sees("37.8", "待转运")
    guard.press("转运组已接走").sees("青禾南收费站").sees_not(MASKED)


def his_village_is_told(cadre):
    """It is told that he will not come home."""
    cadre.open("/").follow("已转运，不回家").sees(MASKED, "丰禾社区", "青禾南收费站").press("签收").sees("已告知")


def an_order_waits_at_the_site(officer):
    """The measure table has decided about him, and nobody else of the forty cars."""
    officer.open("/orders/").sees(MASKED, "望河社区", "待送达")
    officer.follow(MASKED).sees("通行 · 转运", "判定", "管控令 · 下达", "体温")


def the_board_shows_it(county, leader, before):
    """Forty vehicles today, one taken to the site, nobody waits; one more managed."""
    after = county.answer("board")["figures"]
    assert after["managed"] == before["managed"] + 1 and after["referred"] == before["referred"] + 1
    leader.open("/situation/")
    assert [leader.amount(label) for label in ("今日检查车辆", "卡口转运", "卡口没了结", "卡口空岗")] == [40, 1, 0, 0]
    leader.follow("今日检查车辆").sees("共 40 条")


def the_guard_hands_over(county, guard):
    """At the end of the shift counts and records agree."""
    county.move_to("2020-03-04T17:10")
    guard.open("/checkpoints/gate/").follow("交班").sees("点数 40 车 61 人；记录 40 车 61 人").fill(masks=90).press("交班").sees("上岗")
