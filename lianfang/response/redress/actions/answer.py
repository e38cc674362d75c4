"""Answering an appeal: by somebody who did not decide, with a reason; what follows from it the loop that issued the order does itself."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.roles import holders
from lianfang.ground.accounts.scope import everything, held
from lianfang.ground.days import day_of
from lianfang.ground.decisions.actions.apart import check_apart
from lianfang.ground.decisions.evaluator.ruling import plain
from lianfang.ground.units.models import RANK, Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..clocks import due_of
from ..models import WAYS, Appeal

ANSWERED = ("answer", "answered_by_id", "answered_unit_id", "answered_at", "ended_at")
TOP = "county_leader"  # above the county there is nobody: there another person of this role answers


def above_all(appeal) -> bool:
    """Whether the township, or whoever stands above it, had a hand in deciding: then the county answers at once."""
    return any(RANK[unit.level] <= RANK["township"] for unit in Unit.objects.filter(pk__in=appeal.decided_units))


def post_of(appeal, account, at):
    """The unit at which an account may answer an appeal, the nearest.

    Raises Refused for who decided it or typed it in, or handed one of them his account; and for posts at or below a unit that decided;
    at the county a leader who did not.
    """
    place = Unit.objects.get(pk=appeal.unit_id)
    posts = held(account, day_of(at))
    mine = [a for a in posts if a.role in holders("redress") and place.path.startswith(a.unit.path)]
    if not mine:
        raise Refused(_("这里的申诉不归您答复。"))
    if account.pk in appeal.deciders:
        raise Refused(_("这项管控是您经手决定的：申诉要由没有经手的人答复。"))
    if account.pk == appeal.asked_by_id:
        raise Refused(_("这件申诉是您代填的：要由另一个人答复。"))
    decided = list(Unit.objects.filter(pk__in=appeal.decided_units))
    free = [a for a in mine if not any(a.unit.path.startswith(unit.path) and not _tops(a, unit) for unit in decided)]
    if not free or any(a.unit_id == unit.pk and unit.parent_id for a in posts for unit in decided):
        raise Refused(_("这项管控是您的单位（或它的上级）决定的：申诉要由它的上一级答复。"))
    if appeal.state != "open" and all(a.unit.parent_id for a in free):
        raise Refused(_("这件申诉已经转到县里，由县答复。"))
    check_apart(account, *appeal.deciders, appeal.asked_by_id, at=at)
    return max((a.unit for a in free), key=lambda unit: len(unit.path) if appeal.state == "open" else -len(unit.path))


def _tops(post, unit) -> bool:
    return unit.parent_id is None and post.unit_id == unit.pk and post.role == TOP


@everything()
def uphold(*, appeal, reason, by, at):
    """The measure stands as it is, for a reason the person reads."""
    return _answer(appeal, "uphold", reason, by, at)


@everything()
def change(*, appeal, way, reason, by, at, facts=None):
    """It was wrong: by corrected facts the table decides again ("row"), its conditions hold ("release"), or it is over already ("over")."""
    if way not in WAYS or way == "exception":
        raise Refused(_("请选怎么改正。"))
    appeal.way, appeal.facts = way, {name: plain(value) for name, value in (facts or {}).items()}
    return _answer(appeal, "change", reason, by, at, "way", "facts")


@everything()
def agree_exception(*, appeal, measure, why, evidence, reason, by, at):
    """No row is wrong, but he should not be held to it: an exception is asked for, which another unit approves."""
    appeal.way, appeal.exception, appeal.exception_evidence = "exception", {"measure": measure, "reason": why}, evidence
    return _answer(appeal, "agree_exception", reason, by, at, "way", "exception", "exception_evidence")


def _answer(appeal, step, reason, by, at, *also):
    if not reason.strip():
        raise Refused(_("请写明理由：本人会看到。"))
    with transaction.atomic():
        appeal.answered_unit, appeal.answered_by, appeal.answered_at, appeal.answer = post_of(appeal, by, at), by, at, reason
        appeal.ended_at = None if step == "agree_exception" else at
        if step == "agree_exception":
            appeal.due = due_of("appeal_exception", at)
        return advance([appeal], step, flow="appeal", by=by, at=at, also=(*ANSWERED, "due", *also), content=lambda one: {"way": one.way})


@everything()
def settle(*, person, by, at, because):
    """The exception an answer asked for was approved: the appeal is answered."""
    found = list(Appeal.objects.filter(person=person, state="excepting"))
    for one in found:
        one.ended_at = at
    return advance(found, "settle", flow="appeal", by=by, at=at, because=because, also=("ended_at",))


@everything()
def reopen(*, person, by, at, because):
    """The exception was refused: the county answers the appeal anew."""
    found = list(Appeal.objects.filter(person=person, state="excepting"))
    for one in found:
        one.due, one.way, one.answer, one.exception, one.exception_evidence = due_of("appeal_above", at), "", "", {}, ""
        one.answered_by = one.answered_unit = one.answered_at = None
    return advance(found, "reopen", flow="appeal", by=by, at=at, because=because,
                   also=("due", "way", "answer", "exception", "exception_evidence", "answered_by_id", "answered_unit_id", "answered_at"))


def pass_on(appeal, *, by, at, because=None):
    """To the county, with the county's own term."""
    appeal.due, appeal.passed_up_at = due_of("appeal_above", at), at
    return advance([appeal], "pass_up", flow="appeal", by=by, at=at, because=because, also=("due", "passed_up_at"))
