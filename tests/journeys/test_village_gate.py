"""A village's gate from a phone, by somebody nobody has trained: one press, one big result, without a signal too."""
import pytest

from .phones import Phone
from .signal import Signal

pytestmark = pytest.mark.journey


@pytest.fixture
def signal(own_county):
    own_county.ask("tests.journeys.gates.a_village_gate")
    found = Signal(own_county.port)
    yield found
    found.close()


@pytest.fixture
def phone(browser, signal, request):
    request.node.walks = [phone := Phone(browser, signal, who="post")]
    yield phone
    phone.leave()


def group(phone, stranger, temperature, urgent="没有"):
    """Whoever came, as the short form asks: from here or not, in need of help or not, the hottest."""
    for asked, answer in (("有没有外来人员", stranger), ("有没有急病", urgent)):
        phone.page.get_by_role("group", name=asked).locator("label.choice", has_text=answer).last.click()
    phone.page.get_by_label("体温", exact=True).fill(temperature)
    phone.tap("保存")


def test_a_result_as_big_as_at_the_county_s_gate_and_strangers_one_by_one(own_county, phone, signal):
    phone.begin()
    signal.state = "off"
    phone.page.goto(f"{phone.site}/field/#/gate")
    group(phone, "没有", "36.5")
    phone.sees("放行", "已存在本机").everybody_can_use_it()
    phone.tap("下一批")
    group(phone, "没有", "37.6")
    phone.sees("就地留观")
    signal.state = "on"
    phone.page.wait_for_function("() => lianfang.counts.waiting === 0", timeout=30_000)
    assert own_county.ask("tests.journeys.gates.on_record") == {"vehicles": 2, "people": 2, "passages": 1, "known": 0}
    phone.tap("下一批")
    group(phone, "有", "36.5", urgent="有，先放行")
    phone.sees("放行", "已上报").tap("下一批")
    group(phone, "有", "36.5")
    phone.sees("请逐人登记", "扫码")


def test_of_several_posts_one_says_at_which_one_stands_once(own_county, phone, signal):
    own_county.ask("tests.journeys.gates.a_county_gate")
    phone.begin()
    signal.state = "off"
    phone.page.goto(f"{phone.site}/field/#/gate")
    phone.sees("在哪个卡口？", "青禾南收费站").everybody_can_use_it().tap("丰禾社区东门")
    group(phone, "没有", "36.5")
    phone.sees("放行", "丰禾社区东门")
    phone.page.reload()
    phone.type_pin().sees("丰禾社区东门", "没有人在岗").tap("换卡口").tap("青禾南收费站")
    phone.sees("青禾南收费站", "扫码").sees_not("丰禾社区东门")
    signal.state = "on"
    phone.page.wait_for_function("() => lianfang.counts.waiting === 0", timeout=30_000)
    assert own_county.ask("tests.journeys.gates.posts_of_vehicles") == ["丰禾社区东门"]
