"""Correcting a figure: counted again at the same cut-off, shown beside what was reported."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.queries import may_do
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import BulletinFigure, Correction
from .freeze import OUT_OF, figures_at


def correct(*, figure, reason, by, at) -> Correction:
    """Put beside a frozen figure what the query at its cut-off says now; raises Refused when it says the same, or without a reason."""
    if not reason.strip():
        raise Refused(_("请写明为什么更正"))
    bulletin = figure.bulletin
    if not may_do(by, "manage", bulletin.unit, day_of(at)):
        raise Refused(_("您在{unit}没有这项权限").format(unit=bulletin.unit.name))
    with transaction.atomic(), everything():
        BulletinFigure.objects.select_for_update(of=("self",)).get(pk=figure.pk)
        value, out_of = counted_again(figure)
        last = figure.corrections.order_by("at").last() or figure
        if (last.value, last.out_of) == (value, out_of):
            raise Refused(_("按同一截数时点重新统计，结果没有变，不用更正"))
        made = Correction.objects.create(figure=figure, value=value, out_of=out_of, reason=reason.strip(), by=by, name=by.name, at=at)
        advance([bulletin], "correct", flow="bulletin", by=by, at=at,
                content=lambda b: {"code": figure.code, "reported": figure.value, "correct": value})
    return made


def follow(*, figures, cut_off_at, reason, by, at):
    """Figures [(unit id, code)] of a cut-off were changed in the ledger: the bulletins that told them print both numbers."""
    with everything():
        for unit, code in figures:
            codes = [code, *(row for row, whole in OUT_OF.items() if whole == code)]
            told = BulletinFigure.objects.filter(bulletin__unit=unit, bulletin__cut_off_at=cut_off_at, code__in=codes)
            for figure in told.select_related("bulletin__unit"):
                last = figure.corrections.order_by("at").last() or figure
                if (last.value, last.out_of) != counted_again(figure):
                    correct(figure=figure, reason=reason, by=by, at=at)


def counted_again(figure) -> tuple:
    """What the query of a figure says now, for the same cut-off: value and denominator."""
    with everything():
        found = figures_at(figure.bulletin.unit, figure.bulletin.cut_off_at)
    return found[figure.code], found.get(OUT_OF.get(figure.code))
