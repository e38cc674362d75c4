"""A trial is made: everybody is put to the rows that hold and to those tried, and what came out is kept."""
import hashlib
from collections import Counter
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.decisions import current
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units.queries import root
from lianfang.ground.workflow import Refused
from lianfang.response.isolation.actions import foresee

from .models import Group, Trial, TrialLine
from .needs import there_is
from .queries.trials import digest_of
from .rules import days_ahead

AT_ONCE = 5_000
LINE = ("id", "group_id", "person_id", "unit_id")
TRIED = ("measure", "exposed")


@everything()
def try_rows(*, table, version=None, edition_on=None, from_on=None, by, at) -> Trial:
    """Try a version of a table, or its rows of another day, from a day on (today or later, within the days looked ahead); nothing changes.

    Raises Refused for a day out of range, a table that binds nobody, or a version that cannot be read.
    """
    if table not in TRIED:
        raise Refused(_("这张表不决定谁受管控，没有人可试。"))
    today = day_of(at)
    days = days_ahead(today) + 1
    plan = max(from_on or (day_of(version.begins_at) if version else today), today)
    if plan >= today + timedelta(days=days):
        raise Refused(_("只能从今天起 {n} 天里的一天试起。").format(n=days))
    before, after = _sides(table, version, edition_on, today, plan)
    if after[0].faults:
        raise Refused(_("这一版还有没改好的地方，先改好再试。"))
    trial = Trial(id=uuid7(), unit=version.area if version else root(), table=table, version=version, edition_on=edition_on, plan_on=plan,
                  at=at, by=by, was_rows=digest_of(*before), rows=digest_of(*after), days=days)
    found = foresee(before=before, after=after, plan=plan, days=days, at=at)
    trial.looked, trial.free, trial.needs = found.looked, found.free, there_is(today, days, at)
    with transaction.atomic():
        rows.insert([trial])
        groups = _groups(trial, found)
    for first in range(0, len(found.people), AT_ONCE):
        with transaction.atomic():
            rows.load(TrialLine, LINE, [(uuid7(), groups[course, town], person, unit)
                                        for course, _order, person, unit, town in found.people[first : first + AT_ONCE]])
    return _done(trial, found, by, at)


def _sides(table, version, edition_on, today, plan):
    """(table, day) of the rows that hold and of those tried; of an edition whose day has come, those it follows hold still."""
    if version is None:
        whole = decisions.table(table)
        is_come = edition_on <= today and digest_of(whole, edition_on) == digest_of(whole, today)
        return (whole, edition_on - timedelta(days=1) if is_come else today), (whole, edition_on)
    return (current.standing(table, None, without=[version.pk]), plan), (current.standing(table, None, plus=version), plan)


def _groups(trial, found) -> dict:
    counted = Counter((course, town) for course, _order, _person, _unit, town in found.people)
    made = {key: Group(id=uuid7(), trial=trial, town_id=key[1], people=n, **found.courses[key[0]]._asdict()) for key, n in counted.items()}
    rows.insert(made.values())
    return {key: group.pk for key, group in made.items()}


@transaction.atomic
def _done(trial, found, by, at) -> Trial:
    told = hashlib.sha256()
    for course, _order, person, _unit, _town in sorted(found.people, key=lambda one: one[2].bytes):
        told.update(person.bytes + repr(tuple(found.courses[course])).encode())
    trial.digest, trial.done_at = told.hexdigest()[:32], at
    rows.amend([trial], "digest", "done_at")
    journal.write([line("trial.try_rows", kind="trial", record=trial.pk, by=by.id, at=at, unit=trial.unit_id,
                        data={"table": trial.table, "rows": trial.rows, "digest": trial.digest, "people": len(found.people)})])
    return trial


@transaction.atomic
def print_trial(*, trial, by, at):
    """Somebody takes the comparison away on paper; returns the line."""
    [told] = journal.write([line("trial.print_trial", kind="trial", record=trial.pk, by=by.id, at=at, unit=trial.unit_id,
                                 data={"digest": trial.digest})])
    return told
