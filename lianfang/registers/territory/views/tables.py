"""The columns of the territory's lists."""
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from lianfang.ground.ui.parts import num, tag
from lianfang.ground.ui.tables import Column, Filter, page, plain_table, table
from lianfang.ground.units.models import LEVELS
from lianfang.ground.vault.masks import mask_name

from .. import queries
from .asking import address_of

answer = page
ASKED_LEVELS = ("township", "village", "grid", "micro_grid", "building")


def children(request, unit, below):
    """What hangs directly below, each with its figures."""
    columns = [
        Column("unit.name", _("名称"), kind="unit", sort="", cell=lambda p: _link(p.unit)),
        Column("unit.level", _("级别"), sort="", cell=lambda p: LEVELS[p.unit.level], text=lambda p: str(LEVELS[p.unit.level])),
        Column("building.floors", _("层"), kind="number", on_phone=False),
        Column("stairs", _("单元"), kind="number", on_phone=False),
        Column("population", _("人口"), kind="number"),
        Column("area", _("平方公里"), kind="number"),
        Column("doors", _("门户"), kind="number"),
        Column("heads", _("登记人数"), kind="number"),
        Column("unknown", _("人数待核户"), kind="number", cell=lambda p: num(p.unknown, tone="warn")),
        Column("responsible.name", _("负责人"), kind="name", sort="", cell=_who, text=lambda p: p.responsible and p.responsible.name),
        Column("vacant", _("无负责人的单位"), kind="number", cell=lambda p: num(p.vacant, _vacant_url(p), "bad")),
        Column("unit.code", _("官方代码"), kind="unit", sort="", on_phone=False),
    ]
    kept = [column for column in columns if column.field not in SELDOM or any(SELDOM[column.field](p) for p in below)]
    if len({p.unit.level for p in below}) == 1:
        kept.pop(1)
    return plain_table(request, below, kept, title=unit.name, empty_title=_("下面还没有单位"), empty_text=_("用上面的按钮来加。"))


# Columns that are left out where every cell would be empty.
SELDOM = {
    "building.floors": lambda p: p.building and p.building.kind == "block", "stairs": lambda p: p.stairs > 1,
    "population": lambda p: p.population is not None, "area": lambda p: p.area is not None,
    "vacant": lambda p: p.unit.level in queries.HEADED, "unit.code": lambda p: p.unit.code,
}


def _link(unit):
    return format_html('<a href="{}">{}</a>', address_of(unit), unit.name)


def _who(place):
    return mask_name(place.responsible.name) if place.responsible else tag(_("没有"), "bad" if place.unit.level in queries.HEADED else "")


def _vacant_url(place):
    return reverse("territory:vacant", args=[place.unit.id]) if place.vacant and place.unit.level in queries.HEADED else ""


def vacant(request, unit, on):
    """Those for whom nobody answers, by level."""
    levels = [level for level in ASKED_LEVELS if request.GET.get("level") == level] or list(queries.HEADED)
    rows = queries.vacant_units(unit, on, levels).select_related("parent")
    columns = [
        Column("name", _("名称"), kind="unit", cell=_link),
        Column("parent__name", _("上一级"), kind="unit"),
        Column("level", _("级别")),
    ]
    asked = Filter("level", _("级别"), choices={level: LEVELS[level] for level in ASKED_LEVELS}, apply=lambda rows, level: rows)
    return table(request, rows, columns, [asked], title=_("没有负责人的单位"), empty_title=_("每个单位都有负责人"))
