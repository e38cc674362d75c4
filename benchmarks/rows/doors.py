"""Door to door: the coverage of every home of the county by any unit, what is shut there, and three lists of its people put together."""
import time
from datetime import timedelta

from benchmarks.closed import shut
from benchmarks.three_lists import told

PEOPLE, FEW = 200_000, 5_000


def measure(county) -> dict:
    """The slowest of county, town, village and building; and seconds, precision and recall of the three lists."""
    from lianfang.ground.accounts.models import Account
    from lianfang.ground.accounts.scope import everything
    from lianfang.ground.days import now, today
    from lianfang.ground.units.models import Unit
    from lianfang.response.doorstep import actions, queries

    by = Account.objects.get(login="officer")
    with everything():
        root = Unit.objects.get(parent=None)
        campaign = actions.launch(title="bench", purpose="bench", basis="bench", areas=[root], from_on=today(),
                                  until_on=today() + timedelta(days=9), by=by, at=now())
        begun = time.perf_counter()
        actions.lay(campaign=campaign, by=by, at=now())
        laid = time.perf_counter() - begun
        places = [root, *(Unit.objects.filter(level=level).order_by("-pk").first() for level in ("township", "village", "building"))]
        slowest = max(_milliseconds(lambda unit=unit: queries.coverage(campaign, unit)) for unit in places)
        doors = queries.of_unit(campaign, root).doors
        closed = shut(county.is_quick)
    lists = told(FEW if county.is_quick else PEOPLE)
    return {"ours": {"coverage": slowest, "coverage_doors": doors, "doors_laid": laid, "three_lists": lists["seconds"],
                     "three_precision": lists["precision"], "three_recall": lists["recall"], **closed}}


def _milliseconds(ask) -> float:
    """The middle of five."""
    times = []
    for _n in range(5):
        begun = time.perf_counter()
        ask()
        times.append((time.perf_counter() - begun) * 1000)
    return sorted(times)[2]
