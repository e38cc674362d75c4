"""Somebody walking through pages: opens, presses, fills, sees; each page he comes to must be usable by everybody."""
import hashlib
import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError

from lianfang.entry.console.seeds.demo import LOGINS
from lianfang.entry.console.seeds.demo import PASSWORD as DEMO

from .county import PASSWORD

DESK = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
PATIENCE = 20_000  # ms until something is given up, beside all other tests on a machine of two cores
CONTRAST = "color-contrast"
WCAG = {"wcag2a", "wcag2aa", "wcag21a", "wcag21aa"}
# What an element is without what it says: all that are alike have one kind.
KIND = """(kinds => one => {
        if (!kinds.has(one)) kinds.set(one, one.cloneNode(false).outerHTML.replace(
            / (value|href|action|content|src|d|id|for|title|points|nonce|aria-label|name|headers)="[^"]+"/g, ' $1').replace(/\\d+/g, ''));
        return kinds.get(one);
    })(new Map())"""
# Each kind of element with the kind it stands in, once: further rows like those above, and another person's data, make no other shape.
SHAPE = """(() => {
    const kind = KIND;
    const pairs = [...document.querySelectorAll('*')].map(one => (one.parentElement ? kind(one.parentElement) : '') + kind(one));
    return [...new Set(pairs)].join('');
})()""".replace("KIND", KIND)
# Marks what stands a third time and more under the same ancestors with the same in it, all of one kind each, so of one colour (the second
# may stand on the other stripe of a list): its contrast was measured, which is four fifths of what axe does. Tells how many it marked.
AGAIN = """(() => {
    const kind = KIND, ids = new Map(), seen = new Map(), below = new Map(), order = [];
    const walk = (one, above) => {
        const key = above + ' ' + kind(one);
        if (!ids.has(key)) ids.set(key, ids.size);
        const id = ids.get(key);
        order.push(one);
        below.set(one, [id, ...[...one.children].flatMap(child => below.get(walk(child, id)))]);
        return one;
    };
    walk(document.body, '');
    let marked = 0, until = null;
    for (const one of order) {
        if (until && until.contains(one)) continue;
        const all = [...new Set(below.get(one))];
        if (all.every(id => seen.get(id) >= 2)) { one.dataset.again = ''; marked += 1; until = one; }
        else { const id = below.get(one)[0]; seen.set(id, (seen.get(id) || 0) + 1); }
    }
    return marked;
})()""".replace("KIND", KIND)
STICKS_OUT = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Shapes:
    """The shapes that were looked at by any of the workers of one run, a file each."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(exist_ok=True)

    def __contains__(self, shape):
        return (self.folder / shape).exists()

    def add(self, shape):
        """It is in order."""
        (self.folder / shape).touch()


class Walk:
    """One person in a browser profile of his own."""

    looked_at = set()  # the shapes of pages axe has found nothing on

    def __init__(self, browser, site, who, size=DESK, language="", letters="", looks_closely=True):
        self.site, self.who, self.looks_closely, self.faults = site, who, looks_closely, []
        self.is_phone = size is PHONE
        self.context = browser.new_context(**size, base_url=site, locale="zh-CN", timezone_id="Asia/Shanghai", reduced_motion="reduce",
                                           accept_downloads=True)
        for name, value in (("language", language), ("letters", letters)):
            if value:
                self.context.add_cookies([{"name": name, "value": value, "url": site}])
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.page.on("response", lambda got: self.faults.append(f"{got.status} {got.url}") if got.status >= 500 else None)

    def sign_in(self, password=""):
        """Through the form, as everybody."""
        self.open("/sign-in")
        self.page.locator("input[name=username]").fill(self.who)
        self.page.locator("input[name=password]").fill(password or (DEMO if self._is_demo() else PASSWORD))
        self.page.locator("form:has(input[name=password]) button").click()
        self.page.wait_for_url(lambda url: "sign-in" not in url)
        self.everybody_can_use_it()
        return self

    def _is_demo(self):
        return self.who in LOGINS and self.page.locator("form[action*='sign-in/demo']").count() > 0

    def open(self, address):
        """Go to an address."""
        self.page.goto(address)
        return self.everybody_can_use_it()

    def follow(self, link, within="main"):
        """Press a link by words that stand on it."""
        self.page.locator(within).get_by_role("link", name=link).first.click()
        return self.everybody_can_use_it()

    def press(self, button, within="main"):
        """Press a button by its words; the page that comes is looked at too."""
        self.page.locator(within).get_by_role("button", name=button, exact=isinstance(button, str)).first.click()
        return self.everybody_can_use_it()

    def confirm(self, label):
        """Press a button that asks first, and say yes."""
        self.page.locator("main details.confirm summary", has_text=label).first.click()
        self.everybody_can_use_it()
        self.page.locator("main details.confirm[open] button").first.click()
        return self.everybody_can_use_it()

    def fill(self, **fields):
        """Type into fields by their names."""
        for name, value in fields.items():
            self.page.locator(f"main [name$='{name}']").first.fill(str(value))
        return self

    def choose(self, label):
        """A choice that is a large button: a radio or a tick."""
        self.page.locator("main label.choice", has_text=label).first.click()
        return self

    def select(self, label, option):
        """An option of a drop-down."""
        self.page.get_by_label(label, exact=False).first.select_option(label=option)
        return self

    def hand_in(self, content, name, field="file"):
        """Choose a file."""
        self.page.locator(f"main [name={field}]").set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})
        return self

    def fetch(self, link, within="main"):
        """The bytes behind a link that gives a file."""
        with self.page.expect_download() as expected:
            self.page.locator(within).get_by_role("link", name=link).first.click()
        return expected.value.path().read_bytes()

    def download_by(self, button):
        """The bytes a button gives."""
        with self.page.expect_download() as expected:
            self.page.get_by_role("button", name=button).click()
        return expected.value.path().read_bytes()

    def address_of(self, link):
        """Where a link leads."""
        return self.page.locator("main").get_by_role("link", name=link).first.get_attribute("href")

    def amount(self, label):
        """The large figure with this label."""
        box = self.page.locator(".amount", has=self.page.get_by_text(label, exact=True)).first
        return int(box.locator(".num").first.inner_text().replace(",", ""))

    def paper(self, name):
        """The bytes of a paper whose button opens it in a tab of its own."""
        form = self.page.locator(f"form[action$='{name}']").first
        fields = {"csrfmiddlewaretoken": form.locator("[name=csrfmiddlewaretoken]").get_attribute("value")}
        got = self.context.request.post(form.get_attribute("action"), form=fields, headers={"Referer": self.page.url})
        assert got.ok, (got.status, got.url)
        return got.body()

    def sees(self, *words):
        """These words stand on the page, or come within moments."""
        for said in words:
            self._waits(f"“{said}” is not", "said => document.body.innerText.includes(said)", said)
        return self

    def sees_not(self, *words):
        """These words stand nowhere on the page."""
        for said in words:
            self._waits(f"“{said}” still is", "said => !document.body.innerText.includes(said)", said)
        return self

    def _waits(self, told, until, said):
        try:
            self.page.wait_for_function(until, arg=said, timeout=PATIENCE)
        except TimeoutError:
            raise AssertionError(f"{told} on {self.path}:\n{self.page.locator('main').inner_text()}") from None

    def is_refused(self, address):
        """The address is not for this person: he is told no more than that it is not there or not his."""
        status = self.context.request.get(address, max_redirects=0).status
        assert status in (403, 404), (address, status)
        return self

    def text_of(self, place):
        """The words at one place of the page."""
        return self.page.locator(place).first.inner_text().strip()

    @property
    def path(self):
        """Where we are."""
        return self.page.url.removeprefix(self.site)

    def number(self, pattern):
        """The first number the page's text says after these words."""
        found = re.search(pattern, self.page.locator("body").inner_text())
        assert found, f"{pattern} is not on {self.path}"
        return int(found[1].replace(",", ""))

    def everybody_can_use_it(self):
        """The page is there, nothing sticks out at the side, and axe finds nothing serious, nor anything WCAG 2 AA asks for."""
        self.page.wait_for_timeout(60)
        self.page.wait_for_load_state("load")
        self.page.wait_for_function("() => !document.querySelector('.htmx-request')")
        assert not self.faults, self.faults
        if self.is_phone:
            assert self.page.evaluate(STICKS_OUT) == 0, f"{self.path} sticks out at the side"
        if not self.looks_closely:
            return self
        shape = hashlib.sha256(f"{self.page.viewport_size['width']} {self.page.evaluate(SHAPE)}".encode()).hexdigest()
        if shape not in self.looked_at:
            broken = [breach(rule) for rule in self._axe() if is_grave(rule)]
            assert not broken, (self.path, broken)
            self.looked_at.add(shape)
        return self

    def _axe(self):
        """What axe finds: every rule everywhere, contrast once of each kind."""
        found = Axe().run(self.page, options={"resultTypes": ["violations"], "rules": {CONTRAST: {"enabled": False}}})
        self.page.evaluate(AGAIN)
        colours = Axe().run(self.page, context={"exclude": [["[data-again]"]]},
                            options={"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": [CONTRAST]}})
        self.page.evaluate("() => document.querySelectorAll('[data-again]').forEach(one => delete one.dataset.again)")
        return found.response["violations"] + colours.response["violations"]

    def picture(self, path):
        """What it looks like now."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=path, full_page=True)

    def leave(self):
        """Close the browser; no page may have failed behind our back."""
        self.context.close()
        assert not self.faults, self.faults


def is_grave(rule):
    """Serious or critical, or asked for by WCAG 2 AA."""
    return rule["impact"] in ("serious", "critical") or bool(WCAG & set(rule["tags"]))


def breach(rule):
    """A broken rule and the first place it is broken at."""
    return rule["id"], rule["impact"], rule["nodes"][0]["html"][:200]
