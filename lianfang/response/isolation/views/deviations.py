"""Exceptions on screen: asked for, granted or not by another unit, looked at and ended by the supervisor; and their list."""
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.dateformat import format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.access import may
from lianfang.ground.days import SHANGHAI, now, today
from lianfang.ground.ui import tables
from lianfang.ground.vault.masks import mask_name
from lianfang.ground.workflow import FLOWS
from lianfang.registers.people.queries import EVIDENCE, reasons

from .. import actions, forms
from ..models import Deviation, Order
from ..words import asked_word, measure_word, reason_word
from .lists import PLACE, _person, _shown, _state
from .steps import Page, step


def _moment(at):
    return format(at.astimezone(SHANGHAI), _("n月j日 H:i")) if at else ""


def _evidence(deviation):
    return format_html('<a href="{}">{}</a>', reverse("isolation:open_evidence", args=[deviation.pk]), _("填理由看依据"))


def _about(deviation):
    """What whoever decides on it has to know."""
    verdict = deviation.verdict
    pairs = [
        (_("按表是"), measure_word(deviation.order.measure)), (_("申请改为"), asked_word(deviation.measure)),
        (_("理由"), reason_word(deviation.reason)), (_("依据"), _evidence(deviation)),
        (_("哪一条"), f"{verdict.document} {verdict.clause}"),
        (_("申请"), f"{deviation.asked_by.name} {deviation.asked_unit.name} {_moment(deviation.asked_at)}"),
    ]
    if deviation.approved_at:
        pairs += [(_("批准"), f"{deviation.approved_by.name} {deviation.approved_unit.name} {_moment(deviation.approved_at)}"),
                  (_("到什么时候"), _moment(deviation.stands_until))]
    return [*pairs, (_("最长"), _("{n} 小时，到时按措施表恢复").format(n=verdict.result["hours"]))]


deviate = step(
    "manage",
    Page(
        Order, gettext_lazy("申请例外"), gettext_lazy("申请"), gettext_lazy("已申请，等另一个单位的人批准；批准之前什么也不变。"),
        forms.DeviationForm, shape=lambda order, _request: {"now": order.measure},
        text=gettext_lazy("例外要两个单位的两个人同意，有期限，督查当天看得到；到期按措施表恢复。"),
    ),
    lambda order, found, by, at: actions.deviate(order=order, by=by, at=at, **found),
)
approve_deviation = step(
    "manage",
    Page(
        Deviation, gettext_lazy("批准例外"), gettext_lazy("批准"), gettext_lazy("已批准。新的告知书要送到本人手里。"),
        about=_about, other=(gettext_lazy("不批准"), "isolation:refuse_deviation"),
    ),
    lambda deviation, found, by, at: actions.approve_deviation(deviation=deviation, by=by, at=at),
)
refuse_deviation = step(
    "manage",
    Page(Deviation, gettext_lazy("不批准例外"), gettext_lazy("不批准"), gettext_lazy("没有批准，管控令照旧。"), about=_about, tone="bad"),
    lambda deviation, found, by, at: actions.refuse_deviation(deviation=deviation, by=by, at=at),
)
see_deviation = step(
    "supervise",
    Page(
        Deviation, gettext_lazy("督查例外"), gettext_lazy("看过了，没有问题"), gettext_lazy("已记下，到期自动按表恢复。"),
        about=_about, other=(gettext_lazy("有问题，马上终止"), "isolation:stop_deviation"),
    ),
    lambda deviation, found, by, at: actions.see_deviation(deviation=deviation, by=by, at=at),
)
stop_deviation = step(
    "supervise",
    Page(Deviation, gettext_lazy("终止例外"), gettext_lazy("马上终止"), gettext_lazy("已终止，按措施表恢复。"), about=_about, tone="bad"),
    lambda deviation, found, by, at: actions.stop_deviation(deviation=deviation, by=by, at=at),
)


@may("look")
def open_evidence(request, pk):
    """The evidence, after a reason; it is written down, and the person sees it."""
    found = get_object_or_404(Deviation.objects.select_related("person", "unit"), pk=pk)
    if not {"open", "supervise"} & set(request.rights):
        raise PermissionDenied("open")
    form, evidence = forms.ReadingReason(request.POST or None, reasons=reasons(EVIDENCE, today())), ""
    if request.method == "POST" and form.is_valid():
        evidence = actions.open_evidence(deviation=found, reason=form.cleaned_data["reason"], by=request.user, at=now())
    context = {"deviation": found, "form": form, "evidence": evidence, "back": FLOWS["deviation"].page_of(found.state, found.pk)}
    return render(request, "isolation/evidence.html", context, status=422 if form.errors else 200)


@may("look")
def deviations(request):
    """Exceptions."""
    columns = [
        tables.Column("person.name", gettext_lazy("姓名"), "name", cell=_person, text=lambda d: mask_name(d.person.name)), PLACE,
        tables.Column("order.measure", gettext_lazy("按表是"), cell=lambda d: measure_word(d.order.measure),
                      text=lambda d: measure_word(d.order.measure)),
        tables.Column("measure", gettext_lazy("申请改为"), cell=lambda d: asked_word(d.measure), text=lambda d: asked_word(d.measure)),
        tables.Column("reason", gettext_lazy("理由"), cell=lambda d: reason_word(d.reason), text=lambda d: reason_word(d.reason)),
        tables.Column("asked_by.name", gettext_lazy("申请人")), tables.Column("approved_by.name", gettext_lazy("批准人")),
        tables.Column("asked_at", gettext_lazy("申请"), "moment"),
        tables.Column("expires_at", gettext_lazy("到期"), "moment", cell=lambda d: _moment(d.stands_until)),
        tables.Column("state", gettext_lazy("状态"), cell=_state("deviation"), text=_state("deviation")),
    ]
    related = ("person", "unit", "order", "asked_by", "approved_by")
    return _shown(request, Deviation, columns, _("例外"), related, sort="-asked_at", empty=_("没有例外"))
