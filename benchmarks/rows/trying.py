"""A policy tried on everybody who is under an order: the ninth edition on those that the row before has bound; its page, its cells."""
import html
import re
import time
from datetime import timedelta

from .switching import ON, PEOPLE, _bind

CELLS = 20


def measure(county) -> dict:
    """Seconds until a trial is kept; milliseconds of its page, and of the largest of its cells."""
    from django.test import Client

    from lianfang.ground import rows
    from lianfang.ground.accounts.models import Account
    from lianfang.ground.accounts.queries import SYSTEM, named
    from lianfang.ground.accounts.scope import everything
    from lianfang.ground.days import day_start
    from lianfang.overview.trial import actions
    from lianfang.response.isolation import queries as isolation

    county.close()
    wanted, at = 1_000 if county.is_quick else PEOPLE, day_start(ON) + timedelta(hours=9)
    with everything():
        if isolation.totals()["running"] < wanted:
            _bind(wanted, day_start(ON) - timedelta(hours=40), named(SYSTEM))
            rows.weigh()
        officer = Account.objects.get(login="officer")
        begun = time.perf_counter()
        trial = actions.try_rows(table="exposed", edition_on=ON + timedelta(days=26), from_on=ON + timedelta(days=1), by=officer, at=at)
        tried = time.perf_counter() - begun
    client = Client()
    client.force_login(officer, backend="lianfang.ground.accounts.sessions.AccountBackend")
    page, took = _asked(client, f"/trials/{trial.pk}/")
    cells = re.findall(r'href="(/trials/[^"]+/people/[^"]+)">(?:<b>)?(\d+)<', page)
    times = sorted(_asked(client, html.unescape(url))[1] for url, _n in sorted(cells, key=lambda one: -int(one[1]))[:CELLS])
    return {"ours": {"policy_tried": tried * PEOPLE / max(trial.looked, 1), "policy_page": took,
                     "policy_cell": times[int(len(times) * .95)] if times else 0.0}}


def _asked(client, url):
    """The page, and the milliseconds of the second time."""
    client.get(url)
    begun = time.perf_counter()
    answer = client.get(url)
    if answer.status_code != 200:
        raise RuntimeError(f"{url}: {answer.status_code}")
    return answer.content.decode(), (time.perf_counter() - begun) * 1000
