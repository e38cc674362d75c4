"""Markets: an outing recorded, a case opened and closed, a complaint taken, looked into, closed by another."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, begin

from ..models import CHANNELS, MARKETS, Complaint, MarketCase, MarketCheck
from .shared import allowed, said


@everything()
def record_market_check(*, unit, kind, where, on, people, checked, amiss, by, at, id=None) -> MarketCheck:
    """One outing: how many went, how many traders they looked at, in how many something was amiss. The same id twice is one outing."""
    allowed(by, "inspect", unit, at)
    if there := MarketCheck.objects.filter(pk=id).first():
        return there
    if kind not in MARKETS or on > day_of(at):
        raise Refused(_("请选查的什么；日子不能在今天以后。"))
    if amiss > checked or people < 1:
        raise Refused(_("有问题的不会比检查的还多；至少去一个人。"))
    one = MarketCheck(id=id or uuid7(), unit=unit, kind=kind, where=said(where, _("查的哪里"))[:80], on=on, people=people, checked=checked,
                      amiss=amiss, by=by, at=at)
    with transaction.atomic():
        rows.insert([one])
        [told] = journal.write([line_of(one, "inspection.record_market_check", kind="market_check", by=by, at=at,
                                        data={"kind": kind, "people": people, "checked": checked})])
        one.because = told.id
        rows.amend([one], "because")
    return one


@everything()
def open_market_case(*, unit, kind, number, words, by, at) -> MarketCase:
    """A case, under its number."""
    allowed(by, "inspect", unit, at)
    if kind not in MARKETS:
        raise Refused(_("请选是哪一类。"))
    one = MarketCase(id=uuid7(), unit=unit, kind=kind, number=said(number, _("案号"))[:40], words=said(words, _("案情")), by=by,
                     opened_at=at)
    return begin([one], "open_market_case", flow="market_case", by=by, at=at, content=lambda case: {"kind": case.kind})[0]


@everything()
def close_market_case(*, case, outcome, by, at):
    """What came of it."""
    allowed(by, "inspect", case.unit, at)
    case.outcome, case.closed_at = said(outcome, _("处理结果"))[:80], at
    return advance([case], "close_market_case", flow="market_case", by=by, at=at, also=("outcome", "closed_at"))


@everything()
def take_complaint(*, unit, kind, channel, words, contact, by, at, id=None) -> Complaint:
    """What somebody complains of; how to reach him only where he wants to hear of it. The same id twice is one complaint."""
    allowed(by, "inspected", unit, at)
    if there := Complaint.objects.filter(pk=id).first():
        return there
    if kind not in MARKETS or channel not in CHANNELS:
        raise Refused(_("请选是哪一类、从哪里来。"))
    one = Complaint(id=id or uuid7(), unit=unit, kind=kind, channel=channel, words=said(words, _("投诉什么")), contact=contact or "", by=by,
                    at=at)
    return begin([one], "take_complaint", flow="complaint", by=by, at=at, content=lambda made: {"kind": made.kind})[0]


@everything()
def answer_complaint(*, complaint, words, by, at):
    """What was found and done."""
    allowed(by, "inspect", complaint.unit, at)
    complaint.answer, complaint.answered_by, complaint.answered_at = said(words, _("办理结果")), by, at
    return advance([complaint], "answer_complaint", flow="complaint", by=by, at=at, also=("answer", "answered_by_id", "answered_at"))


@everything()
def return_complaint(*, complaint, words, by, at):
    """Not enough was done: what is missing stands beside what was."""
    allowed(by, "muster", complaint.unit, at)
    complaint.answer = f"{complaint.answer.open()}\n{said(words, _('还差什么'))}"
    return advance([complaint], "return_complaint", flow="complaint", by=by, at=at, also=("answer",))


@everything()
def close_complaint(*, complaint, by, at):
    """Done and told; whoever looked into it does not close it."""
    allowed(by, "muster", complaint.unit, at)
    if by.pk == complaint.answered_by_id:
        raise Refused(_("自己办的投诉，要由另一个人核销。"))
    complaint.closed_at = at
    return advance([complaint], "close_complaint", flow="complaint", by=by, at=at, also=("closed_at",))
