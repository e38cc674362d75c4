"""A round of inspection: 500 villages ranked from 12 000 score sheets, and their townships with them."""
import time
from datetime import timedelta
from random import Random
from statistics import median

VILLAGES, SHEETS, ROUNDS = 500, 12_000, 20


def villages_ranked(is_quick) -> float:
    """Milliseconds from the sheets to everybody's place, the middle one of so many times."""
    from lianfang.ground.accounts.scope import everything
    from lianfang.response.inspection.queries.ranked import ranked

    sheets = 600 if is_quick else SHEETS
    with everything():
        round, villages = _round(sheets)
        times = []
        for _time in range(ROUNDS):
            begun = time.perf_counter()
            found = ranked(round)
            times.append((time.perf_counter() - begun) * 1000)
        if len(found["village"]) != villages or sum(one.sheets for one in found["village"]) != sheets:
            raise RuntimeError(f"{len(found['village'])} villages, {sum(one.sheets for one in found['village'])} sheets")
    return median(times)


def _round(sheets):
    """A round with so many sheets spread over the county's villages, and new ones until there are enough."""
    from lianfang.ground.accounts.models import Account
    from lianfang.ground.accounts.queries import SYSTEM, named
    from lianfang.ground.days import day_of, now
    from lianfang.ground.ids import uuid7
    from lianfang.ground.units.actions import add_units
    from lianfang.ground.units.models import Unit
    from lianfang.response.inspection.models import Round, Team

    at, by = now().replace(microsecond=0), Account.objects.get(login="officer")
    towns, root = list(Unit.objects.filter(level="township").order_by("pk")), Unit.objects.get(parent=None)
    villages = list(Unit.objects.filter(level="village").order_by("pk")[:VILLAGES])
    missing = max(min(VILLAGES, sheets) - len(villages), 0)
    villages += add_units(drafts=[{"parent": towns[n % len(towns)], "level": "village", "name": f"评比村{n}", "from_on": day_of(at)}
                                  for n in range(missing)], by=named(SYSTEM), at=at)
    round = Round.objects.create(unit=root, kind="mutual", period="month", level="village", title=f"评比 {at}", from_on=day_of(at),
                                 last_on=day_of(at) + timedelta(days=30), by=by, at=at)
    team = Team.objects.create(unit=root, kind="mutual", name="评比组", by=by, made_at=at)
    _sheets(round, team, villages, sheets, by, at, uuid7)
    return round, len(villages)


def _sheets(round, team, villages, count, by, at, new_id):
    """Sheets as visits leave them; whole numbers of points, so that there are ties."""
    from django.db import transaction

    from lianfang.ground import rows
    from lianfang.response.inspection.models import Sheet, Visit

    chance = Random("ranking")
    visits = [Visit(id=new_id(), unit=round.unit, place=villages[n % len(villages)], team=team, round=round, on=round.from_on, head=by,
                    state="done") for n in range(count)]
    with transaction.atomic():
        rows.insert(visits)
        rows.insert([Sheet(id=new_id(), unit=one.place, visit=one, round=round, kind="mutual", on=one.on, people=2,
                           score=100 * chance.randrange(60, 101), done_at=at, done_by=by) for one in visits])
