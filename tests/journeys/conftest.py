"""Counties that really run, and real browsers to walk through them: a desk and a phone."""
import fcntl
import json
import shutil
from contextlib import contextmanager, suppress
from functools import partial

import pytest
from playwright.sync_api import Error, sync_playwright

from tools import chromium
from tools.checkout import ROOT
from tools.with_postgres import CARELESS, postgres

from .county import County
from .walk import DESK, PHONE, Shapes, Walk

# The longest stories are begun first, else one worker is still telling one when the others are done.
LONGEST = ("outbreak_told", "acknowledged", "outbox_killed", "base_backup", "returnee", "ending", "phone_faults", "at_the_gate", "torn",
           "killed", "phone_joined", "hand_over", "rotate_killed", "rule_changes", "wrongly_bound", "must_be_tested", "depositors")
EVENING = "2020-03-18T18:45"
BEGIN = "2020-03-04T09:00"
UNITS = "units.json"  # the ids of its units by name, in the home of a county that was put up


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Stories in the order of LONGEST, then the others as they come."""
    ranks = {f"test_{name}": n for n, name in enumerate(LONGEST)}
    items.sort(key=lambda item: ranks.get(item.path.stem, len(ranks)))


@pytest.fixture(scope="session")
def together(tmp_path_factory, worker_id):
    """A folder of this run that all its workers share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def county(tmp_path_factory, together):
    """The invented county 青禾县 with forty days behind it, on the evening of the eighteenth of March; seeded once for all workers."""
    county = County(shutil.copytree(once(together / "seeded", _seed), tmp_path_factory.mktemp("county") / "home"))
    county.env.pop("LIANFANG_SECOND_FACTOR")  # the seed says itself that one password is enough
    county.open_at(EVENING)
    yield county
    county.close()


def once(home, make):
    """A home that is made by the first worker that needs it, and lies there for all."""
    with home.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not home.exists():
            make(home.with_suffix(".making")).rename(home)
    return home


def _seed(home):
    county = County(home).begin()
    county.env.pop("LIANFANG_SECOND_FACTOR")
    seeded = county.console("seed", "--size", "small", at=EVENING)
    assert seeded.returncode == 0, seeded.stderr
    return home


@contextmanager
def put_up(home, database="", at=BEGIN, lying=None):
    """A county of two towns with nobody under an order yet, on a morning two weeks before, or at another moment; on the database it begins
    with it is put up once in the folder where it is `lying` for all."""
    if lying and not database:
        county = County(shutil.copytree(once(lying / f"put-up-{at.replace(':', '')}", partial(_put_up, at=at)), home, dirs_exist_ok=True))
        county.open_at(at)
        county.units = json.loads((home / UNITS).read_text())
    else:
        county = _standing(home, database, at)
    yield county
    county.close()


def _put_up(home, at):
    county = _standing(home, "", at)
    county.close()
    (home / UNITS).write_text(json.dumps(county.units))
    return home


def _standing(home, database, at):
    county = County(home, database).begin()
    county.open_at(at)
    county.units = county.ask("tests.journeys.setting.put_up")
    return county


@pytest.fixture(scope="session")
def small_county(tmp_path_factory, together):
    """The small county of the shorter stories: each brings people of its own, and it stays that morning."""
    with put_up(tmp_path_factory.mktemp("small"), lying=together) as county:
        yield county


@pytest.fixture
def grown_county(tmp_path):
    """The small county on the server it grows into; the other stories are told on the database it begins with."""
    with postgres(CARELESS) as address, put_up(tmp_path, address) as county:
        yield county


@pytest.fixture
def own_county(tmp_path, together):
    """A small county for one story alone, which moves the clock on its wall."""
    with put_up(tmp_path, lying=together) as county:
        yield county


@pytest.fixture(scope="session")
def browser(together):
    """One Chromium for all stories of a worker."""
    Walk.looked_at = Shapes(together / "shapes")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.executable(), args=list(chromium.FLAGS))
        yield browser
        browser.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """A failed story leaves a picture of every page it had open."""
    report = yield
    if report.failed and report.when == "call":
        for walk in getattr(item, "walks", []):
            with suppress(Error):  # a page too far gone for a picture does not end the other stories
                walk.picture(ROOT / ".build" / "journeys" / f"{item.name}-{walk.who}.png")
    return report


@pytest.fixture
def someone(browser, request):
    """Sits down at a desk or takes out a phone: someone(county, "officer") → a walk, signed in."""
    request.node.walks = []

    def walks(county, who, size=DESK, signed_in=True, **how):
        walk = Walk(browser, county.url, who, size, **how)
        request.node.walks.append(walk)
        if signed_in:
            walk.sign_in()
        return walk

    yield walks
    for walk in request.node.walks:
        walk.leave()


@pytest.fixture
def desk(someone):
    """desk(county, who): 1440 × 900."""
    return lambda county, who, **how: someone(county, who, DESK, **how)


@pytest.fixture
def phone(someone):
    """phone(county, who): 390 × 844, touched."""
    return lambda county, who, **how: someone(county, who, PHONE, **how)
