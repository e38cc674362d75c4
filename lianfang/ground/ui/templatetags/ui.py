"""`{% load ui %}`: every component of the room under its name."""

from django import template
from django.templatetags.static import static

from ... import days
from ...vault.masks import mask_name
from .. import blocks, charts, elevation, fields, flow_drawing, parts

register = template.Library()

for tag in (parts.icon, parts.ways, parts.num, parts.figure, parts.sum_row, parts.chip, parts.tag, parts.overdue, parts.due, parts.opens,
            parts.name, parts.bar, parts.progress, parts.ruler, blocks.trail, blocks.button, blocks.notice, blocks.empty, blocks.tabs,
            blocks.timeline, blocks.as_of, blocks.facts, fields.field, fields.errors, fields.form_fields, elevation.elevation,
            flow_drawing.flow_drawing, charts.line_chart, charts.up_down_chart, charts.stacked_chart,
            charts.band_chart):
    register.simple_tag(tag)

for tag in (blocks.card, blocks.page_head, blocks.panel):
    register.simple_block_tag(tag)
register.simple_block_tag(blocks.confirm, takes_context=True)


@register.simple_tag
def sheet_url(name):
    """The address of one of the room's style sheets."""
    return static(f"ui/{name}.css")


@register.filter
def words(text):
    """The words of a string, to loop over."""
    return text.split()


@register.filter
def masked(text):
    """A name as a screen shows it: 周＊明."""
    return mask_name(text or "")


@register.filter
def lasting(hours):
    """Hours in the unit people would say."""
    return parts.lasting(hours)


@register.filter
def end_clock(at):
    """When something ends, without its day: 23:00, or 24:00."""
    return days.end_clock(at)


@register.filter
def number(value):
    """1206 → 1,206; nothing → —."""
    return parts.shown(value)


@register.inclusion_tag("ui/table.html", takes_context=True)
def table(context, table, caption=""):
    """A table with its filters, sorting, pages and export."""
    return {"table": table, "caption": caption or table.title, "request": context.get("request")}


@register.inclusion_tag("ui/pages.html", takes_context=True)
def pages(context, page, name="page"):
    """Links to the pages of a Django Page, keeping the other parameters."""
    query = context["request"].GET.copy()

    def url(number):
        query[name] = number
        return "?" + query.urlencode()

    around = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"page": page, "links": [(n, url(n) if isinstance(n, int) else "") for n in around],
            "before": url(page.number - 1) if page.has_previous() else "", "after": url(page.number + 1) if page.has_next() else ""}
