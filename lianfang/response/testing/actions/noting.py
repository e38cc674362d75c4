"""What tests found: kept sealed, told to others as fit or not; the test that was due is done, the next one is planned."""
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import OUTCOMES, DueTest, Member, Outcome
from ..queries.firms import awaited
from .firms import answer
from .planning import reschedule


@dataclass(slots=True)
class Told:
    """A test of somebody (by id): what was tested, when it was taken, what was found, on what that rests, who says so."""

    person: UUID
    kind: str
    taken_at: datetime
    outcome: str
    source: str = "lab"
    evidence: str = ""


@everything()
def note_results(*, results, by, at, because=None) -> int:
    """Keep the results of those who must be tested or are awaited, and go on from them; others' are not ours to keep.

    A test told twice is one, and what was told otherwise before is corrected. Returns how many were new or changed.

    `because`: a line, or a line by person. Raises Refused for an outcome that the test does not have, or a day to come.
    """
    results = [_checked(one, at) for one in results]
    with transaction.atomic():
        people = {one.person for one in results}
        members = {one.person_id: one for one in Member.objects.select_for_update().present().filter(person__in=people)}
        places = awaited(people) | {pk: one.unit_id for pk, one in members.items()}
        results = list({(one.person, one.kind, one.taken_at): one for one in results if one.person in places}.values())
        lines, news = _keep(results, places, by, at, because)
        journal.write(lines)
        tested, first = _latest(news, members), lines[0].id if lines else None
        _finish(tested, by, at, {told.subject: told.id for told in lines})
        reschedule(tested, by=by, at=at, because=first)
        answer(news, by, at, first)
    return len(news)


def is_fit(kind, outcome, on) -> bool:
    """Whether a result is one others may be told as fit; what no row names is not."""
    return decisions.decide("fitness", {"kind": kind, "outcome": outcome}, on=on).result.get("fit") == "fit"


def _checked(one, at) -> Told:
    if one.outcome not in OUTCOMES.get(one.kind, {}):
        raise Refused(_("这项检测没有这种结果，请核对。"))
    if one.taken_at > at:
        raise Refused(_("采样时间还没有到，请核对。"))
    return one


def _keep(results, places, by, at, because) -> tuple[list, list]:
    """The rows of what is new and of what is told otherwise than before, and their lines."""
    there = {(one.person_id, one.kind, one.taken_at): one for one in Outcome.objects.filter(person__in={one.person for one in results})}
    lines, made, mended = [], [], []
    for one in results:
        known = there.get((one.person, one.kind, one.taken_at))
        if known and known.outcome.open() == one.outcome:
            continue
        row = known or Outcome(person_id=one.person, unit_id=places[one.person], kind=one.kind, taken_at=one.taken_at)
        row.known_at, row.outcome, row.evidence, row.source, row.by = at, one.outcome, one.evidence, one.source, by
        row.is_fit = is_fit(one.kind, one.outcome, day_of(one.taken_at))
        cause = because.get(one.person) if isinstance(because, dict) else because
        told = line("testing.mend_outcome" if known else "testing.keep_outcome", kind="outcome", record=row.pk, by=by.id, at=at,
                    unit=row.unit_id, subject=one.person, because=cause, data={"test": one.kind})
        row.because = told.id
        lines.append(told)
        (mended if known else made).append(row)
    rows.insert(made)
    rows.amend(mended, "known_at", "outcome", "evidence", "source", "by_id", "is_fit", "because")
    return lines, [*made, *mended]


def _latest(news, members) -> list[Member]:
    """The members whose last test is among these, with what it says."""
    found = {}
    for one in sorted(news, key=lambda row: row.taken_at):
        member = members.get(one.person_id)
        if member and one.kind == "nucleic" and (member.last_at is None or one.taken_at >= member.last_at):
            member.last_at, member.last_fit = one.taken_at, one.is_fit
            found[member.pk] = member
    rows.amend(found.values(), "last_at", "last_fit")
    return list(found.values())


def _finish(members, by, at, because):
    """The tests these were waiting for are done."""
    taken = {one.pk: one.last_at for one in members}
    dues = list(DueTest.objects.filter(member__in=members, closed_at=None))
    for one in dues:
        one.taken_at, one.closed_at = taken[one.member_id], at
    advance(dues, "note_result", flow="due_test", by=by, at=at, because={one.pk: because[one.person_id] for one in dues},
            also=("taken_at", "closed_at"))
