"""Health checks recorded at the door over HTTP: the real form with session and CSRF, 32 connections, every record on the disk."""
import os
from datetime import timedelta
from urllib.parse import urlencode

from benchmarks import client
from benchmarks.county import Server, cookies_of, csrf_of
from benchmarks.floors.checks import COMMAND
from benchmarks.processes import cpu_seconds, family

CONNECTIONS = 32


def measure(county) -> dict:
    """Ours, and then the bare view that does the same four writes on other checks of the same database."""
    seconds = 3 if county.is_quick else 15
    asked, bare = requests(county)
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


def requests(county, beyond=0):
    """A POST for each check that waits and has opened, each by a cadre of its own town; two thirds for ours, the rest for the floor."""
    from django.urls import reverse

    from lianfang.ground.accounts.models import Account

    cadres = {unit: cookies_of(account) for account in Account.objects.filter(assignments__role="township_cadre").distinct()
              for unit in account.assignments.filter(role="township_cadre").values_list("unit_id", flat=True)}
    waiting = _waiting(1_000 if county.is_quick else 16_000, beyond)
    asked = []
    for pk, path in waiting:
        if cookies := next((cadres[int(part)] for part in path.strip("/").split("/") if int(part) in cadres), ""):
            form = {f"{pk.hex}-temperature": "36.5", "csrfmiddlewaretoken": csrf_of(cookies)}
            asked.append(client.request(reverse("isolation:check", args=[pk]), cookies, urlencode(form).encode()))
    ours = len(asked) * 2 // 3
    return asked[:ours], [client.request(f"/{pk}/", body=b"temperature=36.5") for pk, _path in waiting[ours:]]


def _waiting(count, beyond=0):
    """Open checks with their places: at every hour of the day some have opened, but too few; so each running order is given checks of the
    days before it began (those `beyond` so many), which nobody has filled and the clock leaves alone."""
    from django.db import transaction

    from lianfang.ground import rows
    from lianfang.ground.accounts.scope import everything
    from lianfang.ground.days import now
    from lianfang.ground.ids import uuid7
    from lianfang.ground.workflow.actions import open_turns
    from lianfang.ground.workflow.models import Turn
    from lianfang.response.isolation.models import HALVES, Check, Order
    from lianfang.response.isolation.queries import check_hours

    with everything(), transaction.atomic():
        running, at = list(Order.objects.active().select_related("unit").order_by("pk")), now()
        days = count // (2 * len(running)) + 1
        made = [Check(id=uuid7(), order=order, person_id=order.person_id, unit=order.unit, minder_id=order.minder_id, on=on, half=half,
                      due=check_hours(on, half)[1], made_at=at, because=order.because)
                for n in range(beyond + 1, beyond + days + 1) for half in HALVES for order in running
                for on in [order.from_on - timedelta(days=n)]]
        rows.insert(made)
        turns = open_turns("check", made, at=at)
        Turn.objects.filter(pk__in=[turn.pk for turn in turns]).update(raise_at=at + timedelta(days=1))
    return [(check.pk, check.unit.path) for check in made[:count]]
