"""The page with every component: whole markup, ids once, nothing the security policy would drop."""

import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from .specimen import page

EMPTY = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "path", "rect", "circle", "use", "source", "wbr"}


class Reading(HTMLParser):
    """Opens and closes what it reads, and remembers ids."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.targets, self.faults = [], Counter(), set(), []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if "id" in attrs and tag != "pattern":
            self.ids[attrs["id"]] += 1
        for name in ("for", "aria-describedby"):
            self.targets |= set((attrs.get(name) or "").split())
        if "style" in attrs or any(name.startswith(("on", "hx-on")) for name in attrs):
            self.faults.append((tag, attrs))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in EMPTY:
            return
        if not self.open or self.open[-1] != tag:
            self.faults.append((tag, self.getpos(), self.open[-3:]))
        else:
            self.open.pop()


@pytest.mark.parametrize("panel", [False, True])
def test_the_markup_is_whole(panel):
    """Everything opened is closed, each id stands once, each label finds its field."""
    reading = Reading()
    markup = page(panel=panel)
    reading.feed(markup)
    assert (reading.faults, reading.open) == ([], [])
    assert [name for name, count in reading.ids.items() if count > 1] == []
    assert reading.targets <= set(reading.ids)
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style", markup)


def test_every_component_is_on_it():
    """So that nobody adds one without looking at it."""
    from lianfang.ground.ui.templatetags.ui import register

    from .specimen import BODY

    shown = set(re.findall(r"\{% (\w+)", BODY))
    through_others = {"icon", "ways", "bar", "trail", "field", "errors", "pages", "sheet_url"}
    assert set(register.tags) - through_others <= shown
