"""The same pages for who reads English, and for who needs large letters on a small phone."""
import re

import pytest

pytestmark = pytest.mark.journey
CHINESE = re.compile("[\u4e00-\u9fff]")
SAID_BY_US = "nav.ways a, main .button, main label, main thead th, main h2"
OFFICER = ["work", "board", "orders", "rosters", "receive", "people", "tables", "flows", "bulletins", "accounts"]
GRID = ["work", "check", "person", "building", "people-search"]


@pytest.fixture(scope="module")
def addresses(county):
    """Every page of the county by name."""
    return county.ask("tests.journeys.sights.addresses")


def test_in_english(county, addresses, desk):
    """What the program says is English; what people wrote stays as they wrote it."""
    officer = desk(county, "officer", language="en")
    assert officer.page.evaluate("document.documentElement.lang") == "en"
    for name in OFFICER:
        officer.open(addresses[name])
        said = officer.page.locator(SAID_BY_US).filter(visible=True).all_inner_texts()
        ours = [text for text in said if CHINESE.search(text) and not names_a_place(text)]
        assert ours == [], (name, ours)


def names_a_place(text):
    """Places and tables keep their Chinese names."""
    return re.search("[县镇乡村区道格]|〔", text)


def test_in_large_letters_on_a_phone(county, addresses, phone):
    """Letters of 22 px or more, targets a thumb can hit, and nothing sticks out at the side."""
    grid = phone(county, "grid", letters="large")
    for name in GRID:
        grid.open(addresses[name])
        assert grid.page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 22, name
        low = grid.page.evaluate(LOW)
        assert low == [], (name, low)


LOW = """() => [...document.querySelectorAll('main .button, main .choice, .foot-nav .way')]
  .filter(e => e.offsetParent && e.getBoundingClientRect().height < 59.5 && !e.matches('.foot-nav .way'))
  .map(e => e.outerHTML.slice(0, 90))"""
