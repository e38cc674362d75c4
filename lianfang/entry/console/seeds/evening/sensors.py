"""Three doors with a sensor, put up with the people's consent: one opening nobody recorded, one knocked off and put right, one quiet."""
from datetime import timedelta

from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.units.models import Unit
from lianfang.response.isolation import queries as isolation
from lianfang.response.sensors import actions

DEVICES, DOORS, LOOKED_AT = 5, 3, 500
UP, MEASURE = timedelta(hours=7), "home_quarantine"


def put_up(land, staff, until):
    """At the doors of the first town's people who stay at home; two devices are in stock."""
    town, by, at = land.towns[0], staff["township"], until - UP
    with everything():
        doors = set(Unit.objects.filter(path__under=town.path, level="door").values_list("pk", flat=True))
        homes = [one for one in isolation.some_running(LOOKED_AT) if one.unit_id in doors and one.measure == MEASURE and one.served_at < at]
        kept = [actions.register_device(serial=f"QH-{n:04d}", kind="seal" if n == DEVICES else "contact", unit=land.villages[0], by=by,
                                        at=at - timedelta(days=2))[0] for n in range(1, DEVICES + 1)]
        for n, (device, order) in enumerate(zip(kept, homes[:DOORS], strict=False)):
            bound = actions.bind_device(device=device, order=order.pk, basis="agreed", has_consent=True, told="face", by=by, at=at)
            _live(n, bound, by, until)


def _live(n, bound, by, until):
    """What this one tells: every hour that it is there, and once something else."""
    hours = [until - timedelta(hours=back, minutes=7) for back in range(int(UP.total_seconds() // 3600) - 1, -1, -1)]
    events = [actions.Told("heartbeat", at, 92 - n) for at in hours]
    if n == 0:
        events[-1:] = [actions.Told("opened", until - timedelta(minutes=9)), actions.Told("closed", until - timedelta(minutes=8))]
    if n == 1:
        events.insert(2, actions.Told("tampered", hours[2] - timedelta(minutes=20)))
    for one in events:
        actions.take_events(device=bound.device, nonce=uuid7().hex, events=[one], at=one.at)
