"""Who may pass or stay open all the same: the list, one, asked for, allowed, taken back."""
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.columns import plain
from lianfang.ground.ui.forms import pressed
from lianfang.ground.workflow import FLOWS

from .. import actions
from ..actions.exempting import OF_KIND
from ..forms import ExemptForm
from ..models import HOW, Exemption
from ..words import mask_plate, purpose_word, reason_word, what_words
from .shared import approves, asked, found, order_of, state_tag, state_word, tabs, told


def whom(one) -> str:
    """A plate masked, a firm, a place, a purpose."""
    if one.how == "vehicle":
        return mask_plate(one.plate.open())
    return one.firm.title if one.firm_id else purpose_word(one.purpose) if one.how == "purpose" else one.unit.name


@may("look")
@require_GET
def exemptions(request):
    """All of them, the newest first."""
    opened = indicators.opened(request, Exemption)
    columns = [
        tables.Column("whom", gettext_lazy("对谁例外"), "name", sort="", cell=lambda one: parts.name(
            whom(one), reverse("closures:exemption", args=[one.pk])), text=whom),
        tables.Column("how", gettext_lazy("哪一种")),
        tables.Column("reason", gettext_lazy("理由"), cell=lambda one: reason_word(one.reason), text=lambda one: reason_word(one.reason)),
        tables.Column("closure.number", gettext_lazy("哪份令"), sort="closure__number"),
        tables.Column("state", gettext_lazy("状态"), cell=lambda one: state_tag("exemption", one),
                      text=lambda one: state_word("exemption", one)),
        tables.Column("from_at", gettext_lazy("起"), "moment", on_phone=False), tables.Column("until_at", gettext_lazy("止"), "moment"),
    ]
    states = FLOWS["exemption"].states.values()
    filters = [tables.Filter("how", gettext_lazy("哪一种"), choices=HOW),
               tables.Filter("state", gettext_lazy("状态"), choices=lambda _request: [(one.code, str(one)) for one in states])]
    table = tables.table(request, opened.rows.select_related("unit", "firm", "closure"), columns, filters, "-proposed_at",
                         title=opened.title or _("例外"), keep=indicators.KEPT, empty_title=_("没有例外"))
    return tables.page(request, "closures/listed.html", table, heading=_("例外"), tabs=tabs("exemptions"), at=opened.at)


@may("look")
@require_GET
def exemption(request, pk):
    """One: whom it is for, why, until when, by which two people."""
    one = found(Exemption, pk, "firm", "closure__unit", "proposed_by", "decided_by")
    facts = [(_("哪份令"), f"{one.closure.number} {what_words(one.closure)}"), (_("理由"), reason_word(one.reason)),
             (_("说明"), one.words), (_("起"), plain(one.from_at)),
             (_("止"), plain(one.until_at)), (_("提出"), f"{one.proposed_by.name} {plain(one.proposed_at)}"),
             (_("批准"),
              f"{one.decided_by.name} {plain(one.decided_at)}" if one.decided_by else ""), (_("收回、不批"), plain(one.ended_at))]
    may_approve, ways = approves(request, one.closure.unit), []
    if one.state == "proposed" and may_approve:
        ways += [(_("批准例外"), "allow_exemption", True)] if one.proposed_by_id != request.user.pk else []
        ways.append((_("不批准例外"), "refuse_exemption", False))
    if one.state == "allowed" and one.ended_at is None and may_approve:
        ways.append((_("收回例外"), "end_exemption", False))
    page = {"one": one, "whom": whom(one), "state": state_tag("exemption", one), "facts": [(word, text) for word, text in facts if text],
            "ways": [(word, reverse(f"closures:{name}", args=[pk]), is_main) for word, name, is_main in ways]}
    return render(request, "closures/exemption.html", page)


@may("direct")
@require_http_methods(["GET", "POST"])
def propose_exemption(request, pk):
    """Somebody asks for one."""
    one, to = order_of(request, pk), reverse("closures:closure", args=[pk])
    form = ExemptForm(request.POST or None, closure=one, ways=OF_KIND[one.kind], reach=request.reach)
    return asked(request, form, lambda form: actions.propose_exemption(closure=one, exempt=form.exempt(), **told(request)),
                 _("提出了，等另一个人批准。"), _("提出例外"), to, lead=f"{one.number} {what_words(one)}")


def _press(name, act, done):
    @may("approve")
    @require_POST
    def view(request, pk):
        one = found(Exemption, pk, "closure__unit")
        return pressed(request, lambda: act(exemption=one, **told(request)), done, "closures:exemption", pk)

    view.__name__, view.__doc__ = name, act.__doc__
    return view


allow_exemption = _press("allow_exemption", actions.allow_exemption, gettext_lazy("批准了，卡口马上照办。"))
refuse_exemption = _press("refuse_exemption", actions.refuse_exemption, gettext_lazy("没有批准。"))
end_exemption = _press("end_exemption", actions.end_exemption, gettext_lazy("收回了。"))
