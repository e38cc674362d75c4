"""Verdicts, one at a time, by the measure table in force."""
import itertools
import time
from datetime import timedelta


def measure(county) -> dict:
    """So many a second in one process."""
    from lianfang.ground import decisions
    from lianfang.ground.days import today
    from lianfang.ground.units.models import Unit

    on, path = today(), Unit.objects.filter(level="door").order_by("pk").values_list("path", flat=True)[100]
    asked = [_facts(origin, risk, temperature, on) for origin, risk, temperature in itertools.product(
        ("abroad", "other_province", "same_province"), ("high", "medium", "low"), (36.4, 37.6, "not_measured"))]
    for facts in asked:  # the first also compiles the table
        if doubts := decisions.decide("measure", facts, unit=path, on=on).malformed:
            raise RuntimeError(f"the table does not know {doubts}")
    count = 2_000 if county.is_quick else 60_000
    begun = time.perf_counter()
    table = decisions.table("measure")  # the table itself, which remembers nothing
    for facts in itertools.islice(itertools.cycle(asked), count):
        table.decide(facts, path=path, on=on)
    return {"ours": {"verdicts": count / (time.perf_counter() - begun)}}


def _facts(origin, risk, temperature, on):
    return {"origin": origin, "origin_risk": risk, "code": "green", "temperature": temperature, "symptoms": False,
            "exposure_on": "unknown", "arrival_on": on - timedelta(days=1), "age": 41, "special": "none", "worker": "unknown"}
