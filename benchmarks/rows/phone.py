"""The phone app in a browser whose CPU is slowed four times and whose network is cut: cold start, save, decide; the first visit's size."""
import gzip
from statistics import median

from playwright.sync_api import sync_playwright

from tools import chromium

SLOWER, PIN, WAITING = 4, "2580", 200
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
TYPE = "pin => { for (const digit of pin) document.querySelector(`.key[aria-label='${digit}']`).click() }"
NEXT = "document.querySelector('.foot .act').click()"
PAD = "() => document.querySelector('.pad')"
SAVE = """async times => { const taken = []; for (let n = 0; n < times; n += 1) { const begun = performance.now();
    await lianfang.save({action: 'isolation.record_check', title: 'x', data: {record: crypto.randomUUID(), temperature: '36.5'}});
    taken.push(performance.now() - begun); } return taken }"""
DECIDE = """async times => { const {decide} = await import('/static/decisions/evaluator.js');
    const table = lianfang.carried.section('tables').gate, taken = [], on = {on: '2020-03-18'};
    const facts = {tier: 'county', direction: 'in', road: 'open', purpose: 'home', origin: 'other_province', origin_risk: 'low',
      code: 'green', temperature: 36.5, symptoms: false, destination: 'here', pass: 'none', proof: 'none', standing: 'free'};
    for (let n = 0; n < times; n += 1) { const begun = performance.now(); for (let m = 0; m < 500; m += 1) decide(table, facts, on);
      taken.push((performance.now() - begun) / 500); } return taken }"""


def measure(county) -> dict:
    """Seconds and milliseconds on a slow phone; the shell in kilobytes."""
    from lianfang.entry.field import shell

    ours = {"phone_shell": sum(len(gzip.compress(shell.content(name))) for name in shell.shell_files()) / 1000}
    site = f"http://127.0.0.1:{county.serve().port}"
    signed_in = [dict(zip(("name", "value"), pair.split("=", 1), strict=True), url=site) for pair in county.cookies["grid"].split("; ")]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.executable(), args=list(chromium.FLAGS))
        context = browser.new_context(**PHONE, base_url=site)
        context.add_cookies(signed_in)
        page = begin(context)
        context.set_offline(True)
        page.evaluate(SAVE, WAITING)  # a day's records wait before anything is measured
        starts = [cold(context) for _ in range(3)]
        page = starts[-1][1]
        taken = page.evaluate(SAVE, 10 if county.is_quick else 40)
        ours |= {"phone_start": median(seconds for seconds, _ in starts), "phone_save": sorted(taken)[int(len(taken) * .95)]}
        if page.evaluate("() => Boolean(lianfang.carried.section('tables')?.gate)"):
            ours["phone_decide"] = median(page.evaluate(DECIDE, 50))
        browser.close()
    return {"ours": ours}


def begin(context):
    """Signed in, the PIN chosen, the shell kept."""
    page = context.new_page()
    page.goto("/field/")
    page.wait_for_function("() => document.querySelector('.pad') || document.querySelector('input[name=area]')")
    if page.locator("input[name=area]").count():
        page.evaluate(NEXT)
    for _ in range(2):
        page.wait_for_function(PAD)
        page.evaluate(TYPE, PIN)
        page.evaluate(NEXT)
        page.wait_for_function("() => !lianfang.form.isBusy")
    page.wait_for_selector(".sums")
    page.wait_for_function("() => navigator.serviceWorker.controller")
    return page


def cold(context):
    """A new page without a network: until the PIN can be typed, and from its last digit until the work stands there."""
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto("/field/", wait_until="commit")
    page.wait_for_function(PAD)
    first = page.evaluate("() => performance.now()")
    page.evaluate(TYPE, PIN)
    begun = page.evaluate("() => performance.now()")
    page.evaluate(NEXT)
    page.wait_for_selector(".sums")
    return (first + page.evaluate("() => performance.now()") - begun) / 1000, page
