"""The frame of every page: who may see which entry, large letters, language, plain words for failures, no script or style inside."""

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse

from lianfang.ground import ui
from lianfang.ground.ui import nav, parts
from lianfang.ground.ui.context import Shell

ROOM = Path(ui.__file__).parent
SHEETS = ROOM / "static" / "ui"


class Reader:
    """Somebody signed in."""

    pk, is_authenticated, is_demo, name = 7, True, True, "罗文舒"


def request_of(path="/", user=None, rights=(), cookies=()):
    """A request as the middleware leaves it."""
    request = RequestFactory().get(path)
    request.COOKIES.update(cookies)
    request.user, request.rights, request.assignments = user or Reader(), frozenset(rights), []
    return request


@pytest.fixture
def entries(monkeypatch):
    """A bar of our own."""
    monkeypatch.setattr(nav, "_entries", {})
    nav.add("words", "语言", "ui:language", "words", "look", 20)
    nav.add("letters", "大字", "ui:letters", "letters", "work", 10, badge=lambda request: 14)
    nav.add("gone", "还没有", "nowhere:yet", "list", "look", 5)


def test_the_bar_shows_what_one_may_open_in_its_order(entries):
    """An entry without its page, or without the right, is not there."""
    both = nav.shown(request_of("/language"), {"look", "work"}.__contains__)
    assert [(e.code, e.count, e.is_current) for e in both] == [("letters", 14, False), ("words", 0, True)]
    assert [e.code for e in nav.shown(request_of(), {"look"}.__contains__)] == ["words"]
    nav.add("words", "大字", "ui:letters", right="look", only=lambda request: request.path != "/village")
    assert [len(nav.shown(request_of(path), {"look"}.__contains__)) for path in ("/", "/village")] == [1, 0], "nothing for this reader"


@pytest.mark.parametrize("waiting, shown", [(0, []), (999, ["999"]), (1000, ["999+"])])
def test_more_than_anybody_counts_is_told_as_more(entries, waiting, shown):
    """The bar stands on every page: it does not count to a hundred thousand."""
    nav.add("letters", "大字", "ui:letters", badge=lambda request: waiting)
    assert re.findall('class="count">([^<]*)<', parts.ways(nav.shown(request_of(), lambda right: True))) == shown


@pytest.mark.parametrize("path, current", [
    ("/", ""), ("/letters", "letters"), ("/letters/7/", "letters"), ("/post/7/", "letters"), ("/x", "")])
def test_the_place_one_is_at_is_marked(entries, path, current):
    """By the longest address that begins the path, or by what an entry says it covers."""
    nav.add("letters", "大字", "ui:letters", covers=["/post/"])
    shown = nav.shown(request_of(path), lambda right: True)
    assert "".join(entry.code for entry in shown if entry.is_current) == current


@pytest.mark.django_db
def test_a_page_has_landmarks_language_and_a_way_past_the_bar(entries):
    """What a screen reader needs."""
    request = request_of(rights={"work"})
    page = render_to_string("ui/base.html", {"shell": Shell(request)}, request)
    for mark in ('<html lang="zh-CN">', 'href="#main"', "<main", '<nav class="ways"', "<header", 'name="viewport"', "演练数据", "罗＊舒"):
        assert mark in page
    assert "罗文舒" in page, "one sees one's own name in one's own menu"
    assert page.count('class="count">14<') == 2, "once in the bar, once at the foot"


@pytest.mark.django_db
def test_large_letters_are_remembered_by_this_phone():
    """A switch, a cookie, a class."""
    client = Client()
    answer = client.post(reverse("ui:letters"), {"letters": "large", "next": "/somewhere?x=1"})
    assert (answer.status_code, answer["Location"]) == (302, "/somewhere?x=1")
    assert client.cookies["letters"].value == "large"
    page = render_to_string("ui/base.html", {"shell": Shell(request_of(cookies={"letters": "large"}))})
    assert '<html lang="zh-CN" class="large">' in page
    client.post(reverse("ui:letters"), {"letters": "normal"})
    assert client.cookies["letters"].value == "normal"


@pytest.mark.django_db
@pytest.mark.parametrize("name, there", [("ui:letters", "https://elsewhere.example/"), ("ui:language", "//elsewhere.example")])
def test_a_switch_leads_nowhere_else(name, there):
    """And only a POST switches."""
    assert Client().post(reverse(name), {"next": there})["Location"] == "/"
    assert Client().get(reverse(name)).status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize("wanted, kept", [("en", "en"), ("zh-hans", "zh-hans"), ("xx", "zh-hans"), ("", "zh-hans")])
def test_the_language_is_one_of_two(wanted, kept):
    """Anything else is Chinese."""
    client = Client()
    client.post(reverse("ui:language"), {"language": wanted})
    assert client.cookies["language"].value == kept


@pytest.mark.django_db
@pytest.mark.parametrize("code", [400, 403, "403_csrf", 404, 500])
def test_a_failure_says_in_plain_words_what_to_do(code):
    """No code, no trace, a way home; 500 needs neither request nor database."""
    page = render_to_string(f"{code}.html") if code == 500 else render_to_string(f"{code}.html", {"shell": Shell(request_of())})
    assert 'href="/"' in page and "<h1>" in page
    assert not re.search(r">[^<]*\b[45]\d\d\b", page)


@pytest.mark.django_db
def test_the_page_not_found_is_ours():
    """With the shell of a visitor."""
    answer = Client().get("/no-such-page-anywhere/")
    assert answer.status_code == 404 and "没有这一页" in answer.content.decode()


@pytest.mark.parametrize("template", sorted(ROOM.rglob("templates/**/*.html")), ids=lambda path: path.name)
def test_no_template_carries_script_or_style(template):
    """The security policy would drop them, silently."""
    text = template.read_text()
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|hx-on|javascript:|hx-vals=.js", text)


def test_every_icon_named_is_drawn():
    """In any template or module of the house."""
    drawn = set(re.findall(r'symbol id="([\w-]+)"', (SHEETS / "icons.svg").read_text()))
    house = ROOM.parents[1]
    texts = [path.read_text() for pattern in ("*.html", "*.py") for path in house.rglob(pattern)]
    named = {name for text in texts for name in re.findall(r"""(?:\{% icon |\bsign=|\bicon\(|\bicon=)"([\w-]+)\"""", text)}
    assert named <= drawn


def test_an_icon_is_decoration_unless_labelled():
    """Not read aloud twice."""
    assert 'aria-hidden="true"' in parts.icon("clock") and 'aria-label="逾期"' in parts.icon("clock", "逾期")
