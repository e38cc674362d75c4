"""Problems found, by whoever looks; what is written of inspections: notices, reports, suggestions."""
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.queries import may_do
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.outbox.actions import attach_photo
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import begin

from ..models import KINDS, Member, Problem, Sheet, Written
from ..rules import grade_words, term, topic_words
from .shared import allowed, is_own, said


@dataclass(frozen=True)
class Found:
    """One problem: where, in which matter, how urgent, what; of which sheet, if of one; and when its unit could first hear of it, where
    that was later than it was found: its term begins then."""

    unit: object
    topic: str
    grade: str
    words: str
    sheet: Sheet | None = None
    id: UUID | None = None
    told_at: datetime | None = None


@everything()
def raise_problems(*, found, by, at, because=None) -> list[Problem]:
    """Record problems; each is the unit's turn until its term. The same id twice is one problem.

    Raises Refused for somebody's own unit, an unknown matter or urgency, a problem without words.
    """
    topics, grades = dict(topic_words()), dict(grade_words())
    known = Problem.objects.in_bulk([one.id for one in found if one.id])
    made = []
    for one in found:
        if one.id in known:
            continue
        _may_raise(one, by, at)
        if one.topic not in topics or one.grade not in grades:
            raise Refused(_("请选是哪方面的问题、多急。"))
        made.append(Problem(id=one.id or uuid7(), unit=one.unit, sheet=one.sheet, topic=one.topic, grade=one.grade,
                            words=said(one.words, _("什么问题")), found_at=at, found_by=by,
                            due=term(one.grade, one.told_at or at, one.unit.path)))
    if made:
        begin(made, "raise_problem", flow="inspection_problem", by=by, at=at, because=because,
              content=lambda one: {"topic": one.topic, "grade": one.grade})
    return [*known.values(), *made]


@everything()
def raise_problem(*, unit, topic, grade, words, by, at, sheet=None, photo=None, id=None) -> Problem:
    """One of them, with a photo (bytes) where there is one."""
    with transaction.atomic():
        is_new = not Problem.objects.filter(pk=id).exists()
        [one] = raise_problems(found=[Found(unit, topic, grade, words, sheet, id)], by=by, at=at)
        if photo and is_new:
            attach_photo(content=photo, record=one, by=by, at=at)
    return one


def _may_raise(one, by, at):
    if one.sheet is not None and (one.sheet.unit_id != one.unit.pk or one.sheet.done_at is None):
        raise Refused(_("先登记检查结果，再登记问题。"))
    is_member = one.sheet is not None and Member.objects.filter(team__visits__sheet=one.sheet, account=by.pk).exists()
    if not (by.is_program or is_member or may_do(by, "muster", one.unit, day_of(at))
            or (may_do(by, "inspect", one.unit, day_of(at)) and not is_own(by, one.unit, at))):
        raise Refused(_("不能给自己的单位登记检查问题；要由督查组的人登记。"))


@everything()
def issue_written(*, unit, kind, title, words, by, at, number="") -> Written:
    """A notice, a written report or a suggestion; a notice bears its document's number."""
    allowed(by, "muster", unit, at)
    if kind not in KINDS:
        raise Refused(_("请选是哪一种。"))
    if kind == "notice" and not number.strip():
        raise Refused(_("通报要写文号。"))
    one = Written(id=uuid7(), unit=unit, kind=kind, number=number.strip(), title=said(title, _("标题")), words=said(words, _("内容")),
                  by=by,
                  at=at)
    with transaction.atomic():
        rows.insert([one])
        [told] = journal.write([line_of(one, "inspection.issue_written", kind="written", by=by, at=at, data={"kind": kind})])
        one.because = told.id
        rows.amend([one], "because")
    return one
