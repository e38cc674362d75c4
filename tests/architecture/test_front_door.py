"""What stands before the pages: the names the server answers to, what a proxy may say, and Django's own check of a deployment."""
import json
import os
import subprocess
import sys

import pytest
from django.test import Client

from tools.checkout import ROOT

TLS = {"LIANFANG_TLS": "1", "LIANFANG_HOSTS": "fk.qinghe.example", "LIANFANG_ORIGINS": "https://fk.qinghe.example"}
ASK = """
import django, json; django.setup()
from django.conf import settings
from django.core import checks
from django.test import RequestFactory, Client
from django.test.utils import setup_test_environment
ask = RequestFactory().get
found = checks.run_checks(include_deployment_checks=True)
through = ask("/sign-in", HTTP_HOST="fk.qinghe.example", HTTP_X_FORWARDED_PROTO="https")
plain = ask("/sign-in", HTTP_HOST="fk.qinghe.example")
print(json.dumps({"checks": [one.id for one in found if not one.is_silenced()], "through": through.is_secure(), "plain": plain.is_secure(),
                  "forwarded_host": settings.USE_X_FORWARDED_HOST, "cookies": [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME],
                  "redirect": Client(raise_request_exception=False).get("/sign-in", HTTP_HOST="fk.qinghe.example").status_code}))
"""


@pytest.fixture(scope="module")
def deployed(tmp_path_factory):
    """An installation behind a proxy with a certificate."""
    around = {**os.environ, **TLS, "LIANFANG_HOME": str(tmp_path_factory.mktemp("deployed")), "DATABASE_URL": ""}
    done = subprocess.run([sys.executable, "-c", ASK], cwd=ROOT, env=around, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_the_check_of_a_deployment_is_clean(deployed):
    assert deployed["checks"] == []


def test_behind_a_proxy_only_its_word_makes_a_request_secure(deployed):
    assert deployed["through"] and not deployed["plain"] and deployed["redirect"] == 301
    assert deployed["cookies"] == ["__Host-session", "__Host-csrf"] and not deployed["forwarded_host"]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "127.0.0.1@evil.example", "x" * 5_000, "localhost:80:80"])
def test_a_strange_host_is_refused(db, settings, host):
    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
    answer = Client(raise_request_exception=False).get("/sign-in", HTTP_HOST=host)
    assert answer.status_code == 400 and "evil" not in answer.content.decode()


@pytest.mark.parametrize("header", ["HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_PORT", "HTTP_FORWARDED",
                                    "HTTP_X_ORIGINAL_URL", "HTTP_X_REWRITE_URL", "HTTP_X_HTTP_METHOD_OVERRIDE"])
@pytest.mark.parametrize("says", ["evil.example", "https", "POST", "/accounts/"])
def test_without_a_proxy_nobody_is_believed(db, header, says):
    answer = Client(raise_request_exception=False).get("/turns/", **{header: says})
    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/sign-in") and "evil" not in answer["Location"]
    assert not answer.wsgi_request.is_secure()


def test_a_form_from_another_origin_is_refused(db):
    client = Client(enforce_csrf_checks=True)
    token = client.get("/sign-in").cookies["csrf"].value
    for origin in ("https://evil.example", "null", "http://testserver.evil.example"):
        assert client.post("/sign-in", {"username": "x", "csrfmiddlewaretoken": token}, HTTP_ORIGIN=origin).status_code == 403
