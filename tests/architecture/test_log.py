"""Who is refused leaves one line: which page, never what he typed, whose page it was, or a traceback."""
import io
import logging

import pytest

from lianfang.ground import faults

from .standing import db, stage, standing  # noqa: F401
from .test_access import browser

TYPED = "22072219890101123X"


@pytest.mark.parametrize(("method", "url", "status", "says"), [
    ("get", "/people/", 403, "403 GET /people/"),
    ("post", "/people/search/", 403, "403 POST /people/search/"),
    ("get", "/nowhere/K7Q2-9F3M-X0AB/张秀英/", 404, "404 GET -"),
    ("get", f"/p/{TYPED}/no/", 404, "404 GET -"),
])
def test_who_is_refused_leaves_one_line(stage, method, url, status, says):  # noqa: F811
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(faults.Discreet())
    log = logging.getLogger("django.request")
    log.addHandler(handler)
    try:
        answer = getattr(browser(stage.cast.lab), method)(url, {"q": TYPED})
    finally:
        log.removeHandler(handler)
    assert (answer.status_code, written.getvalue()) == (status, f"{says}\n")
