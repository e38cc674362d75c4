"""Tubes, samples and recalls as lists; no result stands in any of them."""
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may, opens
from lianfang.ground.days import now
from lianfang.ground.ui import parts, tables
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import FLOWS
from lianfang.registers.people.queries import Places

from ..models import REASONS, Recall, Sample, Tube


def _state(flow):
    return {"cell": lambda row: str(FLOWS[flow].states[row.state]), "text": lambda row: str(FLOWS[flow].states[row.state])}


def _states(flow):
    return {code: str(state) for code, state in FLOWS[flow].states.items()}


def _due(row):
    return parts.due(row.due_at, now()) if row.due_at and not row.closed_at else ""


def _tube(request, row):
    address = reverse("laboratory:tube", args=[row.pk])
    return parts.name(row.code, address if opens(request, address) else "")


def _towns(request):
    return [(one.pk, one.name) for one in Unit.objects.filter(path__under=request.reach, level="township", until_on=None).order_by("path")]


TOWN = tables.Filter("unit", gettext_lazy("乡镇（街道）"), choices=_towns,
                     apply=lambda rows, pk: rows.filter(unit__path__under=Unit.objects.get(pk=pk).path))


@may("look")
def tubes(request):
    """All tubes by their codes, the newest first."""
    found = indicators.opened(request, Tube)
    columns = [
        tables.Column("code", gettext_lazy("管码"), "name", width=18, cell=lambda row: _tube(request, row)),
        tables.Column("session.name", gettext_lazy("采样点"), sort="session__name", width=20),
        tables.Column("reason", gettext_lazy("为什么检测")),
        tables.Column("places", gettext_lazy("几人一管"), "number", on_phone=False),
        tables.Column("count", gettext_lazy("登记"), "number"),
        tables.Column("state", gettext_lazy("状态"), **_state("tube")),
        tables.Column("first_at", gettext_lazy("采样"), "moment"),
        tables.Column("due_at", gettext_lazy("应出结果"), cell=_due, text=lambda row: str(row.due_at or "")),
        tables.Column("reported_at", gettext_lazy("出结果"), "moment", on_phone=False),
    ]
    filters = [tables.Filter("state", gettext_lazy("状态"), choices=_states("tube")),
               tables.Filter("reason", gettext_lazy("为什么检测"), choices=REASONS), TOWN]
    heading = found.title or _("采样管")
    table = tables.table(request, found.rows.select_related("session"), columns, filters, "-opened_at", title=heading,
                         keep=indicators.KEPT, empty_title=_("没有采样管"))
    return tables.page(request, "laboratory/list.html", table, heading=heading, at=found.at)


@may("look")
def samples(request):
    """Who was sampled, when and why; what came of it opens one by one, for a reason."""
    found, places = indicators.opened(request, Sample), Places()
    columns = [
        tables.Column("person", gettext_lazy("姓名"), "name", sort="", text=lambda row: row.person.masked_name,
                      cell=lambda row: parts.name(row.person.masked_name, reverse("laboratory:read_result", args=[row.pk]))),
        tables.Column("unit", gettext_lazy("在哪里采的"), "unit", sort="unit__path", cell=lambda row: places.of(row.unit),
                      text=lambda row: places.of(row.unit), width=24),
        tables.Column("reason", gettext_lazy("为什么检测")),
        tables.Column("taken_at", gettext_lazy("采样"), "moment"),
        tables.Column("tube.code", gettext_lazy("管码"), sort="tube__code", width=18),
        tables.Column("position", gettext_lazy("位置"), "number", on_phone=False),
        tables.Column("reported_at", gettext_lazy("出结果"), "moment"),
    ]
    filters = [tables.Filter("reason", gettext_lazy("为什么检测"), choices=REASONS), TOWN]
    heading = found.title or _("检测样本")
    table = tables.table(request, found.rows.select_related("person", "tube", "unit"), columns, filters, "-taken_at", title=heading,
                         keep=indicators.KEPT, empty_title=_("没有样本"))
    return tables.page(request, "laboratory/list.html", table, heading=heading, at=found.at)


@may("record")
def recalls(request):
    """Who is to be sampled again singly, what is due first on top."""
    found, places = indicators.opened(request, Recall), Places()
    columns = [
        tables.Column("person", gettext_lazy("姓名"), "name", sort="", text=lambda row: row.person.masked_name,
                      cell=lambda row: parts.name(row.person.masked_name, reverse("laboratory:recall", args=[row.pk]))),
        tables.Column("unit", gettext_lazy("住在哪里"), "unit", sort="unit__path", cell=lambda row: places.of(row.unit),
                      text=lambda row: places.of(row.unit), width=24),
        tables.Column("called_at", gettext_lazy("通知"), "moment"),
        tables.Column("state", gettext_lazy("状态"), **_state("recall")),
        tables.Column("closed_at", gettext_lazy("办结"), "moment"),
    ]
    filters = [tables.Filter("state", gettext_lazy("状态"), choices=_states("recall")), TOWN]
    table = tables.table(request, found.rows.select_related("person", "unit"), columns, filters, "-called_at", title=_("单采复核"),
                         keep=indicators.KEPT, empty_title=_("没有要复采的人"))
    return tables.page(request, "laboratory/list.html", table, heading=_("单采复核"), at=found.at)
