"""The steps of an order, each a page with one button."""
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.days import now, today
from lianfang.ground.units.models import Unit

from .. import actions, forms
from ..actions.minder import MINDING
from ..models import Order
from ..words import release_word
from .steps import Page, step


def _minders(order, _request):
    near = Assignment.objects.in_force(today()).filter(role__in=MINDING, unit__in=order.unit.ancestor_ids)
    return {"accounts": Account.objects.filter(is_active=True, assignments__in=near).distinct().order_by("name")}


def _villages(_order, _request):
    return {"units": Unit.objects.in_force(today()).filter(level="village").order_by("path")}


def _conditions(order):
    return [(release_word(code), missing) for code, missing in actions.conditions(order, now())]


def _whose(order, request):
    """Who is watched one to one has a minder first, named by whoever may."""
    return (_("先指定包保人"), "isolation:assign_minder") if order.lacks_minder and "manage" in request.rights else ()


RECORD = pgettext_lazy("button", "登记")
serve = step("record", Page(Order, _("送达告知书"), _("已送到本人手里"), _("已登记送达，管控令开始执行。"),
                            text=_("把告知书交给本人，请本人在回执上签字。不识字的，念给他听。"), paper="start", other=_whose),
             lambda order, found, by, at: actions.serve(orders=[order], by=by, at=at))
release = step("manage", Page(Order, _("解除管控"), _("解除"), _("已解除。请打印解除通知书送到本人手里。"), conditions=_conditions),
               lambda order, found, by, at: actions.release(orders=[order], by=by, at=at))
minder = step("manage", Page(Order, _("指定包保人"), _("就定这一位"), _("包保人已更换，待办已转给他。"), forms.MinderForm, shape=_minders),
              lambda order, found, by, at: actions.assign_minder(orders=[order], minder=found["minder"], by=by, at=at))
hand_over = step("manage", Page(Order, _("转交其他单位"), _("转交"), _("已转交，等对方接收；接收之前仍由本单位负责。"), forms.HandoverForm,
                                shape=_villages),
                 lambda order, found, by, at: actions.hand_over(order=order, unit=found["unit"], reason=found["reason"], by=by, at=at))
result = step("record", Page(Order, _("登记检测结果"), RECORD, _("结果已登记。"), forms.ResultForm),
              lambda order, found, by, at: actions.record_results(results=[actions.Sampled(order, **found)], by=by, at=at))
need = step("record", Page(Order, _("登记生活需求"), RECORD, _("已记下，包保人的待办里多了一件。"), forms.NeedForm),
            lambda order, found, by, at: actions.ask(order=order, kind=found["kind"], wish=found["wish"], by=by, at=at))
admit = step("manage", Page(Order, _("转诊留院"), _("已经住院"), _("已登记住院，管控令结束。"), forms.EvidenceForm, tone="bad"),
             lambda order, found, by, at: actions.admit(orders=[order], by=by, at=at, **found))
leave_county = step("manage", Page(Order, _("离开本县"), _("已经离县"), _("已登记离县，管控令结束。"), forms.EvidenceForm, tone="bad"),
                    lambda order, found, by, at: actions.leave_county(orders=[order], by=by, at=at, **found))
record_death = step("manage", Page(Order, _("登记死亡"), _("登记死亡"), _("已登记。"), forms.EvidenceForm, tone="bad"),
                    lambda order, found, by, at: actions.record_death(orders=[order], by=by, at=at, **found))
