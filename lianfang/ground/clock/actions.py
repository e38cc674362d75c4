"""Starting what is due."""
import logging
from datetime import timedelta

from django.db import IntegrityError, InterfaceError, OperationalError, transaction

from ..faults import said
from .models import Run
from .schedule import JOBS

LEASE = timedelta(minutes=10)
AGAIN = timedelta(minutes=1)
AHEAD = timedelta(minutes=2)  # a run due later than that was started by a clock since set back: it says nothing of today
log = logging.getLogger("lianfang.clock")


def run_due(*, at, names=None) -> list[str]:
    """Run every job whose last due moment has no finished run; returns the names of those that ran."""
    known = Run.objects.in_bulk()
    return [job.name for job in list(JOBS.values()) if (names is None or job.name in names) and _run(job, known.get(job.name), at)]


def _run(job, last, at) -> bool:
    due = job.last_due(at)
    if not _take(job, last, due, at):
        return False
    mine = Run.objects.filter(job=job.name, due=due)
    try:
        job.action(at=at)
    except (OperationalError, InterfaceError):
        raise  # the connection may be gone: the caller opens a new one, and the lease runs out
    except Exception as fault:  # one job's fault must not stop the others; it is logged, kept, and tried again in a while
        log.exception("job %s failed", job.name)
        mine.update(fault=said(fault)[:2000], leased_until=at + AGAIN)
        return False
    mine.update(finished_at=at, fault="")
    return True


def _take(job, last, due, at) -> bool:
    """Whether this due moment is ours to do: nobody finished it, nobody holds a lease; writes nothing when it is not."""
    if last is None:
        try:
            with transaction.atomic():
                Run.objects.create(job=job.name, due=due, leased_until=at + LEASE)
        except IntegrityError:
            return False
        return True
    is_of_a_wrong_clock = last.due > at + AHEAD
    if not is_of_a_wrong_clock and (last.due > due or (last.due == due and (last.finished_at or last.leased_until > at))):
        return False
    unchanged = Run.objects.filter(job=job.name, due=last.due, leased_until=last.leased_until, finished_at=last.finished_at)
    return bool(unchanged.update(due=due, leased_until=at + LEASE, finished_at=None))
