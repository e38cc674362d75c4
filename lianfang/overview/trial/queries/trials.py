"""Trials by name, of a version, of a cell."""
import hashlib
from datetime import timedelta

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.decisions import current
from lianfang.ground.decisions.models import TableVersion

from ..models import Group, Trial
from ..words import new_letter

CUTS = ("old", "new", "town", "category", "fate")


def trial_named(pk) -> Trial | None:
    """A trial that was finished, within the reader's scope."""
    found = Trial.objects.exclude(done_at=None).select_related("unit", "version__area", "by")
    return found.filter(pk=pk).first()


def trials_of(version=None) -> list[Trial]:
    """Finished trials, the newest first; of one version, or all."""
    found = Trial.objects.exclude(done_at=None).select_related("unit", "version", "by").order_by("-at", "-pk")
    return list(found.filter(version=version) if version else found)


@everything()
def rehearsed(at) -> list[tuple[TableVersion, Trial | None]]:
    """Versions that two have approved and whose hour has still to come, the next first, each with its last trial."""
    coming = list(TableVersion.objects.filter(state="approved", from_at__gt=at, ended_at=None).select_related("area").order_by("from_at"))
    found = Trial.objects.filter(version__in=coming).exclude(done_at=None).order_by("at") if coming else ()
    last = {one.version_id: one for one in found}
    return [(one, last.get(one.pk)) for one in coming]


def group_ids(trial, day, asked) -> list:
    """The groups of a cell: of a day those with these codes by CUTS."""
    first = (trial.plan_on - trial_day(trial)).days
    return [group.pk for group in Group.objects.filter(trial=trial)
            if all(str(code_of(group, cut, day, first)) == value for cut, value in asked.items())]


def trial_day(trial):
    """The day on which it was made."""
    return day_of(trial.at)


def code_of(group, cut, day, first):
    """What a group is by one of CUTS on a day."""
    if cut == "new":
        return new_letter(group, day, first)
    return group.old[day] if cut == "old" else group.town_id if cut == "town" else getattr(group, cut)


def day_on(trial, day):
    """The calendar day of a trial's day."""
    return trial_day(trial) + timedelta(days=day)


def is_stale(trial) -> bool:
    """Whether the version was changed after it was tried."""
    if trial.version is None:
        return False
    whole = current.standing(trial.table, None, plus=trial.version)
    return bool(whole.faults) or digest_of(whole, trial.plan_on) != trial.rows


def digest_of(table, on) -> str:
    """A digest of the rows of a day, their areas and order: other rows give another."""
    held = [(row.area, row.version, row.number, *row.cells.values()) for row in table.rows if row.holds_on(on)]
    return hashlib.sha256(repr(held).encode()).hexdigest()[:32]
