"""Every address, as several roles, with hostile paths, queries, fields, files, headers: no fault, no markup sent back, no forged header."""
import re
from urllib.parse import quote

import pytest
from django.core.signals import got_request_exception
from django.db import connection, transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.samples import PLACEHOLDER, full_stage

from .test_access import ALL, browser

EXAMPLES = {"sqlite": 2, "postgresql": 1}  # of each address; the second database, which takes four times as long, sees the first half
MARKUP, EVALUATED, FORGED = "<svg/onload=alert(1)>", "9994822", "x-forged"
HOSTILE = (
    "", "0", "-1", "9" * 40, "1e999", "NaN", "\x00", "a\x00b", "\ud800", "\u202egnp.exe", "\ufeff", "🂡" * 3, "张" * 9_000, "%00",
    "%s%n",
    "' OR 1=1 --", "id; DROP TABLE journal_line", "\" UNION SELECT password FROM accounts_account --", f'">{MARKUP}', f"';{MARKUP}",
    "javascript:alert(1)", '{{ 5|add:"9994817" }}', "{% debug %}", "${7*7}", "#{7*7}", "../../../../etc/passwd", "..\\..\\x", "/etc/passwd",
    "//evil.example/x", "https://evil.example", f"x\r\n{FORGED}: 1", "0001-01-01", "9999-12-31", "2020-02-30", "2020-03-10T25:61", "true",
    "[]", "{}", "null", "=cmd|' /C calc'!A1", "-1;1", "1,2,3", "00000000-0000-0000-0000-000000000000", "__class__",
    "unit__path__under",
)
QUERY = ("page sort export unit at figure own below door status says next level address kind version on record name q seen state grade "
         "role reason measure due mine from until format").split()
FILES = {
    "x.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "x.xlsx": b"PK\x03\x04" + b"\x00" * 200,
    "x.xls": b"\xd0\xcf\x11\xe0" + b"\xff" * 200,
    "x.csv": "姓名,\x00\ud800".encode("utf-8", "surrogatepass"), "../../x.png": b"\x89PNG\r\n",
    'x";\r\nX-Forged: 1;".jpg': b"\xff\xd8\xff", "": b"", "x.jpg": b"\xff\xd8" + b"\x00" * 5_000,
}
TYPES = ("application/x-www-form-urlencoded", "application/json", "text/xml", "multipart/form-data", "multipart/form-data; boundary=",
         "multipart/form-data; boundary=" + "x" * 300, "x" * 3_000, "application/x-www-form-urlencoded; charset=utf-7", "")
HEADERS = ("HTTP_ACCEPT_LANGUAGE", "HTTP_REFERER", "HTTP_USER_AGENT", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_HX_REQUEST",
           "HTTP_HX_CURRENT_URL", "HTTP_HX_TARGET", "HTTP_HX_PROMPT", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_NONE_MATCH", "HTTP_RANGE",
           "HTTP_COOKIE", "HTTP_ACCEPT", "HTTP_ORIGIN")
NAMED = re.compile(r'<(?:input|select|textarea|button)\b[^>]*\bname="([^"]+)"')
VALUED = re.compile(r'\bvalue="([^"]*)"')
WORDS = some.one_of(some.sampled_from(HOSTILE), some.text(some.characters(), max_size=30))
ROOMS = sorted({address.name.split(":")[0] for address in ALL})
ROLES = ("stranger", "officer", "officer", "officer", "officer", "grid")


class Site:
    """The stage with somebody's browser for each role, and what the forms of each address ask for."""

    def __init__(self):
        self.stage, self.faults, self._asked = full_stage(), [], {}
        self.cookies = {role: dict(browser(account).cookies) for role, account in
                        (("stranger", None), ("officer", self.stage.near), ("grid", self.stage.cast.grid))}
        got_request_exception.connect(self._fault)

    def close(self):
        got_request_exception.disconnect(self._fault)

    def browser(self, role):
        """Fresh, so that no cookie of an earlier request is left, but the one of his signing in: what a request does to it is undone."""
        client = Client(raise_request_exception=False)
        client.cookies.update(self.cookies[role])
        return client

    def asked(self, address):
        """Names and values of the fields on an address's own page."""
        if address not in self._asked:
            kwargs = self.stage.kwargs(address.route)
            answer = self.send(self.browser("officer"), "GET", address.url(kwargs))
            page = answer.content.decode("utf-8", "replace") if not answer.streaming else ""
            self._asked[address] = sorted(set(NAMED.findall(page)) | {"next"}), sorted(set(VALUED.findall(page)))[:40] or [""]
        return self._asked[address]

    def send(self, client, method, path, query="", **more):
        """The answer; whatever it did is undone."""
        with transaction.atomic():
            answer = client.generic(method, path, QUERY_STRING=query, **more)
            if answer.streaming:
                answer.read = b"".join(answer)
            transaction.set_rollback(True)
        return answer

    def _fault(self, sender=None, **_more):
        import traceback

        self.faults.append(traceback.format_exc(limit=-4))


@pytest.fixture
def site(db):
    """One for each room."""
    site = Site()
    yield site
    site.close()


def bare(text):
    """A text as bytes in an address, whatever it is."""
    return quote(text.encode("utf-8", "surrogatepass"), safe="")


@some.composite
def requests(draw, site, address):
    """Who asks for what, how."""
    role, method = draw(some.sampled_from(ROLES)), draw(some.sampled_from(("GET", "GET", "POST", "POST", "POST", "POST", "HEAD", "PUT")))
    kwargs = site.stage.kwargs(address.route)
    spoilt = draw(some.sampled_from([None, None, *kwargs])) if kwargs else None
    path = "/" + PLACEHOLDER.sub(lambda m: bare(draw(WORDS) if m[1] == spoilt else str(kwargs[m[1]])), address.route)
    names, values = site.asked(address)
    query = "&".join(f"{bare(draw(some.sampled_from([*QUERY, *names])))}={bare(draw(WORDS))}" for _ in range(draw(some.integers(0, 3))))
    how = {name: draw(WORDS).encode("utf-8", "replace").decode("latin-1").translate({0: None, 10: None, 13: None})[:9_000]
           for name in draw(some.lists(some.sampled_from(HEADERS), max_size=2))}
    if method in ("POST", "PUT"):
        how |= draw(bodies(names, values))
    return role, method, path, query, how


@some.composite
def bodies(draw, names, values):
    """Fields, some as the page offers them, some hostile; files; types that do not fit."""
    filled = [(name, draw(some.one_of(WORDS, some.sampled_from(values)))) for name in names if draw(some.booleans())]
    kind = draw(some.sampled_from(("form", "form", "file", "wrong")))
    if kind == "file":
        file, content = draw(some.sampled_from(sorted(FILES.items())))
        parts = [f'--B\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in filled]
        parts += [f'--B\r\nContent-Disposition: form-data; name="{name}"; filename="{file}"\r\nContent-Type: image/png\r\n\r\n'
                  for name in names[:1] + [name for name in names if name in ("file", "sheet", "book", "photo", "evidence")]]
        body = "\r\n".join(parts).encode("utf-8", "surrogatepass") + content + b"\r\n--B--\r\n"
        return {"data": body, "content_type": "multipart/form-data; boundary=B"}
    body = "&".join(f"{bare(name)}={bare(value)}" for name, value in filled).encode()
    return {"data": body, "content_type": TYPES[0] if kind == "form" else draw(some.sampled_from(TYPES))}


def sound(site, answer):
    """It is no fault, and brings nothing back that would act."""
    assert not site.faults and answer.status_code < 500, "\n".join(site.faults) or answer.status_code
    body = getattr(answer, "read", None) if answer.streaming else answer.content
    text = (body if isinstance(body, bytes) else b"").decode("utf-8", "replace")
    assert "Traceback (most recent" not in text
    if "html" in answer.get("Content-Type", ""):
        assert MARKUP not in text and EVALUATED not in text
    assert FORGED not in {name.lower() for name in answer.headers} and FORGED not in str(answer.cookies).lower()
    assert "evil.example" not in answer.get("Location", "").split("?")[0].removeprefix("/")


@pytest.mark.parametrize("room", ROOMS)
def test_nothing_hostile_is_a_fault(room, site):
    addresses = [address for address in ALL if address.name.startswith(f"{room}:")]

    @settings(max_examples=EXAMPLES[connection.vendor] * len(addresses), suppress_health_check=list(HealthCheck))
    @given(some.data())
    def anything(data):
        site.faults.clear()
        role, method, path, query, how = data.draw(requests(site, data.draw(some.sampled_from(addresses))))
        sound(site, site.send(site.browser(role), method, path, query, **how))

    anything()


def test_what_is_planted_would_be_seen(site):
    answer = site.browser("officer").get("/turns/")
    for spoil in (MARKUP, EVALUATED, "Traceback (most recent call last)"):
        answer.content = spoil.encode()
        with pytest.raises(AssertionError):
            sound(site, answer)
    answer.content = b""
    answer.headers["X-Forged"] = "1"
    with pytest.raises(AssertionError):
        sound(site, answer)


TYPED = [  # numbers in fields without a form of their own
    ("GET", "sites:site", "room"), ("GET", "situation:building", "door"), ("GET", "territory:building", "door"),
    ("GET", "trial:trial", "day"), ("GET", "trial:people", "town"), ("POST", "meetings:note_item", "was"),
    ("POST", "meetings:close", "version"), ("POST", "accounts:appoint", "account"), ("POST", "risk:draw_circle", "metres=50&unit"),
    ("POST", "directives:issue", "rows"), ("POST", "sites:duty", "accounts"),
]
MEANT_BY_NOBODY = [(*field, number) for field in TYPED for number in ("9" * 5_000, "9" * 25, "²")]
MEANT_BY_NOBODY += [("GET", "directives:closure", "first=2020-01-01&last", "9999-12-31")]


def test_no_number_and_no_day_that_nobody_means_is_a_fault(site):
    by_name = {address.name: address for address in ALL}
    for name in ("sites:room", "doorstep:door"):
        sound(site, site.send(site.browser("officer"), "GET", by_name[name].url({"pk": 10 ** 25})))
    for method, name, field, value in MEANT_BY_NOBODY:
        path, said = by_name[name].url(site.stage.kwargs(by_name[name].route)), f"{field}={bare(value)}"
        how = {"data": said.encode(), "content_type": TYPES[0]} if method == "POST" else {}
        sound(site, site.send(site.browser("officer"), method, path, said if method == "GET" else "", **how))


@pytest.mark.parametrize("size", [5 * 1024 ** 2])
def test_too_large_a_form_is_refused(site, size):
    answer = site.browser("officer").generic("POST", "/sign-in", b"username=" + b"x" * size, content_type=TYPES[0])
    assert answer.status_code in (400, 413) and not site.faults
    many = "&".join(f"a{n}=1" for n in range(2_000)).encode()
    assert Client(raise_request_exception=False).generic("POST", "/sign-in", many, content_type=TYPES[0]).status_code == 400
