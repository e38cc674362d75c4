"""A county that really runs, and real browsers to walk through it: the server, its console, a desk and a phone."""
import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tools import chromium
from tools.checkout import ROOT

DESK = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
PATIENCE = 30


class County:
    """One installation of its own: a home, a port, a running server."""

    def __init__(self, home):
        self.home = home
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = found.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.env = {**os.environ, "LIANFANG_HOME": str(home), "PORT": str(self.port)}
        self.script = str(Path(sys.executable).parent / "lianfang")

    def console(self, *words):
        """Run a command as anybody would at the terminal."""
        return subprocess.run([self.script, *map(str, words)], env=self.env, cwd=ROOT, capture_output=True, text=True, timeout=300)

    def answer(self, *words):
        """The JSON a command answers; it must succeed."""
        done = self.console(*words, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def serve(self):
        """Start the server and wait for its first page."""
        self.log = (self.home / "serve.log").open("w")
        self.server = subprocess.Popen([self.script, "serve"], env=self.env, cwd=ROOT, stdout=self.log, stderr=subprocess.STDOUT)
        began = time.monotonic()
        while not self.is_up():
            if self.server.poll() is not None or time.monotonic() - began > PATIENCE:
                pytest.fail(f"the server did not start:\n{(self.home / 'serve.log').read_text()}")
            time.sleep(0.1)

    def is_up(self):
        """Does a page come?"""
        try:
            with urllib.request.urlopen(self.url, timeout=2) as page:
                return page.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def stop(self):
        """Stop it as a county would: asked once."""
        self.server.terminate()
        self.server.wait(20)
        self.log.close()


@pytest.fixture(scope="session")
def county(tmp_path_factory):
    """The invented county 青禾县, seeded and serving."""
    county = County(tmp_path_factory.mktemp("county"))
    seeded = county.console("seed", "--size", "small")
    assert seeded.returncode == 0, seeded.stderr
    county.serve()
    yield county
    county.stop()


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all stories."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.executable(), args=list(chromium.FLAGS))
        yield browser
        browser.close()


def page_of(browser, size, request):
    """A page in a profile of its own; a script error fails the story, and a failed story leaves its picture."""
    context = browser.new_context(**size, locale="zh-CN", timezone_id="Asia/Shanghai", reduced_motion="reduce")
    page, faults = context.new_page(), []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.set_default_timeout(10_000)
    yield page
    if request.session.testsfailed:
        page.screenshot(path=ROOT / ".build" / "journeys" / f"{request.node.name}.png", full_page=True)
    context.close()
    assert not faults, faults


@pytest.fixture
def desk(browser, request):
    """A page at a desk, 1440 × 900."""
    yield from page_of(browser, DESK, request)


@pytest.fixture
def phone(browser, request):
    """A page on a phone, 390 × 844, touched."""
    yield from page_of(browser, PHONE, request)
