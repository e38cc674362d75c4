"""Health checks recorded at the door over HTTP: the real form with session and CSRF, 32 connections, every record on the disk."""
import os
from urllib.parse import urlencode

from benchmarks import client
from benchmarks.county import Server, cookies_of, csrf_of
from benchmarks.floors.checks import COMMAND
from benchmarks.processes import cpu_seconds, family

CONNECTIONS = 32


def measure(county) -> dict:
    """Ours, and then the bare view that does the same four writes on other checks of the same database."""
    seconds = 3 if county.is_quick else 15
    asked, bare = _requests()
    server = county.serve()
    client.drive(server.port, asked[:64], CONNECTIONS, seconds)
    ours = _driven(server, asked[64:], seconds)
    floor = Server(COMMAND, {**os.environ, **county.environment}, path="/")
    try:
        client.drive(floor.port, bare[:64], CONNECTIONS, seconds)
        least = _driven(floor, bare[64:], seconds)
    finally:
        floor.stop()
    return {"ours": ours, "floor": least}


def _driven(server, requests, seconds) -> dict:
    pids = family(server.process.pid)
    before = cpu_seconds(pids)
    load = client.drive(server.port, requests, CONNECTIONS, seconds, hoped=(302, 204))
    if load.wrong:
        raise RuntimeError(f"{len(load.wrong)} of {len(load.times)} were refused: {load.wrong[0]}")
    spent = cpu_seconds(pids) - before
    return {"check_rate": load.rate, "check_p50": load.p50, "check_p99": load.p99, "check_cpu": spent * 1000 / len(load.times),
            "check_count": len(load.times)}


def _requests():
    """A POST for each check that waits, each by a cadre of its own town; two thirds for ours, the rest for the floor."""
    from django.db.models import F
    from django.urls import reverse

    from lianfang.ground.accounts.models import Account
    from lianfang.ground.accounts.scope import everything
    from lianfang.response.isolation.models import Check

    cadres = {unit: cookies_of(account) for account in Account.objects.filter(assignments__role="township_cadre").distinct()
              for unit in account.assignments.filter(role="township_cadre").values_list("unit_id", flat=True)}
    with everything():
        waiting = list(Check.objects.filter(state="due").order_by("-on", "half", "pk").values_list("pk", F("unit__path")))
    asked = []
    for pk, path in waiting:
        if cookies := next((cadres[int(part)] for part in path.strip("/").split("/") if int(part) in cadres), ""):
            form = {f"{pk.hex}-temperature": "36.5", "csrfmiddlewaretoken": csrf_of(cookies)}
            asked.append(client.request(reverse("isolation:check", args=[pk]), cookies, urlencode(form).encode()))
    ours = len(asked) * 2 // 3
    return asked[:ours], [client.request(f"/{pk}/", body=b"temperature=36.5") for pk, _path in waiting[ours:]]
