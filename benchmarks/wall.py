"""The big screen: one refresh over HTTP, its figures counted; and an hour of it in a browser, told other figures at each question."""
import json
from contextlib import suppress
from random import Random
from statistics import median

from benchmarks import client
from benchmarks.county import timed

EVERY, HOUR, QUICK = 3000, 1200, 60  # ms between questions, questions of an hour
FASTER = 60  # how many times quicker the page's own clock goes; what is to wait five seconds and more waits as it is
AHEAD = f"""(() => {{
    const [later, again, now] = [window.setTimeout, window.setInterval, performance.now.bind(performance)];
    const quick = wait => wait < 5000 ? wait / {FASTER} : wait;
    window.setTimeout = (act, wait) => later(act, quick(wait));
    window.setInterval = (act, wait) => again(act, quick(wait));
    performance.now = () => now() * {FASTER};
}})()"""
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"  # what was answered stands on the page
SCREEN = {"viewport": {"width": 1920, "height": 1080}}


def refreshed(county) -> dict:
    """Milliseconds of a whole answer, seconds of a count, and by how many per cent an hour has the browser's memory grow."""
    from lianfang.ground.accounts.models import Account
    from lianfang.ground.accounts.scope import everything
    from lianfang.ground.days import now
    from lianfang.ground.units.models import Unit
    from lianfang.overview.wall import actions

    with everything():
        unit, officer, at = Unit.objects.get(parent=None), Account.objects.get(login="officer"), now()
        _screen, code = actions.issue_key(unit=unit, name="测算", by=officer, at=at)
        _screen, key = actions.pair(code=code, at=at)
        counted = median(timed(lambda: actions.count(unit=unit, at=now())) for _again in range(3))
    port = county.serve().port
    return {"wall_refresh": client.page(port, "/wall/figures.json", f"wall={key}"), "wall_counted": counted,
            "wall_growth": _grown(f"http://127.0.0.1:{port}", key, QUICK if county.is_quick else HOUR)}


def _grown(site, key, questions) -> float:
    """The clock of the page runs ahead, so that an hour's questions are asked in a minute; garbage is collected before each weighing."""
    from playwright.sync_api import sync_playwright

    from tools import chromium

    answers = Answers()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.executable(), args=list(chromium.FLAGS))
        context = browser.new_context(**SCREEN, base_url=site)
        context.add_cookies([{"name": "wall", "value": key, "url": site}])
        page = context.new_page()
        page.add_init_script(AHEAD)
        page.route("**/figures.json", answers.give)
        page.goto("/wall/")
        page.locator("body:not(.waits)").wait_for()
        tools = context.new_cdp_session(page)
        tools.send("Performance.enable")
        _asked(page, max(questions // 4, 2 * FASTER))  # every place has been written, and what is written often was compiled
        before = _weighed(page, tools, answers)
        _asked(page, questions)
        after = _weighed(page, tools, answers)
        browser.close()
    if after["Nodes"] > before["Nodes"] or after["JSEventListeners"] > before["JSEventListeners"]:
        raise RuntimeError(f"the page grew: {before} to {after}")
    return 100 * (after["JSHeapUsedSize"] / before["JSHeapUsedSize"] - 1)


def _asked(page, questions):
    for _question in range(questions):
        with page.expect_response("**/figures.json"):
            pass


class Answers:
    """The server's own, with every number another, so that all of it is drawn again; or one and the same, as long as the page is weighed:
    of alarms there are more in one than in another."""

    def __init__(self):
        self.chance, self.is_still, self.kept = Random(5), False, {}

    def give(self, route):
        with suppress(Exception):  # the browser may be gone while the last question is under way
            answer = route.fetch(headers={name: value for name, value in route.request.headers.items() if name != "if-none-match"})
            told = answer.json()
            if not self.is_still or not self.kept:
                told = _other(told, self.chance)
            if self.is_still:
                self.kept = told = (self.kept or told) | {"at": told["at"]}
            route.fulfill(response=answer, body=json.dumps(told))


def _other(told, chance) -> dict:
    told["map"]["figures"] = [one | {"cells": {pk: chance.randrange(300) for pk in one["cells"]}} for one in told["map"]["figures"]]
    told["levels"] = [[level, chance.randrange(90), oldest] for level, _n, oldest in told["levels"]]
    told["curves"] |= {name: [chance.randrange(40) for _day in told["curves"]["days"]] for name in ("cases", "managed", "new", "ended")}
    told["hands"] = {hand: [one | {"value": chance.randrange(1000)} if one["is_known"] else one for one in some]
                     for hand, some in told["hands"].items()}
    told["alarms"] = told["alarms"][:chance.randrange(len(told["alarms"]) + 1)]
    return told


def _weighed(page, tools, answers) -> dict:
    answers.is_still = True
    _asked(page, 4)
    page.evaluate(DRAWN)
    weight = _weight(tools)
    answers.is_still = False
    return weight


def _weight(tools) -> dict:
    tools.send("HeapProfiler.collectGarbage")
    return {one["name"]: one["value"] for one in tools.send("Performance.getMetrics")["metrics"]}
