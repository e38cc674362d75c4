"""What went through: totals by post, hour, day and direction; the vehicles, passages and shifts behind them."""
from datetime import date, timedelta

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may, opens
from lianfang.ground.accounts.scope import within
from lianfang.ground.days import now, today
from lianfang.ground.ui import parts, tables
from lianfang.ground.vault.masks import mask_name
from lianfang.ground.workflow import FLOWS

from .. import queries
from ..models import DIRECTIONS, MEANS, OUTCOMES, Passage, Post, Shift, Vehicle
from ..words import mask_plate

BY = {"post": gettext_lazy("按卡口"), "day": gettext_lazy("按日"), "hour": gettext_lazy("按小时"), "direction": gettext_lazy("按方向")}
LONGEST = 92  # days of one table of totals


@may("look")
def totals(request):
    """Vehicles and people in a period, by post, day, hour or direction."""
    by = request.GET.get("by") if request.GET.get("by") in BY else "post"
    first, last = (min(_day(request, name), today()) for name in ("first", "last"))
    last = max(first, min(last, first + timedelta(days=LONGEST)))
    found = queries.totals(request.reach, first, last, by)
    for row in found:
        row["says"] = _label(by, row["label"])
    whole = {name: sum(row[name] for row in found) for name in ("vehicles", "people", "turned", "short", *queries.DECIDED)}
    tabs = [{"label": label, "url": f"?by={code}&first={first}&last={last}", "is_current": code == by} for code, label in BY.items()]
    page = {"rows": found, "whole": whole, "by": by, "heading": BY[by], "first": first, "last": last, "tabs": tabs, "at": now()}
    return render(request, "checkpoints/totals.html", page)


def _day(request, name) -> date:
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return today()


def _label(by, value) -> str:
    if by == "hour":
        return _("{first}—{last} 时").format(first=value, last=value + 1)
    return str(DIRECTIONS[value]) if by == "direction" else str(value)


def _posts(request):
    return {str(pk): name for pk, name in within(Post.objects.all(), request.reach).values_list("pk", "name")}


@may("look")
def vehicles(request):
    """The vehicles behind a figure."""
    found = indicators.opened(request, Vehicle)
    columns = [
        tables.Column("at", gettext_lazy("时间"), "moment"),
        tables.Column("post.name", gettext_lazy("卡口"), "name"),
        tables.Column("plate", gettext_lazy("车牌"), sort="", cell=_plate, text=_plate),
        tables.Column("means", gettext_lazy("怎么来的"), cell=lambda row: str(MEANS[row.means]), text=lambda row: str(MEANS[row.means])),
        tables.Column("direction", gettext_lazy("方向")),
        tables.Column("people", gettext_lazy("人数"), "number"),
        tables.Column("outcome", gettext_lazy("结果")),
    ]
    filters = [
        tables.Filter("post", gettext_lazy("卡口"), choices=_posts),
        tables.Filter("on", gettext_lazy("哪一天"), kind="day"),
        tables.Filter("direction", gettext_lazy("方向"), choices=DIRECTIONS),
        tables.Filter("outcome", gettext_lazy("结果"), choices=OUTCOMES),
    ]
    return _list(request, found, found.rows.select_related("post"), columns, filters, "-at", found.title or _("过往车辆"))


def _plate(row):
    return mask_plate(row.plate.open())


def _list(request, found, rows, columns, filters, sort, heading):
    table = tables.table(request, rows, columns, filters, sort, title=heading, keep=indicators.KEPT, empty_title=_("没有记录"))
    return tables.page(request, "checkpoints/list.html", table, heading=heading, at=found.at)


@may("look")
def passages(request):
    """People who did not simply pass, behind a figure or all of them."""
    found = indicators.opened(request, Passage)
    rows = found.rows if found.indicator else found.rows.exclude(outcome="pass")

    def who(row):
        address = reverse("checkpoints:passage", args=[row.pk])
        name = mask_name(row.name.open()) if row.name else _("未记姓名")
        return parts.name(name, address if opens(request, address) else "")

    def said(row):
        return str(FLOWS["passage"].states[row.state]) if row.state else ""

    columns = [
        tables.Column("name", gettext_lazy("姓名"), "name", sort="", cell=who, text=lambda row: mask_name(row.name.open())),
        tables.Column("at", gettext_lazy("时间"), "moment"),
        tables.Column("post.name", gettext_lazy("卡口")),
        tables.Column("temperature", gettext_lazy("体温"), "number"),
        tables.Column("outcome", gettext_lazy("结果")),
        tables.Column("state", gettext_lazy("状态"), cell=said, text=said),
    ]
    filters = [tables.Filter("post", gettext_lazy("卡口"), choices=_posts),
               tables.Filter("outcome", gettext_lazy("结果"), choices=OUTCOMES)]
    return _list(request, found, rows.select_related("post"), columns, filters, "-at", found.title or _("没有直接放行的人"))


@may("look")
def shifts(request):
    """Shifts: who, from when until when, counts beside records."""
    found = indicators.opened(request, Shift)

    def differ(row):
        if not row.counts:
            return ""
        return f"{row.counts['counted_vehicles'] - row.counts['vehicles']:+d} / {row.counts['counted_people'] - row.counts['people']:+d}"

    columns = [
        tables.Column("post.name", gettext_lazy("卡口"), "name"),
        tables.Column("opened_at", gettext_lazy("上岗"), "moment"),
        tables.Column("closed_at", gettext_lazy("交班"), "moment"),
        tables.Column("people", gettext_lazy("值守人数"), "number"),
        tables.Column("opened_by.name", gettext_lazy("带班")),
        tables.Column("counts", gettext_lazy("点数比记录多（车/人）"), sort="", cell=differ, text=differ),
        tables.Column("why_different", gettext_lazy("原因")),
    ]
    filters = [tables.Filter("post", gettext_lazy("卡口"), choices=_posts)]
    return _list(request, found, found.rows.select_related("post", "opened_by"), columns, filters, "-opened_at", found.title or _("班次"))
