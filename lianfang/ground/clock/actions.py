"""Starting what is due."""
import logging
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q

from .models import Run
from .schedule import JOBS

LEASE = timedelta(minutes=10)
KEPT = timedelta(days=3)
log = logging.getLogger("lianfang.clock")


def run_due(*, at, names=None) -> list[str]:
    """Run every job whose last due moment has no finished run; returns the names of those that ran."""
    ran = []
    for job in list(JOBS.values()):
        if (names is None or job.name in names) and _take(job, at):
            ran.append(job.name)
    return ran


def _take(job, at) -> bool:
    due = job.last_due(at)
    run = _leased(job, due, at)
    if run is None:
        return False
    try:
        job.action(at=at)
    except Exception as fault:  # one job's fault must not stop the others; it is logged, kept, and tried again when the lease is over
        log.exception("job %s failed", job.name)
        Run.objects.filter(pk=run.pk).update(fault=f"{type(fault).__name__}: {fault}"[:2000], leased_until=at + timedelta(minutes=1))
        return False
    Run.objects.filter(pk=run.pk).update(finished_at=at, fault="")
    return True


def _leased(job, due, at):
    """The run of a due moment if it is ours to do: nobody finished it, nobody holds a lease."""
    if found := Run.objects.filter(job=job.name, due=due).first():
        mine = Run.objects.filter(Q(leased_until__lte=at), pk=found.pk, finished_at=None).update(leased_until=at + LEASE)
        return found if mine else None
    try:
        with transaction.atomic():
            return Run.objects.create(job=job.name, due=due, leased_until=at + LEASE)
    except IntegrityError:
        return None


def forget(*, at):
    """Delete finished runs that are older than some days."""
    Run.objects.filter(finished_at__lt=at - KEPT).delete()
