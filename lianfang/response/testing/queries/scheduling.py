"""When somebody's next test is due: of all his groups the one that asks soonest."""
from datetime import timedelta
from functools import partial

from lianfang.ground import decisions
from lianfang.ground.days import day_of

from .groups import group


def ahead(on) -> timedelta:
    """How long before it is due a test is put on the list."""
    return timedelta(minutes=decisions.decide("testing_clocks", {"clock": "ahead"}, on=on).result["within"])


def next_due(belongings, tested_at, at, unit) -> tuple:
    """(group, moment) of the next test of somebody in these groups, (code, since) each, at a place (a path); ("", None) when none is."""
    found = filter(None, map(partial(_asked, tested_at=tested_at, on=day_of(at), unit=unit), belongings))
    return min(found, key=lambda one: one[1], default=("", None))


def _asked(belonging, tested_at, on, unit):
    """When one group asks: some hours after he came into it, unless a test still counted then; from there at its interval."""
    code, since = belonging
    rule = group(code, on, unit)
    if rule is None:
        return None
    if tested_at is None or tested_at < since - timedelta(hours=rule.valid):
        return code, since + timedelta(hours=rule.first)
    return None if rule.every is None else (code, tested_at + timedelta(hours=rule.every))
