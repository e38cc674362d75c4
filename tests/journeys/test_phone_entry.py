"""Somebody declares himself on his own phone; a guard's phone without a signal reads his code; the passage holds what he said."""
import base64

import pytest

from .phones import Phone
from .signal import Signal
from .test_phone_scanner import KEPT, READ
from .walk import PHONE, Walk

pytestmark = pytest.mark.journey
SAID = {"name": "章秋水", "id_number": "420106198503120011", "phone": "13800005678", "origin": "广东深圳",
        "destination": "禾阳街道丰禾社区"}


@pytest.fixture
def signal(own_county):
    own_county.ask("tests.journeys.gates.a_county_gate")
    found = Signal(own_county.port)
    yield found
    found.close()


@pytest.fixture
def guard(browser, signal, request):
    request.node.walks = [phone := Phone(browser, signal, who="post")]
    yield phone
    phone.leave()


@pytest.fixture
def himself(browser, own_county, request):
    walk = Walk(browser, f"http://127.0.0.1:{own_county.port}", "himself", PHONE)
    request.node.walks.append(walk)
    yield walk
    walk.leave()


def declares(himself):
    """The page filled in; the picture he keeps of his code."""
    himself.open("/entry/").fill(**SAID).choose("本县").choose("上班、务工").press("领入县码").sees("24 时前有效")
    return base64.b64encode(himself.page.locator(".qr").screenshot()).decode()


def test_what_was_declared_comes_with_the_passage(own_county, guard, himself, signal):
    picture = declares(himself)
    guard.begin()
    guard.page.wait_for_function(KEPT)
    signal.state = "off"
    guard.page.goto(f"{guard.site}/field/#/gate")
    code = guard.page.evaluate(READ, picture)
    guard.page.locator(".outlined.big", has_text="扫码").click()
    guard.page.locator("#typed").fill(code)
    guard.tap("就用这个")
    for digit in "365":
        guard.page.get_by_role("button", name=digit, exact=True).click()
    guard.tap("下一步：查验").tap_label("绿码")
    guard.page.locator("label.choice", has_text="没有").last.click()
    guard.everybody_can_use_it().tap("查完，看结果").sees("已存在本机", "请打电话").everybody_can_use_it()
    assert own_county.ask("tests.journeys.gates.said_on_record") == []
    signal.state = "on"
    guard.page.wait_for_function("() => lianfang.counts.waiting === 0", timeout=30_000)
    [one] = own_county.ask("tests.journeys.gates.said_on_record")
    assert {name: one[name] for name in SAID} == SAID
    assert (one["purpose"], one["home"], one["temperature"], one["outcome"]) == ("work", "丰禾社区", 36.5, "register")
    assert {"name", "id_number", "origin"} <= set(one["declared"])
    guard.sees("属地登记", "已上报")
