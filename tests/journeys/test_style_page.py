"""The page with every component in a real Chromium: it reflows at each width and letter size, and is clean to axe."""
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders

from lianfang.config.headers import POLICY
from lianfang.ground.ui.tests.specimen import page as specimen

HOST = "http://style.test"
TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
WIDTHS = [(1440, 900), (1024, 768), (390, 844), (320, 640)]


@pytest.fixture
def shown(browser):
    """Opens the page at a size, with nothing else reachable and the security policy in force."""
    contexts = []

    def show(width, height, **how):
        context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN")
        contexts.append(context)
        page, page.faults = context.new_page(), []
        page.on("console", lambda said: page.faults.append(said.text) if said.type in ("error", "warning") else None)
        context.route("**/*", lambda route: answer(route, specimen(**how)))
        page.goto(HOST + "/")
        return page

    yield show
    for context in contexts:
        context.close()


def answer(route, markup):
    """The page itself, or one of its static files."""
    path = route.request.url.removeprefix(HOST)
    if path == "/":
        return route.fulfill(body=markup, content_type="text/html; charset=utf-8", headers={"Content-Security-Policy": POLICY})
    found = finders.find(path.removeprefix("/static/").partition("?")[0])
    return route.fulfill(path=found, content_type=TYPES[path.rpartition(".")[2]]) if found else route.fulfill(status=404)


@pytest.mark.journey
@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("width, height", WIDTHS)
def test_it_reflows(shown, width, height, large):
    """Nothing sticks out at the side; letters and targets have their size."""
    page = shown(width, height, large=large)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    letters = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    assert letters == pytest.approx((22 if large else 18) if width <= 900 else (18.75 if large else 15), abs=0.1)
    if width <= 900:
        low = page.evaluate(LOW, 60 if large else 44)
        assert low == []
    assert page.faults == []


LOW = """least => [...document.querySelectorAll('.button, .tab, .choice, .foot-nav .way, .form-control, .form-select')]
  .filter(e => e.offsetParent && e.getBoundingClientRect().height < (e.matches('.button, .choice') ? least : 44) - .5)
  .map(e => e.outerHTML.slice(0, 80))"""


@pytest.mark.journey
@pytest.mark.parametrize("panel", [False, True], ids=["page", "panel"])
@pytest.mark.parametrize("width, height", [WIDTHS[0], WIDTHS[2]])
def test_it_is_clean_to_axe(shown, width, height, panel):
    """No rule broken."""
    found = Axe().run(shown(width, height, panel=panel)).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:120]) for rule in found] == []


@pytest.mark.journey
def test_it_prints_on_paper_without_buttons(shown):
    """No bar, no buttons; a line for name and date."""
    page = shown(1440, 900)
    page.emulate_media(media="print")
    assert not page.locator(".bar, .foot-nav, .page-acts, .filters, .button").filter(visible=True).count()
    assert page.get_by_text("填表人：").is_visible()


@pytest.mark.journey
def test_the_keyboard_goes_past_the_bar_and_through_the_doors(shown):
    """The first stop leads to the text; every door is a stop with a name."""
    page = shown(1440, 900, is_sent=False)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    door = page.locator(".house a").first
    door.focus()
    assert page.evaluate("getComputedStyle(document.activeElement.querySelector('.shape')).strokeWidth") == "4px"
    assert "人" in door.get_attribute("aria-label")
