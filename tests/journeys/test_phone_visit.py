"""An inspector without a signal: his team's visits of today, a checklist, problems with photos, kept through a closed app, sent whole."""
import io

import pytest
from PIL import Image

from .phones import Phone
from .signal import Signal

pytestmark = pytest.mark.journey


@pytest.fixture
def signal(own_county):
    own_county.ask("tests.journeys.visited.a_team")
    found = Signal(own_county.port)
    yield found
    found.close()


@pytest.fixture
def chief(browser, signal, request):
    request.node.walks = [phone := Phone(browser, signal, who="chief")]
    yield phone
    phone.leave()


def picture():
    """What a camera gives."""
    out = io.BytesIO()
    Image.effect_noise((320, 240), 60).convert("RGB").save(out, "JPEG")
    return {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def types(phone, label, words):
    phone.page.get_by_label(label).first.fill(words)
    return phone


def shoots(phone, nth=0):
    phone.page.locator("input[type=file]").nth(nth).set_input_files(picture())
    return phone.sees("照片已存本机")


def test_two_visits_of_a_day_without_a_signal(own_county, chief, signal):
    chief.begin().place("检查").sees("今天要去的", "丰禾社区", "望河社区", "暗访")
    signal.state = "off"
    chief.page.locator(".job a", has_text="丰禾社区").click()
    chief.sees("卡点检查表").everybody_can_use_it()
    types(chief, "现在几个人值守", "0").sees("为什么没有人")
    chief.tap_label("有缺页").tap_label("体温计").sees("体温计怎么样")
    types(types(chief, "体温计怎么样", "两支都坏了"), "量一次体温", "36.4")
    types(types(chief, "上次演练", "2020-02-20"), "几点交班", "2020-03-04T08:00")
    chief.tap("问题").tap("再加一个").tap_label("卡点").tap_label("马上改")
    types(types(chief, "具体在哪里", "村口"), "什么问题", "夜间无人")
    shoots(chief).everybody_can_use_it()
    chief.page.reload()
    chief.type_pin().sees("关了手机也在").tap("问题 1").sees("照片已存本机")
    assert chief.page.get_by_label("什么问题").input_value() == "夜间无人"
    chief.tap("收尾")
    types(chief, "去了几个人", "3")
    shoots(chief).tap("检查完，保存").sees("请填写“为什么没有人”").everybody_can_use_it()
    types(chief, "为什么没有人", "换班").tap_label("值守表已上墙")
    chief.tap("收尾").everybody_can_use_it().tap("检查完，保存").sees("已存在本机，有信号就上报", "待上报")
    chief.page.locator(".job a", has_text="望河社区").click()
    types(chief, "现在几个人值守", "4").tap_label("填全了").tap_label("值守表已上墙")
    chief.tap("问题").tap("再加一个").tap_label("卡点").tap_label("当天")
    types(chief, "什么问题", "没有台账")
    shoots(chief).tap("收尾")
    types(chief, "去了几个人", "3").tap("检查完，保存").sees("已存在本机")
    chief.page.reload()
    chief.type_pin().sees("待上报").everybody_can_use_it()
    assert own_county.ask("tests.journeys.visited.found") == {"sheets": [], "problems": []}

    own_county.ask("tests.journeys.visited.recorded", name="望河社区", by="third")
    signal.state = "on"
    assert chief.send() == "done"
    answers = {"guards": 0, "why": "换班", "book": "gaps", "kit": ["heat"], "thermometer": "两支都坏了", "heat": 36.4,
               "drill": "2020-02-20", "shift": "2020-03-04T08:00:00+08:00", "shown": True}
    first = ["丰禾社区", "高望北", 3, [answers], 1]
    second = ["望河社区", "陆安", 2, [{"guards": 2, "book": "whole", "shown": True}], 0]
    mine, added = ["丰禾社区", "gates", "at_once", "村口：夜间无人", 1], ["望河社区", "gates", "usual", "没有台账", 1]
    assert own_county.ask("tests.journeys.visited.found") == {"sheets": [first, second], "problems": [mine]}
    chief.page.goto(f"{chief.site}/field/#/outbox")
    chief.sees("没收下，要您看", "陆安在", "只补报问题").page.get_by_role("link", name="改了再报").click()
    chief.sees("没有再登记").everybody_can_use_it().tap_label("我只补报问题")
    chief.tap("收尾").sees("这里只补报问题").tap("检查完，保存").sees("已存在本机")
    chief.page.wait_for_function("() => lianfang.counts.unsent === 0 && lianfang.counts.failed === 0")
    assert chief.send() == "done"
    assert own_county.ask("tests.journeys.visited.found") == {"sheets": [first, second], "problems": [mine, added]}
