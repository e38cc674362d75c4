"""The chain of five thousand cases drawn and dragged in Chromium, and R over a year with its intervals."""
import time
from datetime import timedelta
from random import Random
from statistics import median

from playwright.sync_api import sync_playwright

from tools import chromium

CASES, FEW, DISEASE = 5_000, 500, "measles"
DAYS, ROUNDS, MOVES = 365, 20, 60
DESK = {"viewport": {"width": 1440, "height": 900}}
FRAMES = """async () => { const board = document.getElementById('chain'), box = board.getBoundingClientRect(), times = [];
    const tell = (kind, x) => board.dispatchEvent(new PointerEvent(kind, {pointerId: 1, pointerType: 'mouse', clientX: x,
      clientY: box.y + 300, bubbles: true}));
    board.setPointerCapture = () => {};
    const frame = () => new Promise(done => requestAnimationFrame(() => done(performance.now())));
    tell('pointerdown', box.x + 100); let last = await frame();
    for (let n = 0; n < %d; n += 1) { tell('pointermove', box.x + 100 + 20 * n); const now = await frame();
      times.push(now - last); last = now; }
    return times }"""


def measure(county) -> dict:
    """Seconds until the chain is drawn, frames a second while it is dragged, milliseconds for a year of R."""
    ours = {"reproduction": _year()}
    _outbreak(FEW if county.is_quick else CASES)
    site, cookies = f"http://127.0.0.1:{county.serve().port}", county.cookies["epi"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.executable(), args=list(chromium.FLAGS))
        context = browser.new_context(**DESK, base_url=site)
        context.add_cookies([dict(zip(("name", "value"), pair.split("=", 1), strict=True), url=site) for pair in cookies.split("; ")])
        page = context.new_page()
        drawn = []
        for _time in range(3):
            page.goto(f"/chains/?disease={DISEASE}")
            page.wait_for_selector("#chain[data-drawn]")
            drawn.append(page.evaluate("() => Number(document.getElementById('chain').dataset.drawn)") / 1000)
        frames = page.evaluate(FRAMES % MOVES)
        browser.close()
    return {"ours": ours | {"chain_drawn": median(drawn), "chain_frames": 1000 * len(frames) / sum(frames)}}


def _year() -> float:
    """The middle one of so many times, in milliseconds."""
    from lianfang.overview.chains.reproduction import reproduction, serial_weights

    chance, times = Random("R"), []
    local, imported = [chance.randrange(40) for _day in range(DAYS)], [chance.randrange(3) for _day in range(DAYS)]
    for _time in range(ROUNDS):
        begun = time.perf_counter()
        reproduction(local, imported, serial_weights(4.7, 2.9, DAYS))
        times.append((time.perf_counter() - begun) * 1000)
    return median(times)


def _outbreak(count):
    """So many cases in a hundred days, each but the first with a source before it; some with several possible ones."""
    from lianfang.ground.accounts.models import Account
    from lianfang.ground.accounts.scope import everything
    from lianfang.ground.days import now, today
    from lianfang.ground.units.queries import root
    from lianfang.response.cases import actions

    chance, lines, links = Random("chain"), ["编号,发病日期"], ["from,to"]
    for n in range(count):
        lines.append(f"N{n},{today() - timedelta(days=100 - 100 * n // count)}")
        near = range(max(0, n - count // 8), max(0, n - count // 20))
        links += [f"N{source},N{n}" for source in chance.sample(near, min(len(near), chance.choice((1, 1, 1, 1, 3))))]
    with everything():
        given = {"disease": DISEASE, "unit": root(), "by": Account.objects.get(login="epi"), "at": now()}
        actions.import_linelist(content="\n".join(lines).encode(), name="cases.csv", is_over=True, **given)
        actions.import_links(content="\n".join(links).encode(), name="links.csv", **given)
