"""Every address, found by itself: strangers must sign in, the wrong role is refused, what belongs to another unit is not there."""
import re
from copy import deepcopy

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.urls.resolvers import RoutePattern

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.roles import RIGHTS, ROLES
from lianfang.ground.accounts.sessions import STRENGTH
from lianfang.ground.journal.models import Line
from tests.cast import OPENED
from tests.samples import is_owned

from .standing import db, stage, standing  # noqa: F401

OPEN = {"accounts:sign_in", "accounts:try_demo", "accounts:type_code", "accounts:slip", "ui:letters", "ui:language"}
OPEN |= {f"accounts:{page}" for page in ("prove", "sign_on", "sign_on_back")}
OPEN |= {"portal:enter", "portal:code", "portal:leave"}
OPEN |= {"entry:declare", "entry:code", "booking:times", "booking:mine", "booking:cancel",
         "closed:now", "closed:apply", "closed:mine", "closed:withdraw"}
OPEN |= {f"firm:{page}" for page in ("enter", "workers", "check_pass", "leave")}  # a firm's own list, behind its code
OPEN |= {f"field:{page}" for page in ("shell", "worker", "scanner", "manifest")}
OPEN |= {f"wall:{page}" for page in ("wall", "pair", "figures", "shape")}  # a screen's own key reads aggregates, or nothing
SIGNED = {"sensors:events"}  # no session: each word is signed by its device's own key, and whoever has none is refused
OPEN |= SIGNED
# one person of a visit
PERSONAL = {f"portal:{page}" for page in ("own", "print_release", "release", "check", "need", "correct", "appeal", "withdraw")}
PERSONAL |= {"portal:withdraw_consent"}
OPEN |= PERSONAL
IS_FULL = True
METHODS = ("get", "post")
ELSEWHERE = ("duty_officer", "supervisor")
ANSWERED = {200, 204, 302, 303, 304, 400, 405, 409, 410, 422}  # what somebody gets who may: anything but "refused" and "not there"
HEADERS = {"Content-Security-Policy": "script-src 'self';", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
           "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin"}


class Address:
    """One address of the site."""

    def __init__(self, route, name, view):
        self.route, self.name, self.view = route, name, view
        self.right = getattr(view, "right", "unguarded")

    def url(self, kwargs):
        return reverse(self.name, kwargs=kwargs)


def addresses(resolver=None, route="", names=()):
    """Every address there is, with its whole route and name."""
    for part in (resolver or get_resolver()).url_patterns:
        assert isinstance(part.pattern, RoutePattern), f"{part.pattern} is no plain route: write it with path()"
        if isinstance(part, URLPattern):
            yield Address(route + str(part.pattern), ":".join([*names, part.name or ""]), part.callback)
        else:
            yield from addresses(part, route + str(part.pattern), [*names, *filter(None, [part.namespace])])


ALL = list(addresses())
GUARDED = [address for address in ALL if address.right is not None]
named = pytest.mark.parametrize("address", ALL, ids=lambda address: address.name)
guarded = pytest.mark.parametrize("address", GUARDED, ids=lambda address: address.name)


def browser(account=None):
    """Somebody's browser, just after signing in with all that any page asks for."""
    client = Client()
    if account:
        client.force_login(account, backend="lianfang.ground.accounts.sessions.AccountBackend")
        session = client.session
        session[STRENGTH] = "second"
        session.save()
    return client


def ask(client, method, url):
    """The answer, and whether anything was written down; what it did is undone, signing out too. Every answer keeps the browser shut."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        before = Line.objects.count()
        answer = getattr(client, method)(url)
        content = b"".join(answer) if answer.streaming else answer.content
        if answer.streaming:
            answer.streaming_content = [content]  # else whoever looks into a sheet afterwards finds it empty
        is_written = Line.objects.count() > before
        transaction.set_rollback(True)
    client.cookies = cookies
    headers = dict(answer.headers)
    if url.split("?")[0] == reverse("field:scanner"):  # a worker of its own, so that no page may compile WebAssembly
        headers["Content-Security-Policy"] = headers["Content-Security-Policy"].replace(" 'wasm-unsafe-eval'", "")
    assert {name: text in headers.get(name, "") for name, text in HEADERS.items()} == dict.fromkeys(HEADERS, True)
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert all(cookie["samesite"] == "Lax" for cookie in answer.cookies.values())
    return answer, content.decode("utf-8", "replace"), is_written


def url_of(address, stage):  # noqa: F811
    """Its address with samples filled in."""
    try:
        return address.url(stage.kwargs(address.route))
    except LookupError as missing:
        pytest.fail(f"{address.name}: {missing.args[0]}")


def holder(roles, unit):
    """A new account with these roles at a unit, or with none at all."""
    account = Account.objects.create(login=f"holder-{Account.objects.count()}", name="某某")
    Assignment.objects.bulk_create([Assignment(account=account, role=role, unit=unit, from_on=OPENED) for role in roles])
    return account


def lacking(address):
    """The roles that do not open an address."""
    return tuple(role.code for role in ROLES.values() if address.right not in role.rights)


@pytest.fixture(scope="module")
def known(standing):  # noqa: F811
    """The browsers of who holds these roles in the county, and of who holds those of ELSEWHERE in the other town; signed in once."""
    county, town = standing.cast.units["青禾县"], standing.cast.units["梨花沟镇"]
    asked = {(), *(lacking(address) for address in GUARDED)}
    return {**{roles: browser(holder(roles, county)) for roles in asked}, ELSEWHERE: browser(holder(ELSEWHERE, town))}


@named
def test_every_view_says_who_may_open_it(address):
    assert address.name.count(":") == 1, f"{address.route} has no name in a namespace"
    assert address.right in (None, "", *RIGHTS), f"{address.name}: put @may(…), @signed_in or, said aloud, @anybody around its view"
    assert (address.right is None) == (address.name in OPEN), f"{address.name}: open pages stand in OPEN, and only they"


@pytest.mark.crawl
@guarded
def test_a_stranger_goes_to_the_sign_in_form(address, stage):  # noqa: F811
    url = url_of(address, stage)
    for method in METHODS:
        answer, _content, is_written = ask(browser(), method, url)
        if address.name.startswith("api:") and answer.status_code == 401:  # no page: it says so itself
            assert not is_written
            continue
        assert answer.status_code == 405 or (answer.status_code, answer["Location"].split("?")[0]) == (302, reverse("accounts:sign_in"))
        assert not is_written


@pytest.mark.crawl
@pytest.mark.parametrize("address", [a for a in GUARDED if a.right], ids=lambda address: address.name)
def test_the_wrong_role_is_refused_in_its_own_unit(address, stage, known):  # noqa: F811
    url = url_of(address, stage)
    wrong = lacking(address)
    for roles, methods in ([((), ("get",))] if wrong else []) + [(wrong, METHODS)]:
        for method in methods:
            answer, _content, is_written = ask(known[roles], method, url)
            assert answer.status_code in (403, 405)
            assert not is_written


@pytest.mark.crawl
@pytest.mark.parametrize("address", [a for a in GUARDED if is_owned(a.route)], ids=lambda address: address.name)
def test_what_belongs_to_another_unit_is_not_there(address, stage, known):  # noqa: F811
    url = url_of(address, stage)  # that it opens to who may: test_canary
    answers = [ask(known[ELSEWHERE], method, url) for method in METHODS]
    assert all(answer.status_code in (404, 405) and not is_written for answer, _content, is_written in answers)
    assert any(answer.status_code == 404 for answer, _content, _written in answers)


@pytest.mark.crawl
@named
def test_a_form_from_another_site_is_refused(address, stage):  # noqa: F811
    url = url_of(address, stage)
    client = Client(enforce_csrf_checks=True)
    client.force_login(stage.near, backend="lianfang.ground.accounts.sessions.AccountBackend")
    answer, _content, is_written = ask(client, "post", url)
    assert answer.status_code == 403 or (address.name.startswith("api:") and answer.status_code == 405)
    assert not is_written


@pytest.mark.parametrize("address", [a for a in ALL if a.right is None], ids=lambda address: address.name)
def test_an_open_page_opens_to_everybody_and_tells_nothing_of_anybody(address, stage):  # noqa: F811
    url = url_of(address, stage)
    for account in (None, stage.near):
        for method in METHODS:
            answer, content, _written = ask(browser(account), method, url)
            assert answer.status_code in ANSWERED | {404} | ({403} if address.name in SIGNED else set())
            assert not re.search("周建明|何秋生|丁立春", content)


@pytest.mark.parametrize("url", ["/no/such/page", "/accounts", "/orders"])
def test_so_do_pages_that_are_not_there(db, url):  # noqa: F811
    answer = Client().get(url)
    assert answer.status_code in (301, 404)
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
