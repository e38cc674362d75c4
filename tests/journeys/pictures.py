"""Pictures of every page of the seeded county, as the role that uses it sees it: at a desk, on a phone, in large letters, in English.

    python -m tests.journeys.pictures OUT [name …]
"""
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools import chromium

from .county import County
from .walk import DESK, PHONE, Walk

EVENING = "2020-03-18T18:45"
DESKS = {  # who looks at what; whatever nobody is named for is the duty officer's
    "leader": ["bulletin", "table-fever-table"],
    "township": ["work", "rosters", "receive", "roster", "doubts", "doubt", "alarm", "board-town", "order-order_door"],
    "cadre": ["order-serve", "order-release", "order-hand_over", "order-assign_minder", "addresses", "wizard", "lanes", "building-doors"],
    "epi": ["reviews", "review", "order-redecide", "order-record_result"],
    "admin": ["accounts", "accounts-import", "accounts-add", "slips", "nodes", "editions", "categories", "category"],
}
PHONES = {
    "grid": ["work", "check", "person", "need", "building", "building-door", "people-search", "order-record_result", "order-ask",
    "sessions"],
    "cadre": ["work", "orders", "order-serve", "order-release", "board-village", "person", "unit-village"],
    "township": ["work", "alarm", "rosters", "roster", "board-town"],
    "leader": ["board", "bulletin", "bulletins"],
}
LARGE = {"grid": ["work", "check", "person"]}
ENGLISH = {"officer": ["board", "person", "building", "rosters", "table-measure-table", "flow-order"]}


def main(out, *wanted):
    """Seed, serve, walk, stop."""
    home = Path(tempfile.mkdtemp(prefix="lianfang-pictures-"))
    county = County(home)
    seeded = county.console("seed", "--size", "small", at=EVENING)
    if seeded.returncode:
        sys.exit(seeded.stderr)
    county.open_at(EVENING)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium.executable(), args=list(chromium.FLAGS))
            album = Album(browser, county, Path(out), wanted)
            album.fill()
            browser.close()
    finally:
        county.close()


class Album:
    """One file a picture: <size>/<page>-<who>.png."""

    def __init__(self, browser, county, out, wanted):
        self.browser, self.county, self.out, self.wanted = browser, county, out, wanted
        self.addresses = county.ask("tests.journeys.sights.addresses")

    def fill(self):
        """All pages at the desk; those of the field on a phone; some in large letters, some in English."""
        named = {name for names in DESKS.values() for name in names}
        self.page("desk", DESK, "nobody", {"sign-in": "/sign-in", "slip": "/slip"}, signed_in=False)
        self.page("phone", PHONE, "nobody", {"sign-in": "/sign-in", "slip": "/slip"}, signed_in=False)
        self.walk("desk", DESK, {"officer": [name for name in self.addresses if name not in named], **DESKS})
        self.walk("phone", PHONE, PHONES)
        self.walk("large", PHONE, LARGE, letters="large")
        self.walk("english", DESK, ENGLISH, language="en")

    def walk(self, folder, size, roles, **how):
        """Each role through its pages; what lies outside its reach is shown to the duty officer."""
        outside = {}
        for who, names in roles.items():
            outside |= self.page(folder, size, who, {name: self.addresses[name] for name in names if name in self.addresses}, **how)
        self.page(folder, size, "officer", outside, **how)

    def page(self, folder, size, who, addresses, signed_in=True, letters="", language=""):
        """One role in a browser of its own; returns what it could not see."""
        outside = {}
        chosen = {name: address for name, address in addresses.items() if not self.wanted or name in self.wanted}
        if not chosen:
            return outside
        walk = Walk(self.browser, self.county.url, who, size, language, letters, looks_closely=False)
        if signed_in:
            walk.sign_in()
        for name, address in chosen.items():
            if walk.page.goto(address).status in (403, 404):
                outside[name] = address
                continue
            walk.picture(self.out / folder / f"{name}-{who}.png")
            print(f"{folder}/{name}-{who}.png  {address}", *walk.faults)
            walk.faults.clear()
        walk.context.close()
        return outside


if __name__ == "__main__":
    main(*sys.argv[1:])
