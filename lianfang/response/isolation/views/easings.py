"""Easings on screen: what was freed or eased at once on one person's word; confirmed or denied by somebody of another unit; their list."""
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.access import may
from lianfang.ground.ui import tables

from .. import actions
from ..models import Easing
from ..words import eased_word, measure_word
from .deviations import _moment
from .lists import PLACE, _one, _shown, _state
from .steps import Page, Words, read, step

EVIDENCE = Words("evidence", gettext_lazy("依据"), "isolation.read_easing", "easing", "isolation:read_easing")


def _about(easing):
    """What whoever looks into it has to know."""
    verdict = easing.verdict
    return [(_("怎么放宽的"), eased_word(easing.step)), (_("放宽之前"), _("{measure}，到 {day} 24 时").format(
                measure=measure_word(easing.order.measure), day=easing.last_on.isoformat())),
            (_("哪一条"), f"{verdict.document} {verdict.clause}"), (_("谁登记的"), f"{easing.eased_by.name} {_moment(easing.eased_at)}")]


CONFIRM = Page(
    Easing, gettext_lazy("核实先行放宽"), gettext_lazy("核实过，属实"), gettext_lazy("已记下：属实。"), about=_about, words=EVIDENCE,
    text=gettext_lazy("凭一个人的登记已经先放宽。请找另外的凭据核实；不属实的，按原来的管控令接着管。"),
    other=(gettext_lazy("不属实，接着管控"), "isolation:deny_easing"))
confirm_easing = step("supervise", CONFIRM, lambda easing, found, by, at: actions.confirm_easing(easing=easing, by=by, at=at))
deny_easing = step(
    "supervise",
    Page(Easing, gettext_lazy("不属实，接着管控"), gettext_lazy("不属实，接着管控"),
         gettext_lazy("已记下：按原来的管控令接着管，请把告知书送到本人手里。"),
         about=_about, words=EVIDENCE, tone="bad"),
    lambda easing, found, by, at: actions.deny_easing(easing=easing, by=by, at=at),
)
read_easing = read("supervise", CONFIRM)


@may("look")
def easings(request):
    """Easings."""
    columns = [
        _one(request, "isolation:confirm_easing"), PLACE,
        tables.Column("step", gettext_lazy("怎么放宽的"), cell=lambda e: eased_word(e.step), text=lambda e: eased_word(e.step)),
        tables.Column("order.measure", gettext_lazy("放宽之前"), cell=lambda e: measure_word(e.order.measure),
                      text=lambda e: measure_word(e.order.measure)),
        tables.Column("eased_by.name", gettext_lazy("谁登记的")), tables.Column("eased_at", gettext_lazy("登记"), "moment"),
        tables.Column("answered_by.name", gettext_lazy("谁核实的")),
        tables.Column("state", gettext_lazy("状态"), cell=_state("easing"), text=_state("easing")),
    ]
    related = ("person", "unit", "order", "eased_by", "answered_by")
    return _shown(request, Easing, columns, _("放宽核实"), related, sort="-eased_at", empty=_("没有先行放宽的"))
