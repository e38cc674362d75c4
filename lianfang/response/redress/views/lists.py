"""Lists of appeals and corrections; above the appeals what the supervisor asks: how many wait, wait too long, were changed."""
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may, opens
from lianfang.ground.ui import parts, tables
from lianfang.ground.vault.masks import mask_name
from lianfang.ground.workflow import FLOWS
from lianfang.registers.people.queries import Places

from .. import queries
from ..indicators import ALL as FIGURES
from ..models import CHANNELS, FIELDS, Appeal, Correction


def _person(request, page):
    def cell(row):
        address = reverse(page, args=[row.pk])
        return parts.name(mask_name(row.person.name), address if opens(request, address) else reverse("home:person", args=[row.person_id]))

    return tables.Column("person.name", gettext_lazy("姓名"), "name", cell=cell, text=lambda row: mask_name(row.person.name))


def _state(flow):
    return lambda row: str(FLOWS[flow].states[row.state])


def _channel(row):
    return str(CHANNELS[row.channel])


def _clock(at):
    """The term while it runs; nothing once it was answered in time."""
    def cell(row):
        if row.ended_at is None:
            return parts.due(row.due, at)
        return parts.tag(_("逾期答复"), "bad", "clock") if row.is_late(at) else ""

    return cell


def _columns(request, flow, page, at, places):
    said = _state(flow)
    return [
        _person(request, page),
        tables.Column("unit.name", gettext_lazy("住处"), "unit", sort="unit__path", width=30, cell=lambda row: places.of(row.unit),
                      text=lambda row: places.of(row.unit)),
        tables.Column("asked_at", gettext_lazy("提出"), "moment"),
        tables.Column("channel", gettext_lazy("怎么提的"), cell=_channel, text=_channel),
        tables.Column("state", gettext_lazy("状态"), cell=said, text=said),
        tables.Column("due", gettext_lazy("时限"), "moment", cell=_clock(at)),
        tables.Column("answered_unit.name", gettext_lazy("答复单位")),
    ]


@may("look")
def appeals(request):
    """Appeals."""
    found, places = indicators.opened(request, Appeal), Places()
    first, *rest = _columns(request, "appeal", "redress:appeal", found.at, places)
    against = tables.Column("measure", gettext_lazy("措施"), cell=lambda row: queries.measure_word(row.measure),
                            text=lambda row: queries.measure_word(row.measure))
    filters = [tables.Filter("state", gettext_lazy("状态"), choices={code: str(s) for code, s in FLOWS["appeal"].states.items()})]
    heading = found.title or _("申诉")
    rows = found.rows.select_related("person", "unit", "answered_unit")
    table = tables.table(request, rows, [first, against, *rest], filters, "-asked_at", title=heading, keep=indicators.KEPT,
                         empty_title=_("没有申诉"))
    if "export" not in request.GET:
        places.learn([row.unit for row in table.page.object_list])
    return tables.page(request, "redress/appeals.html", table, heading=heading, at=found.at, figures=_figures(request, found))


def _figures(request, found):
    """The figures above the list at its moment and place, each with the address that opens it."""
    kept = {name: request.GET[name] for name in ("unit", "at") if name in request.GET}
    values = indicators.values([one.code for one in FIGURES], found.unit.path if found.unit else request.reach, found.at)
    return [(str(one), values[one.code], "?" + urlencode({"figure": one.code} | kept), "bad" if one.code == "appeals_late" else "")
            for one in FIGURES]


@may("look")
def corrections(request):
    """Corrections."""
    found, places = indicators.opened(request, Correction), Places()
    first, *rest = _columns(request, "correction", "redress:correction", found.at, places)
    wrong = tables.Column("field", gettext_lazy("哪一项"), cell=lambda row: str(FIELDS[row.field]), text=lambda row: str(FIELDS[row.field]))
    heading = found.title or _("更正")
    table = tables.table(request, found.rows.select_related("person", "unit", "answered_unit"), [first, wrong, *rest], (), "-asked_at",
                         title=heading, keep=indicators.KEPT, empty_title=_("没有要更正的"))
    if "export" not in request.GET:
        places.learn([row.unit for row in table.page.object_list])
    return tables.page(request, "redress/corrections.html", table, heading=heading, at=found.at)
