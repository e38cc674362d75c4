"""The big screen: put up by a code, read from 8 m in two sizes, steered by keys and by a phone, left alone, cut off and back."""
import re

import pytest

from .walk import PHONE

pytestmark = pytest.mark.journey
SIZES = ((1920, 1080), (3840, 2160))
LEAST = 22 / 1080  # of the screen's height: 4 cm on a wall 1.9 m high, 1/200 of 8 m
REFRESHES, EVERY = 60, 3000
SMALL = """least => [...document.querySelectorAll('body *')].filter(one => one.getClientRects().length && one.tagName !== 'SCRIPT' &&
  [...one.childNodes].some(part => part.nodeType === 3 && part.textContent.trim())).filter(
  one => parseFloat(getComputedStyle(one).fontSize) < least * innerHeight - .05).map(one => one.outerHTML.slice(0, 80))"""
CUT = """() => [...document.querySelectorAll('section')].filter(one => one.scrollHeight > one.clientHeight + 1 ||
  one.scrollWidth > one.clientWidth + 1).map(one => one.className)"""
REHEARSED = "is => { document.getElementById('rehearsed').hidden = is }"
NODES = "document.querySelectorAll('*').length"


def test_a_wall_is_put_up_read_steered_and_left_alone(small_county, someone, desk):
    screen, officer = _put_up(small_county, someone, desk)
    _is_read_from_afar(screen)
    _obeys_keys(screen)
    _obeys_the_phone(small_county, someone, screen, officer)
    _left_alone_it_does_not_grow(screen)
    _cut_off_it_turns_grey_and_comes_back(screen)
    officer.confirm("停用")
    screen.page.clock.run_for(EVERY)
    screen.page.wait_for_url(re.compile("/wall/pair/"))


def _put_up(county, someone, desk):
    """An officer gets a code; the screen's browser, where nobody is signed in, takes it."""
    officer = desk(county, "officer").open("/wall/screens/").follow("添一块屏").fill(name="指挥部一楼")
    officer.press("登记，给配对码").sees("只显示这一次")
    code = officer.text_of(".wall-code code")
    screen = someone(county, "screen", {"viewport": {"width": 1920, "height": 1080}}, signed_in=False)
    screen.page.clock.install()
    screen.open("/wall/").fill(code=code).page.get_by_role("button", name="配对").click()
    screen.page.locator("body:not(.waits)").wait_for()
    officer.follow("已经配好")
    return screen, officer


def _is_read_from_afar(screen):
    for width, height in SIZES:
        screen.page.set_viewport_size({"width": width, "height": height})
        screen.everybody_can_use_it().sees("防控这一手", "复工复产这一手", "逾期待办", "禾阳街道", "示意图")
        assert screen.page.evaluate(SMALL, LEAST) == []
        assert screen.page.evaluate(CUT) == []
        screen.page.evaluate(REHEARSED, False)
        assert screen.page.evaluate(CUT) == [], "the line of what is rehearsed takes its room from no figure"
        screen.page.evaluate(REHEARSED, True)
        wide = screen.page.evaluate("document.body.getBoundingClientRect().width")
        assert wide == pytest.approx(width, abs=1), "the same layout, scaled"
    screen.page.set_viewport_size({"width": 1920, "height": 1080})


def _obeys_keys(screen):
    page, body = screen.page, screen.page.locator("body")
    first = screen.text_of("#map-title")
    page.keyboard.press("ArrowRight")
    assert screen.text_of("#map-title") != first
    page.keyboard.press("1")
    assert screen.text_of("#map-title") == first
    for panel in ("map", "hands", "late", "curves", "all"):
        page.keyboard.press("ArrowDown")
        assert body.get_attribute("data-panel") == panel
        assert page.evaluate(SMALL, LEAST) == []
    page.keyboard.press("Enter")
    assert "已暂停" in screen.text_of("#map-turn")
    page.keyboard.press(" ")
    page.clock.run_for(21_000)
    assert screen.text_of("#map-title") != first, "left alone it goes on to the next figure"


def _obeys_the_phone(county, someone, screen, officer):
    phone = someone(county, "officer", PHONE).open(officer.path)
    phone.press("只看地图")
    screen.page.clock.run_for(EVERY)
    screen.page.locator("body[data-panel=map]").wait_for()
    phone.press("全屏总览")
    screen.page.clock.run_for(EVERY)
    screen.page.locator("body[data-panel=all]").wait_for()


def _left_alone_it_does_not_grow(screen):
    page = screen.page
    page.clock.run_for(60_000)
    before = page.evaluate(NODES)
    for _refresh in range(REFRESHES):
        with page.expect_response("**/figures.json"):
            page.clock.run_for(EVERY)
    assert page.evaluate(NODES) == before


def _cut_off_it_turns_grey_and_comes_back(screen):
    page = screen.page
    screen.context.set_offline(True)
    for _question in range(8):
        page.clock.run_for(EVERY)
    page.locator("body.stale").wait_for()
    assert re.search("连不上服务器|数据已停", screen.text_of("#fresh-words"))
    assert "grayscale" in page.evaluate("getComputedStyle(document.querySelector('main')).filter")
    screen.context.set_offline(False)
    page.clock.run_for(EVERY)
    page.locator("body:not(.stale)").wait_for()
