"""A car with one person checked at a gate over HTTP: the real form with session and CSRF, 32 connections, every record on the disk."""
from random import Random
from urllib.parse import urlencode

from benchmarks import client
from benchmarks.county import csrf_of
from benchmarks.processes import cpu_seconds, family

CONNECTIONS = 32


def measure(county) -> dict:
    """Cars of one town's gate and of the county's, all of the same two guards."""
    seconds = 3 if county.is_quick else 15
    server = county.serve()
    asked = _requests(county, 1_500 if county.is_quick else 16_000)
    client.drive(server.port, asked[:64], CONNECTIONS, seconds)
    pids = family(server.process.pid)
    before = cpu_seconds(pids)
    load = client.drive(server.port, asked[64:], CONNECTIONS, seconds, hoped=(302,))
    if load.wrong:
        raise RuntimeError(f"{len(load.wrong)} of {len(load.times)} were refused: {load.wrong[0]}")
    spent = cpu_seconds(pids) - before
    return {"ours": {"passage_rate": load.rate, "passage_p50": load.p50, "passage_p99": load.p99,
                     "passage_cpu": spent * 1000 / len(load.times), "passage_count": len(load.times)}}


def _requests(county, count):
    """A POST for each car; nobody is known, and one in fifty goes home to be registered."""
    from django.urls import reverse

    from lianfang.ground.accounts.scope import everything
    from lianfang.registers.people.typed.identity import check_digit
    from lianfang.response.checkpoints.models import Post

    chance, cookies = Random("passages"), county.cookies["post"]
    with everything():
        gates = [reverse("checkpoints:pass_vehicle", args=[pk]) for pk in Post.objects.filter(form="full").values_list("pk", flat=True)]
    asked = []
    for n in range(count):
        body = f"999999{1950 + n % 50}{1 + n % 12:02d}{1 + n % 28:02d}{chance.randint(100, 999)}"
        form = {"plate": f"禾A{n:05d}", "means": "car", "direction": "in", "purpose": "home", "p-TOTAL_FORMS": "1", "p-INITIAL_FORMS": "0",
                "p-MIN_NUM_FORMS": "1", "p-MAX_NUM_FORMS": "60", "p-0-id_number": body + check_digit(body), "p-0-name": "过路人",
                "p-0-temperature": "36.5", "p-0-code": "green", "p-0-symptoms": "no", "p-0-goes": "here", "p-0-destination": "丰禾社区",
                "p-0-origin": "深圳" if n % 50 == 0 else "本省", "csrfmiddlewaretoken": csrf_of(cookies)}
        asked.append(client.request(gates[n % len(gates)], cookies, urlencode(form).encode()))
    return asked
