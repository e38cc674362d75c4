"""Outboxes over HTTP: four phones deliver checks fifty at a time, each on the disk with its receipt; and a grid's first sync."""
import gzip
import json
import time
from datetime import UTC, datetime

from benchmarks import client
from benchmarks.county import cookies_of, csrf_of
from benchmarks.processes import cpu_seconds, family
from benchmarks.rows.checks import _waiting

PHONES, BATCH = 4, 50
BEYOND = 60  # days that the checks over HTTP have not filled


def measure(county) -> dict:
    """Records a second, the slowest delivery of a hundred, CPU a record; bytes and seconds of what a phone carries of one grid."""
    seconds = 3 if county.is_quick else 20
    deliveries = _deliveries(1_500 if county.is_quick else 24_000)
    server = county.serve()
    client.drive(server.port, deliveries[:8], PHONES, seconds, hoped=(200,))
    pids = family(server.process.pid)
    before = cpu_seconds(pids)
    load = client.drive(server.port, deliveries[8:], PHONES, seconds, hoped=(200,))
    if load.wrong:
        raise RuntimeError(f"{len(load.wrong)} of {len(load.times)} were refused: {load.wrong[0]}")
    records = len(load.times) * BATCH
    spent = cpu_seconds(pids) - before
    _all_taken(records)
    ours = {"outbox_rate": records / load.seconds, "outbox_p99": load.p99, "outbox_cpu": spent * 1000 / records}
    return {"ours": ours | _first_sync(server)}


def _deliveries(count) -> list[bytes]:
    """Deliveries of fifty checks, each by a cadre of their own town."""
    from lianfang.ground.accounts.models import Account
    from lianfang.ground.ids import uuid7

    cadres = {unit: cookies_of(account) for account in Account.objects.filter(assignments__role="township_cadre").distinct()
              for unit in account.assignments.filter(role="township_cadre").values_list("unit_id", flat=True)}
    towns = {}
    for pk, path in _waiting(count, BEYOND):
        town = next((int(part) for part in path.strip("/").split("/") if int(part) in cadres), None)
        if town:
            towns.setdefault(town, []).append(pk)
    at, made = datetime.now(UTC).isoformat(), []
    for town, checks in towns.items():
        for start in range(0, len(checks) - BATCH + 1, BATCH):
            entries = [{"id": str(uuid7()), "seq": n, "action": "isolation.record_check", "at": at,
                        "data": {"record": str(pk), "temperature": 36.5, "symptoms": []}}
                       for n, pk in enumerate(checks[start:start + BATCH])]
            made.append(_request("/api/v1/outbox", cadres[town], json.dumps({"sent_at": at, "entries": entries}).encode()))
    return made


def _request(path, cookies, body=b"") -> bytes:
    head = [f"{'POST' if body else 'GET'} {path} HTTP/1.1", "Host: 127.0.0.1", f"Cookie: {cookies}", f"X-CSRFToken: {csrf_of(cookies)}",
            "Accept-Encoding: gzip", *(["Content-Type: application/json", f"Content-Length: {len(body)}"] if body else [])]
    return "\r\n".join([*head, "", ""]).encode() + body


def _all_taken(records):
    """Every record sent is a receipt kept, and none was refused."""
    from lianfang.ground.accounts.scope import everything
    from lianfang.ground.outbox.models import Sent

    with everything():
        taken = Sent.objects.filter(state="taken").count()
    if taken < records:
        raise RuntimeError(f"{records} records were sent, {taken} are kept")


def _first_sync(server) -> dict:
    """What a cadre's phone carries of the grid that has most people, as it comes over the wire: at the size that was agreed or above."""
    import http.client

    from django.db.models import Count

    from lianfang.ground.accounts.models import Account
    from lianfang.ground.accounts.scope import everything
    from lianfang.ground.units.models import Unit
    from lianfang.response.isolation.models import Order

    with everything():
        homes = dict(Order.objects.active().values_list("unit__path").annotate(n=Count("pk")))
        areas = list(Unit.objects.filter(level__in=["grid", "village"]))
        area = max(areas, key=lambda unit: sum(n for path, n in homes.items() if path.startswith(unit.path)))
        doors = Unit.objects.filter(path__under=area.path, level="door").count()
    cookies = cookies_of(Account.objects.filter(assignments__role="duty_officer").first())
    times, size = [], 0
    for _ in range(7):
        asked = http.client.HTTPConnection("127.0.0.1", server.port)
        begun = time.perf_counter()
        asked.request("GET", f"/api/v1/carry?area={area.pk}", headers={"Cookie": cookies, "Accept-Encoding": "gzip"})
        answer = asked.getresponse()
        body = answer.read()
        times.append(time.perf_counter() - begun)
        size = len(body)
        people = len(json.loads(gzip.decompress(body))["sections"]["people"]["rows"])
        asked.close()
    print(f"carried: {area.name}, {doors} doors, {people} people, {size} bytes")
    return {"carry_size": size / 1024, "carry_time": sorted(times)[3]}
