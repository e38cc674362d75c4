"""One's own page in the browser of an old phone: no script runs, letters are large, the words English; everything can still be done."""
import re

import pytest

from tests.reading import text

from . import sheets
from .walk import PHONE, STICKS_OUT

pytestmark = pytest.mark.journey
NAME, DOOR = "覃望舒", "向阳小区3号楼2单元302"
OLD = ("Mozilla/5.0 (Linux; Android 8.1.0; V1818A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/66.0.3359.126 "
       "MQQBrowser/6.2 TBS/045008 Mobile Safari/537.36 MicroMessenger/7.0.10.1580")


@pytest.fixture
def page(browser, small_county):
    """A phone that runs nothing."""
    context = browser.new_context(**PHONE, base_url=small_county.url, user_agent=OLD, java_script_enabled=False, locale="zh-CN")
    yield context.new_page()
    context.close()


def test_everything_can_be_done_without_a_script(small_county, phone, page):
    cadre = phone(small_county, "cadre").open("/rosters/").follow("交一份名册")
    cadre.hand_in(sheets.book(sheets.returnee(7, NAME, DOOR)), "返乡人员.xlsx").select("从哪里来的", "社区（村）排查登记")
    cadre.press("读一读，先看看").press("没有问题，导入这 1 行").sees("已完成")
    cadre.open("/orders/").follow("覃＊舒")
    code = re.search("校验码([-0-9A-Z]+)印章处", text(cadre.paper("start.pdf")))[1]

    page.goto(f"/p/{code}")
    press(page, "大字")
    press(page, "EN")
    page.fill("[name=birthday]", "19900101")
    press(page, "Look")
    assert page.locator("html.large[lang=en]").count() and "Home quarantine" in said(page)
    page.check("input[name=kind][value=medicine]")
    page.fill("[name=wish]", "2 boxes of pills")
    press(page, "Tell my minder")
    assert "Your minder has been told" in said(page) and "2 boxes of pills" in said(page)
    page.get_by_role("link", name="Something is wrong: correct it").click()
    page.check("input[name=field][value=phone]")
    page.fill("[name=right]", "13900005678")
    press(page, "Hand in")
    assert "Correction" in said(page) and "to be looked at" in said(page)
    for address in ("/p/me", "/p/me/appeal", "/p/me/correct"):
        page.goto(address)
        assert page.evaluate(STICKS_OUT) == 0, address
    press(page, "Leave", "/p/me")
    page.goto("/p/me")
    assert NAME not in said(page) and page.locator("[name=birthday]").count()


def press(page, words, address=""):
    """A button by its words, wherever it stands."""
    if address:
        page.goto(address)
    page.get_by_role("button", name=words).first.click()


def said(page):
    """All that stands on the page."""
    return page.locator("body").inner_text()
