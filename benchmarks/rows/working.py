"""What the clock does for a day: checks generated, overdue turns escalated, a round of inspection ranked."""
from datetime import timedelta

from benchmarks.county import timed
from benchmarks.ranking import villages_ranked

AHEAD = 2  # tomorrow's checks may be planned already


def measure(county) -> dict:
    """Each as its job does it; a day between that nobody planned yet is planned before."""
    from lianfang.ground.accounts.queries import SYSTEM, named
    from lianfang.ground.days import moment, now, today
    from lianfang.ground.workflow.actions import escalate
    from lianfang.response.isolation.actions import plan_checks

    system, at, counts = named(SYSTEM), now(), []
    plan_checks(on=today() + timedelta(days=AHEAD - 1), by=system, at=at)
    first = timed(lambda: counts.append(plan_checks(on=today() + timedelta(days=AHEAD), by=system, at=at)))
    late = moment(today(), "20:30")
    raised = timed(lambda: counts.append(escalate(at=max(late, at), by=system)))
    return {"ours": {"planned": first, "planned_count": counts[0], "raised": raised, "raised_count": counts[1],
                     "villages_ranked": villages_ranked(county.is_quick)}}
