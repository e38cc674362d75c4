"""Lists of doors: of households by answer, of calls to be made; and the pages a turn opens."""
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.ui import parts, tables
from lianfang.ground.workflow import FLOWS
from lianfang.registers.people.queries import Places

from ..models import OUTCOMES, Call, Household, Share
from ..models.household import REASONS
from ..queries import campaigns as known
from ..queries.coverage import OPEN


def listed(request, model, columns, filters, sort, title, related=(), empty=""):
    """A list of what hangs on doors, each with where it is in words."""
    found, places = indicators.opened(request, model), Places()
    heading = found.title or title
    place = tables.Column("unit.name", gettext_lazy("在哪里"), sort="unit__path", width=30, cell=lambda row: _door(row, places),
                          text=lambda row: places.of(row.unit))
    rows = found.rows.select_related("unit", *related)
    table = tables.table(request, rows, [place, *columns], filters, sort, title=heading, keep=indicators.KEPT, empty_title=empty)
    if "export" not in request.GET:
        places.learn([row.unit for row in table.page.object_list])
    return tables.page(request, "doorstep/list.html", table, heading=heading, at=found.at, place=found.unit)


def _door(row, places):
    return format_html('<a href="{}">{}</a>', reverse("doorstep:door", args=[row.unit_id]), places.of(row.unit))


@may("look")
def households(request):
    """Doors of campaigns by answer: those without one first, in the order one walks (S0-35)."""
    def to_do(row):
        if row.is_answered or "record" not in request.rights or row.campaign.state != "running":
            return ""
        return parts.name(_("记一次上门"), reverse("doorstep:visit", args=[row.unit_id], query={"campaign": row.campaign_id}))

    def answer(row):
        return OUTCOMES.get(row.outcome, _("没去过"))

    columns = [
        tables.Column("outcome", gettext_lazy("答复"), text=answer, cell=lambda row: parts.tag(
            answer(row), "good" if row.is_answered else "warn" if row.outcome else "bad")),
        tables.Column("tries", gettext_lazy("去过几次"), "number"),
        tables.Column("head_count", gettext_lazy("几口人"), "number"),
        tables.Column("visited_at", gettext_lazy("最近一次"), "moment", on_phone=False),
        tables.Column("campaign.title", gettext_lazy("排查"), sort="", on_phone=False),
        tables.Column("pk", gettext_lazy("要办的"), sort="", cell=to_do, in_sheet=False),
    ]
    filters = [
        tables.Filter("campaign", gettext_lazy("排查"), choices=lambda r: [(c.pk, c.title) for c in known.campaigns(r.reach)]),
        tables.Filter("outcome", gettext_lazy("答复"), choices=OUTCOMES),
        tables.Filter("open", gettext_lazy("没有答复的"), "tick", apply=lambda rows, _value: rows.filter(outcome__in=OPEN)),
    ]
    return listed(request, Household, columns, filters, "unit__path", _("排查的户"), ("campaign",), _("没有这样的户"))


@may("look")
def calls(request):
    """Doors to be called on again."""
    def why(row):
        return REASONS[row.reason]

    def state(row):
        return str(FLOWS["call"].states[row.state])

    def when(row):
        return parts.due(row.due) if row.state in ("due", "due_cadre") else ""

    columns = [
        tables.Column("reason", gettext_lazy("为什么"), cell=why, text=why),
        tables.Column("opens_at", gettext_lazy("几点以后去"), "moment"),
        tables.Column("due", gettext_lazy("时限"), "moment", cell=when),
        tables.Column("state", gettext_lazy("状态"), cell=state, text=state),
    ]
    filters = [tables.Filter("state", gettext_lazy("状态"), choices=lambda r: [(s.code, str(s)) for s in FLOWS["call"].states.values()])]
    return listed(request, Call, columns, filters, "due", _("再次上门"), empty=_("没有要再上门的"))


@may("look")
def share(request, pk):
    """A grid's share is the list of its doors without an answer."""
    one = get_object_or_404(Share, pk=pk)
    return redirect(reverse("doorstep:households", query={"campaign": one.campaign_id, "open": 1, "unit": one.unit_id}))


@may("look")
def call(request, pk):
    """A call is a visit at its door."""
    one = get_object_or_404(Call, pk=pk)
    address = reverse("doorstep:visit" if "record" in request.rights else "doorstep:door", args=[one.unit_id])
    return redirect(f"{address}?campaign={one.campaign_id}" if one.campaign_id and "record" in request.rights else address)
