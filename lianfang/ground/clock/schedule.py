"""Which jobs there are, and when each was last due."""
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from .. import days

JOBS: dict[str, "Job"] = {}


@dataclass(frozen=True)
class Job:
    """A name, a time ("18:00" each day, or "every 60" seconds), and what to call with `at=`, the moment of its start."""

    name: str
    when: str
    action: Callable

    def last_due(self, at: datetime) -> datetime:
        """The latest moment not after `at` at which it was due."""
        if self.when.startswith("every "):
            step = int(self.when.removeprefix("every "))
            return datetime.fromtimestamp(at.timestamp() // step * step, at.tzinfo)
        due = days.moment(days.day_of(at), self.when)
        return due if due <= at else due - timedelta(days=1)


def job(name: str, when: str, action: Callable) -> Job:
    """Put a job on the schedule; the action must be idempotent, since a lease may run out under it."""
    if name in JOBS and JOBS[name].action is not action:
        raise ValueError(f"two jobs are called {name}")
    JOBS[name] = Job(name, when, action)
    return JOBS[name]
