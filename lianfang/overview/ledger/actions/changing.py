"""Changing figures in the open: counted again from the records at the same cut-off, never typed; the old ones stay."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import indicators, rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ..models import Change, Changed, Cut
from ..queries import differences
from .booking import compare, may_keep


@everything()
def ask_change(*, cut, figures, reason, by, at) -> Change:
    """Put what the records say now beside figures [(unit id, code)] of a cut-off. It stands at once where no paper told one of them, else a
    second person confirms it. Raises Refused without a reason, and where the records say what stands."""
    may_keep(by, cut.unit, at)
    if not reason.strip():
        raise Refused(_("请写明为什么更正。"))
    made = Change(id=uuid7(), cut=cut, unit=cut.unit, reason=reason.strip(), by=by, name=by.name, at=at)
    changed = _counted(made, figures, differences(cut))
    with transaction.atomic():
        Cut.objects.select_for_update().get(pk=cut.pk)
        if cut.changes.filter(state="asked").exists():
            raise Refused(_("这次截数已经有一份更正在等核准，办完再提。"))
        rows.insert([made])
        rows.insert(changed)
        [told] = advance([made], "ask_change", flow="figure_change", by=by, at=at, content=lambda _one: _said(changed))
        made.because = told.id
        rows.amend([made], "because")
        if told_by(made):
            open_turns("figure_change", [made], at=at, because={made.pk: told.id})
        else:
            _stands(made, by, at, second=None)
    return made


def _counted(made, figures, found) -> list[Changed]:
    wanted = list(dict.fromkeys(figures))
    if not wanted:
        raise Refused(_("请选要更正的数。"))
    if same := [(unit, code) for unit, code in wanted if code not in found.get(unit, {})]:
        labels = "、".join(str(indicators.INDICATORS.get(code, code)) for _unit, code in same)
        raise Refused(_("按同一截数时点重新统计，结果没有变，不用更正：{labels}。").format(labels=labels))
    return [Changed(id=uuid7(), change=made, unit_id=unit, code=code, was=found[unit][code][0], value=found[unit][code][1])
            for unit, code in wanted]


def _said(changed) -> dict:
    return {"figures": [[one.unit_id, one.code, one.was, one.value] for one in changed]}


def told_by(change) -> list:
    """The papers that told one of its figures."""
    codes = {one.code for one in change.figures.all()}
    return [one for one in indicators.tellings(change.cut.unit, change.cut.cut_off_at) if one.codes & codes]


@everything()
def change(*, change, by, at) -> Change:
    """Another person confirms it: from now on the new figures stand. Raises Refused for who asked, and where records moved since."""
    may_keep(by, change.cut.unit, at)
    if by.pk == change.by_id:
        raise Refused(_("报出去的数要更正，提请的人不能自己核准，请另一位来办。"))
    now = differences(change.cut)
    if any(now.get(one.unit_id, {}).get(one.code, (None, one.was))[1] != one.value for one in change.figures.all()):
        raise Refused(_("提请以后记录又变了，请按“不更正”退回，再重新提请。"))
    with transaction.atomic():
        _stands(change, by, at, second=by)
    return change


def _stands(change, by, at, second):
    change.second, change.second_name, change.ended_at = second, second.name if second else "", at
    told = [(one.unit_id, one.code) for one in change.figures.all()]
    advance([change], "change", flow="figure_change", by=by, at=at, also=("second", "second_name", "ended_at"),
            content=lambda _one: {"figures": [list(one) for one in told]})
    compare(cut=change.cut, at=at)


@everything()
def refuse_change(*, change, by, at) -> Change:
    """It is not changed: another says so, or who asked takes it back."""
    may_keep(by, change.cut.unit, at)
    change.second, change.second_name, change.ended_at = by, by.name, at
    advance([change], "refuse_change", flow="figure_change", by=by, at=at, also=("second", "second_name", "ended_at"))
    return change
