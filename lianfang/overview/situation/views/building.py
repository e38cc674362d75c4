"""A building's front with live status, the door behind a tap, and the buildings of a compound."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.queries import answering
from lianfang.ground.days import SHANGHAI, day_of, now
from lianfang.ground.ids import typed_number
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.drawings.statuses import STATUSES
from lianfang.ground.ui.elevation import elevation
from lianfang.ground.units.queries import ancestors
from lianfang.ground.vault.masks import mask_name
from lianfang.registers.territory import queries as territory
from lianfang.registers.territory.models import Building, Door
from lianfang.response.isolation import queries as isolation
from lianfang.response.isolation.words import measure_word, number_of

from .. import queries
from .asked import own_unit, unit_of


@may("look")
def building(request, pk):
    """The front of a building; with `door`, what lies behind that door beside it, or alone for htmx."""
    found = _building(request, pk)
    if found is None:
        return redirect("situation:compound", pk)
    at = now().astimezone(SHANGHAI)
    asked = typed_number(request.GET.get("door", ""))
    door = (
        get_object_or_404(Door.objects.select_related("unit", "unit__parent"), unit=asked, building=found)
        if asked is not None
        else None
    )
    behind = _behind(request, door, at) if door else {}
    if door and request.htmx and request.htmx.target == "panel":
        return render(request, "situation/door.html", behind)
    own = reverse("situation:building", args=[found.unit_id])
    cells = queries.door_cells(territory.shape(found), at, lambda one: f"{own}?door={one.unit_id}", door.unit_id if door else None)
    lists = {status: f"{reverse('situation:doors', args=[found.unit_id])}?status={status}" for status in STATUSES}
    before, after = queries.neighbours(found)
    context = {
        "building": found,
        "unit": found.unit,
        "at": at,
        "crumbs": _crumbs(request, found.unit),
        "before": before,
        "after": after,
        "own": own,
        "chief": answering([found.unit_id], day_of(at)).get(found.unit_id),
        "shops": _shops(cells),
        "drawing": elevation(
            cells,
            urls=lists,
            title=_("{name}立面图").format(name=found.unit.name),
            kind="lane" if found.kind == "lane" else "building",
            foot=_shops(cells),
        )
        if cells
        else "",
    }
    return render(request, "situation/building.html", context | behind)


def _building(request, pk):
    """The building of a unit: its own, or the one that a stair or door belongs to; None where it holds several."""
    unit = unit_of(request, pk)
    return Building.objects.filter(unit__in=unit.ancestor_ids).select_related("unit").order_by("-unit__path").first()


def _crumbs(request, unit):
    chain = ancestors(unit)[:-1]
    return [(u.name, reverse("situation:board", args=[u.pk]) if request.reach.covers(u.path) else "") for u in chain]


def _shops(cells):
    shops = [cell for cell in cells if cell.shop]
    shut = sum(cell.shut for cell in shops)
    return _("门店 {n} 间：营业 {open}、停业 {shut}。").format(n=len(shops), open=len(shops) - shut, shut=shut) if shops else ""


def _behind(request, door, at):
    """People, orders and turns behind a door."""
    orders = isolation.people_at(door.unit_id)
    latest = isolation.last_checks(orders)
    jobs = queries.jobs_at(door.unit_id, at)
    people = [
        {"order": order, "name": mask_name(order.person.name), "age": order.person.age(day_of(at)), "check": latest.get(order.pk)}
        for order in orders
    ]
    strict = isolation.orders_at([door.unit_id], at).get(door.unit_id)
    own = reverse("situation:building", args=[door.building_id])
    return {
        "door": door,
        "where": f"{door.unit.parent.name} {door.unit.name}" if door.stair else door.unit.name,
        "people": people,
        "strict": strict,
        "status": isolation.MEASURE_WORDS.get(strict.measure, "isolated") if strict else "",
        "measure": measure_word(strict.measure) if strict else "",
        "jobs": jobs,
        "next": next((job for job in jobs if job.opens is None), None),
        "first": orders[0] if orders else None,
        "numbers": [number_of(order) for order in orders],
        "at": at,
        "close": own,
        "may_record": "record" in request.rights,
        "may_print": "print" in request.rights,
        "may_manage": "manage" in request.rights,
    }


@may("look")
def doors(request, pk):
    """The doors of a building in one status: the list behind a figure of its legend."""
    found = _building(request, pk)
    if found is None:
        raise Http404
    at, status = now().astimezone(SHANGHAI), request.GET.get("status", "")
    own = reverse("situation:building", args=[found.unit_id])
    cells = queries.door_cells(territory.shape(found), at, lambda one: f"{own}?door={one.unit_id}")
    rows = [cell for cell in cells if not status or cell.status == status]
    title = _("{name}：{status}").format(name=found.unit.name, status=STATUSES[status].word if status in STATUSES else _("全部门户"))
    columns = [
        tables.Column("number", gettext_lazy("门号"), "name", sort="", cell=lambda c: parts.name(c.number, c.url), text=lambda c: c.number),
        tables.Column("stair", gettext_lazy("单元"), sort=""),
        tables.Column("floor", gettext_lazy("楼层"), "number"),
        tables.Column(
            "status", gettext_lazy("状态"), sort="", cell=lambda c: parts.chip(c.status), text=lambda c: str(STATUSES[c.status].word)
        ),
        tables.Column("people", gettext_lazy("人数"), "number"),
        tables.Column("open_turns", gettext_lazy("今日未办"), "number"),
    ]
    table = tables.plain_table(request, rows, columns, title=title, keep=("status",), empty_title=_("没有这样的门户"))
    return tables.page(
        request,
        "situation/doors.html",
        table,
        heading=title,
        at=at,
        own=own,
        crumbs=[*_crumbs(request, found.unit), (found.unit.name, own)],
    )


@may("look")
def houses(request):
    """The way to one's own buildings: a village's or grid's at once; whoever sees more chooses the village first."""
    own = own_unit(request)
    if own.level not in ("county", "township"):
        return redirect("situation:compound", own.pk)
    columns = [
        tables.Column("unit.name", gettext_lazy("村（社区）"), "name", sort="", text=lambda v: v.unit.name,
                      cell=lambda v: parts.name(v.unit.name, reverse("situation:compound", args=[v.unit.pk]))),
        tables.Column("town", gettext_lazy("乡镇（街道）")),
        tables.Column("houses", gettext_lazy("楼栋和平房"), "number"),
    ]
    found = queries.villages_with_houses(request.reach)
    table = tables.plain_table(request, found, columns, title=_("楼栋"), empty_title=_("这里还没有楼栋"))
    return tables.page(request, "situation/houses.html", table)


@may("look")
def compound(request, pk):
    """The buildings and lanes of a compound, a grid or a village."""
    unit = unit_of(request, pk)
    at = now().astimezone(SHANGHAI)
    if unit.level in ("county", "township"):
        return redirect("situation:board", unit.pk)
    standing = queries.buildings_under(unit, at)
    columns = [
        tables.Column(
            "name",
            gettext_lazy("楼栋"),
            "name",
            sort="",
            cell=lambda s: parts.name(s.name, reverse("situation:building", args=[s.unit.pk])),
        ),
        tables.Column(
            "building.kind",
            gettext_lazy("样式"),
            sort="",
            cell=lambda s: s.building.get_kind_display(),
            text=lambda s: s.building.get_kind_display(),
        ),
        tables.Column("doors", gettext_lazy("户"), "number"),
        tables.Column("people", gettext_lazy("人"), "number"),
        *[_status_column(code, status) for code, status in STATUSES.items() if code != "shop"],
        tables.Column("open_turns", gettext_lazy("今日未办"), "number", starts=True),
    ]
    table = tables.plain_table(request, standing, columns, title=_("{name}的楼栋").format(name=unit.name), empty_title=_("这里还没有楼栋"))
    return tables.page(request, "situation/compound.html", table, unit=unit, at=at, crumbs=_crumbs(request, unit))


def _status_column(code, status):
    def cell(row):
        return parts.num(
            row.statuses[code], f"{reverse('situation:doors', args=[row.unit.pk])}?status={code}", "bad" if code == "isolated" else ""
        )

    return tables.Column(f"statuses.{code}", status.word, "number", sort=f"statuses.{code}", cell=cell, starts=code == "isolated")
