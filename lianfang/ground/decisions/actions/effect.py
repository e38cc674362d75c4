"""What the clock does with versions: their hours come and go, and what they touched is decided again, some at a time."""
from django.db import transaction
from django.db.models import Q

from ... import rows
from ...accounts.scope import everything
from ...ids import uuid7
from ...workflow.actions import advance
from .. import current, registry
from ..models import Rerun, TableVersion
from .approving import look_again
from .drafting import content

CHUNK = 100


@everything()
def pass_hours(*, by, at) -> int:
    """Versions whose hour has come are in force, those whose end has come are over; returns how many."""
    due = TableVersion.objects.filter(Q(state="approved", from_at__lte=at) | Q(state="in_force", ended_at__lte=at)
                                      | Q(state="in_force", until_at__lte=at)).order_by("from_at", "number")
    found = [version for version in due if _pass(version.pk, by, at)]
    if found:
        look_again()
    return len(found)


@transaction.atomic
def _pass(pk, by, at) -> bool:
    """One version's next hour; what began is decided again, and so is what ended without a follower."""
    version = TableVersion.objects.select_for_update().get(pk=pk)
    ended = version.ends_at is not None and version.ends_at <= at
    if version.state not in ("approved", "in_force") or (version.state == "in_force" and not ended):
        return False
    step = "supersede" if ended and version.ended_at == version.ends_at else "end_version" if ended else "take_effect"
    [told] = advance([version], step, flow="table_version", by=by, at=at, content=content)
    if step != "supersede":
        since = version.from_at if step == "take_effect" else version.until_at
        run = Rerun(id=uuid7(), version=version, has_begun=step == "take_effect", since=since, because=told.id)
        rows.insert([] if run.has_begun and version.returns_id else [run])
    return True


@everything()
def decide_again(*, by, at) -> int:
    """Whom a version touched when it began or ended is decided again, chunk by chunk; returns how many changed."""
    changed = 0
    for pk in list(Rerun.objects.filter(done_at=None).order_by("since", "pk").values_list("pk", flat=True)):
        is_done = False
        while not is_done:
            is_done, some = _chunk(pk, by, at)
            changed += some
    return changed


@transaction.atomic
def _chunk(pk, by, at) -> tuple[bool, int]:
    """The next records of a run: whether they were the last, and how many changed."""
    run = Rerun.objects.select_for_update(of=("self",)).select_related("version__area").get(pk=pk)
    again = registry.shipped(run.version.table).again
    found = again.decide(run=run, most=CHUNK, by=by, at=at) if again else registry.Did(None, 0, 0)
    run.cursor, run.looked, run.changed = found.cursor, run.looked + found.looked, run.changed + found.changed
    run.done_at = at if found.looked < CHUNK else None
    rows.amend([run], "cursor", "looked", "changed", "done_at")
    return run.done_at is not None, found.changed


def tables_of(run):
    """The table before and after what a run follows: (before, after)."""
    version, name = run.version, run.version.table
    now = current.standing(name, run.since)
    if run.has_begun:
        return current.standing(name, run.since, without=[version.pk], uncut=version.from_at), now
    back = [one.pk for one in TableVersion.objects.filter(table=name, from_at=run.since).exclude(returns=None)]
    return current.standing(name, run.since, without=back, uncut=run.since), now
