"""A phone at a sampling point without a signal: ten in a pool, a contact alone, a code that was used elsewhere; each swab once."""
import pytest

from .phones import Phone
from .signal import Signal

pytestmark = pytest.mark.journey
POOL, SINGLE, SPARE = "7700000001", "7700000002", "7700000003"


@pytest.fixture
def signal(own_county):
    own_county.ask("tests.journeys.swabs.a_point")
    found = Signal(own_county.port)
    yield found
    found.close()


@pytest.fixture
def cadre(browser, signal, request):
    request.node.walks = [phone := Phone(browser, signal, who="cadre")]
    yield phone
    phone.leave()


def opens(phone, code):
    """A tube by its code."""
    phone.page.locator("#tube-code").fill(code)
    return phone.tap("开管").sees("登记第 1 位")


def registers(phone, place, number, name):
    """Whoever is next."""
    phone.page.locator("#who-id_number").fill(number)
    phone.page.locator("#who-name").fill(name)
    return phone.tap(f"登记第 {place} 位")


def seals(phone, count):
    """The swabs counted with one thumb."""
    for digit in str(count):
        phone.page.get_by_role("button", name=digit, exact=True).click()
    return phone.tap("封管")


def test_eleven_swabs_in_two_tubes_without_a_signal(own_county, cadre, signal):
    people = own_county.ask("tests.journeys.swabs.papers", count=11)
    cadre.begin().place("采样").sees("丰禾社区采样点", "愿检尽检", "10 人一管")
    signal.state = "off"
    opens(cadre, POOL).everybody_can_use_it()
    number, name = people[0]
    registers(cadre, 1, number[:-1] + ("2" if number[-1] == "1" else "1"), name).sees("多半抄错了一位").everybody_can_use_it()
    for place, (number, name) in enumerate(people[:9], 1):
        registers(cadre, place, number, name)
        cadre.page.wait_for_function("place => lianfang.rows[0].unfinished.people.length === place", arg=place)
    number, name = people[10]
    cadre.page.locator("summary", has_text="为什么检测").click()
    cadre.tap_label("密切接触者")
    registers(cadre, 10, number, name).sees("“密切接触者”要一人一管，不能放进这支混管").everybody_can_use_it()
    cadre.tap("给他另开单管").sees("填过的会带过去", "一人一管，不能混采").everybody_can_use_it()
    cadre.page.locator("#tube-code").fill(POOL)
    cadre.tap("开管").sees("在这部手机上用过了")
    opens(cadre, SINGLE)
    assert cadre.page.locator("#who-name").input_value() == name
    cadre.tap("登记第 1 位")
    seals(cadre, 1).sees("封好了", "本机已封 1 管 1 人", "9/10 人")
    cadre.page.reload()
    cadre.type_pin().sees("9/10 人").page.locator(".job a", has_text=POOL).click()
    cadre.sees("登记第 10 位")
    registers(cadre, 10, *people[9]).sees("管里拭子").everybody_can_use_it()
    seals(cadre, 9).sees("登记了 10 人，数出来 9 支，少 1 支，不能封").everybody_can_use_it()
    cadre.tap("清空")
    seals(cadre, 10).sees("封好了", "本机已封 2 管 11 人")
    assert own_county.ask("tests.journeys.swabs.taken") == []

    own_county.ask("tests.journeys.swabs.used", code=POOL)
    signal.state = "lose"
    assert cadre.send() == "away" and signal.lost
    signal.state = "on"
    assert cadre.send() == "done"
    cadre.page.goto(f"{cadre.site}/field/#/outbox")
    cadre.sees("没收下，要您看", "新条码", "10 个人的登记都还在").everybody_can_use_it()
    cadre.page.get_by_role("link", name="改了再报").click()
    cadre.sees("改管码、采样点").everybody_can_use_it().page.locator("#tube-code").fill(SPARE)
    cadre.tap("改好").sees(SPARE)
    seals(cadre, 10).sees("封好了")
    cadre.page.wait_for_function("() => lianfang.counts.unsent === 0 && lianfang.counts.failed === 0")
    assert cadre.send() == "done"
    pool = [[SPARE, place, name, "voluntary"] for place, (_number, name) in enumerate(people[:10], 1)]
    assert own_county.ask("tests.journeys.swabs.taken") == [[SINGLE, 1, people[10][1], "contact"], *pool]
