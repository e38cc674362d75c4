"""Whether it is shut in fact: who must see it, who has, when, with a photo; what stands open."""
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.sheets.uploads import takes_photo
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.columns import plain
from lianfang.ground.workflow import FLOWS
from lianfang.registers.people.queries import Places

from .. import actions
from ..forms import SeenForm
from ..models import Check
from ..words import until_words, what_words
from .shared import asked, found, state_tag, state_word, tabs, told


@may("look")
@require_GET
def checks(request):
    """All of them, what is open first."""
    opened, names = indicators.opened(request, Check), Places()
    columns = [
        tables.Column("title", gettext_lazy("核实哪里"), "name", sort="unit__path",
                      cell=lambda one: parts.name(one.title, reverse("closures:check", args=[one.pk]))),
        tables.Column("unit.name", gettext_lazy("在哪里"), "unit", sort="", cell=lambda one: names.of(one.unit),
                      text=lambda one: names.of(one.unit)),
        tables.Column("closure.number", gettext_lazy("按哪份令"), sort="closure__number"),
        tables.Column("state", gettext_lazy("状态"), cell=lambda one: state_tag("closure_check", one),
                      text=lambda one: state_word("closure_check", one)),
        tables.Column("seen_at", gettext_lazy("几时看的"), "moment"), tables.Column("seen_by.name", gettext_lazy("谁看的")),
        tables.Column("words", gettext_lazy("说明"), on_phone=False),
        tables.Column("asked_at", gettext_lazy("要求核实"), "moment", on_phone=False),
    ]
    states = FLOWS["closure_check"].states.values()
    filters = [tables.Filter("state", gettext_lazy("状态"), choices=lambda _request: [(one.code, str(one)) for one in states])]
    rows = opened.rows.select_related("unit", "firm", "closure", "seen_by")
    table = tables.table(request, rows, columns, filters, "-asked_at", title=opened.title or _("核实关停"), keep=indicators.KEPT,
                         empty_title=_("没有要核实的"))
    if "export" not in request.GET:
        names.learn([row.unit for row in table.page.object_list])
    return tables.page(request, "closures/listed.html", table, heading=_("核实关停"), tabs=tabs("checks"), at=opened.at)


def _facts(one) -> list[tuple]:
    order = one.closure
    said = [(_("按哪份令"), order.number), (_("关停什么"), what_words(order)), (_("到几时"), until_words(order.until_at)),
            (_("内容"), order.words), (_("看到的"), one.words),
            (_("谁看的"), f"{one.seen_by.name} {plain(one.seen_at)}" if one.seen_by else "")]
    return [(word, text) for word, text in said if text]


@may("work", sees="work")
@require_GET
def check(request, pk):
    """One place: what was ordered, who saw what."""
    one = found(Check, pk, "firm", "closure", "seen_by")
    later = Check.objects.filter(after=one).first()
    may_see = {"record", "inspect"} & set(request.rights) and not later and one.state != "dropped"
    page = {"one": one, "state": state_tag("closure_check", one), "place": Places([one.unit]).of(one.unit), "facts": _facts(one),
            "later": later, "may_see": may_see and (one.state != "seen" or one.closure.state == "in_force")}
    return render(request, "closures/check.html", page)


@takes_photo
@may("work", sees="work")
@require_http_methods(["GET", "POST"])
def see_shut(request, pk):
    """Somebody was there: shut, or open."""
    one, lines = found(Check, pk, "firm", "closure"), []
    form = SeenForm(request.POST or None, request.FILES or None, needs_photo=bool(one.firm_id), was_shut=one.state == "seen")

    def act(form):
        said = form.cleaned_data
        act_of = actions.see_shut if said["seen"] == "shut" else actions.see_open
        lines.append(act_of(check=one, words=said["words"], photo=said["photo"], **told(request)))

    return asked(request, form, act, _("记下了。"), _("又开了") if one.state == "seen" else _("去看过了"),
                 lambda: reverse("closures:check", args=[lines[0].record]), back=reverse("closures:check", args=[pk]),
                 lead=_("{place}：{what}").format(place=one.title, what=what_words(one.closure)))
