"""A paper goes out: approved by a second person while its figures still stand, published, or withdrawn before."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import indicators
from lianfang.ground.accounts.queries import may_do
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.indicators import INDICATORS
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import Paper
from ..queries.filled import filled, now_differs
from .drafting import code_of, may_write


@everything()
def approve_paper(*, paper, by, at, seen="") -> Paper:
    """A second person answers for it: from now on its text stands. Raises Refused for who drafted it, where a figure has changed, and where
    it was drafted again since the moment `seen` on the page he read."""
    if not may_do(by, "sign", paper.unit, day_of(at)):
        raise Refused(_("您在{unit}没有这项权限").format(unit=paper.unit.name))
    with transaction.atomic():
        paper.refresh_from_db(from_queryset=Paper.objects.select_for_update())
        return _approved(paper, by, at, seen)


def _approved(paper, by, at, seen) -> Paper:
    if seen and seen != paper.drafted_at.isoformat():
        raise Refused(_("您打开以后又改过稿，请看过现在的再审签。"))
    if by.pk == paper.drafted_by_id:
        raise Refused(_("起草的人不能自己审签，请另一位来办。"))
    if moved := now_differs(paper):
        labels = "、".join(dict.fromkeys(INDICATORS[one.code].label["zh"] for one, _stands in moved))
        raise Refused(_("起草以后台账上的数更正了：{labels}。请先改稿。").format(labels=labels))
    book, kept = indicators.book(paper.unit, paper.cut_off_at), {(one.unit_id, one.code): one for one in _told(paper)}
    paper.text = "\n".join(filled(paper.words, book, at, is_public=paper.kind == "press", kept=kept).paragraphs)
    paper.approved_by, paper.approved_name, paper.approved_at = by, by.name, at
    paper.check_code = code_of(paper)
    advance([paper], "approve_paper", flow="paper", by=by, at=at, content=lambda one: {"check_code": one.check_code},
            also=("text", "approved_by", "approved_name", "approved_at", "check_code"))
    return paper


def _told(paper):
    return paper.figures.filter(cut_off_at=paper.cut_off_at)


@everything()
def publish_paper(*, paper, by, at) -> Paper:
    """It is out."""
    may_write(by, paper.unit, at)
    paper.published_name, paper.published_at = by.name, at
    with transaction.atomic():
        advance([paper], "publish_paper", flow="paper", by=by, at=at, also=("published_name", "published_at"),
                content=lambda one: {"check_code": one.check_code})
    return paper


@everything()
def withdraw_paper(*, paper, by, at) -> Paper:
    """It does not go out."""
    if not may_do(by, "sign", paper.unit, day_of(at)):
        may_write(by, paper.unit, at)
    with transaction.atomic():
        advance([paper], "withdraw_paper", flow="paper", by=by, at=at)
    return paper
