"""Lists of orders, checks, alarms, needs and reviews; each figure of the board opens one of them."""

from dataclasses import replace

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may, opens
from lianfang.ground.days import today
from lianfang.ground.ui import parts, tables
from lianfang.ground.vault.masks import mask_name
from lianfang.ground.workflow import FLOWS
from lianfang.registers.people import queries as people

from ..models import BY_DOOR, HALVES, NEEDS, ONE_TO_ONE, Alarm, Check, Need, Order, Review
from ..words import group_word, measure_word, minding_word, number_of

GROUPS = ("out_of_province", "home_isolated", "centrally_isolated", "returning_worker")
MINDING = (ONE_TO_ONE, BY_DOOR)
MEASURES = ("home_monitoring", "home_quarantine", "central_quarantine", "refer_fever_clinic")


def _person(request):
    """A masked name that leads to the person's page, where it is open to the reader: who is set apart here may live elsewhere."""
    return lambda row: parts.name(mask_name(row.person.name), _page_of(request, row))


def _page_of(request, row, page="home:person", pk="person_id"):
    return reverse(page, args=[getattr(row, pk)]) if request.reach.covers(row.person.unit.path) else ""


def _state(flow):
    return lambda row: str(FLOWS[flow].states[row.state])


def _one(request, page):
    """A masked name that leads to a record's page, or, for who may not open it, to the person's."""
    def cell(row):
        address = reverse(page, args=[row.pk])
        return parts.name(mask_name(row.person.name), address if opens(request, address) else _page_of(request, row))

    return tables.Column("person.name", gettext_lazy("姓名"), "name", cell=cell, text=lambda row: mask_name(row.person.name))


def _shown(request, model, columns, title, related=("person__unit", "unit"), filters=(), sort="", empty="", template="isolation/list.html"):
    found, places = indicators.opened(request, model), people.Places()
    heading = found.title or title
    rows = found.rows.select_related(*related)
    columns = [replace(c, cell=lambda row: places.of(row.unit), text=lambda row: places.of(row.unit)) if c is PLACE else c for c in columns]
    table = tables.table(request, rows, columns, filters, sort, title=heading, keep=indicators.KEPT, empty_title=empty)
    if "export" not in request.GET:
        places.learn([row.unit for row in table.page.object_list])
    return tables.page(request, template, table, heading=heading, place=found.unit, at=found.at)


PLACE = tables.Column("unit.name", gettext_lazy("住处"), "unit", sort="unit__path", width=30)


@may("look")
def orders(request):
    """Orders."""
    states = FLOWS["order"].states
    on = today()
    columns = [
        tables.Column("person.name", gettext_lazy("姓名"), "name", cell=_person(request), text=lambda o: mask_name(o.person.name)),
        tables.Column("serial", gettext_lazy("文号"), sort=("year", "serial"), on_phone=False, text=number_of,
                      cell=lambda o: parts.name(number_of(o), _page_of(request, o, "isolation:order", "pk"))),
        tables.Column("measure", gettext_lazy("措施"), cell=lambda o: measure_word(o.measure), text=lambda o: measure_word(o.measure)),
        PLACE,
        tables.Column("base_on", gettext_lazy("第几天"), cell=lambda o: _("第 {n}/{total} 天").format(n=o.day_number(on), total=o.days)
                      if o.closed_at is None else "", text=lambda o: f"{o.day_number(on)}/{o.days}"),
        tables.Column("until_on", gettext_lazy("到"), "date", cell=lambda o: o.last_on.isoformat(), text=lambda o: o.last_on.isoformat()),
        tables.Column("minder.name", gettext_lazy("包保人")),
        tables.Column("state", gettext_lazy("状态"), cell=_state("order"), text=_state("order")),
        tables.Column("issued_at", gettext_lazy("下达"), "moment", on_phone=False),
    ]
    filters = [
        tables.Filter("measure", gettext_lazy("措施"), choices=lambda r: [(m, measure_word(m)) for m in MEASURES]),
        tables.Filter("state", gettext_lazy("状态"), choices=lambda r: [(s.code, str(s)) for s in states.values()]),
        tables.Filter("group", gettext_lazy("重点人群"), lookup="verdict__result__group",
                      choices=lambda r: [(code, group_word(code)) for code in GROUPS]),
        tables.Filter("minding", gettext_lazy("盯防方式"), apply=lambda rows, how: rows.watched(how),
                      choices=lambda r: [*((code, minding_word(code)) for code in MINDING), ("nobody", _("一对一，还没有包保人"))]),
    ]
    title, none = pgettext("list", "管控令"), _("还没有管控令")
    return _shown(request, Order, columns, title, ("person__unit", "unit", "minder"), filters, "-issued_at", none)


@may("look")
def order(request, pk):
    """An order's page is its person's page."""
    return redirect("home:person", get_object_or_404(Order, pk=pk).person_id)


def _measured(name):
    """Yes or no of a check that was done; of one that was not, nobody knows."""
    return lambda check: (_("是") if getattr(check, name) else _("否")) if check.state == "done" else ""


@may("look")
def checks(request):
    """Checks."""
    columns = [
        tables.Column("person.name", gettext_lazy("姓名"), "name", cell=_person(request), text=lambda c: mask_name(c.person.name)), PLACE,
        tables.Column("on", gettext_lazy("日期"), "date"),
        tables.Column("half", gettext_lazy("早晚"), cell=lambda c: HALVES[c.half], text=lambda c: str(HALVES[c.half])),
        tables.Column("temperature", gettext_lazy("体温"), "number"),
        tables.Column("is_alarming", gettext_lazy("发热或症状"), cell=_measured("is_alarming"), text=_measured("is_alarming")),
        tables.Column("is_own", gettext_lazy("本人填"), cell=_measured("is_own"), text=_measured("is_own")),
        tables.Column("minder.name", gettext_lazy("包保人")),
        tables.Column("state", gettext_lazy("状态"), cell=_state("check"), text=_state("check")),
        tables.Column("due", gettext_lazy("时限"), "moment"),
    ]
    filters = [tables.Filter("on", gettext_lazy("日期"), "day"), tables.Filter("half", gettext_lazy("早晚"), choices=HALVES)]
    return _shown(request, Check, columns, _("健康检查"), ("person__unit", "unit", "minder"), filters, "-due", _("没有健康检查"))


@may("look")
def alarms(request):
    """Alarms."""
    columns = [
        _one(request, "isolation:alarm"), PLACE,
        tables.Column("temperature", gettext_lazy("体温"), "number"),
        tables.Column("raised_at", gettext_lazy("告警时间"), "moment"),
        tables.Column("state", gettext_lazy("状态"), cell=_state("alarm"), text=_state("alarm")),
    ]
    return _shown(request, Alarm, columns, _("告警"), sort="-raised_at", empty=_("没有告警"))


@may("look")
def needs(request):
    """Needs."""
    columns = [
        _one(request, "isolation:need"), PLACE,
        tables.Column("kind", gettext_lazy("缺什么"), cell=lambda n: NEEDS[n.kind], text=lambda n: str(NEEDS[n.kind])),
        tables.Column("asked_at", gettext_lazy("提出"), "moment"),
        tables.Column("state", gettext_lazy("状态"), cell=_state("need"), text=_state("need")),
    ]
    return _shown(request, Need, columns, _("生活需求"), sort="-asked_at", empty=_("没有需求"))


@may("look")
def reviews(request):
    """Manual reviews: who should be managed and is not yet."""
    columns = [
        _one(request, "isolation:review"), PLACE,
        tables.Column("asked_at", gettext_lazy("提请"), "moment"),
        tables.Column("state", gettext_lazy("状态"), cell=_state("review"), text=_state("review")),
    ]
    return _shown(request, Review, columns, _("人工复核"), sort="-asked_at", empty=_("没有要复核的"))
