"""Larger pieces of a page around other markup: cards, heads, panels, questions, lists of steps, empty states."""

from django.middleware.csrf import get_token
from django.utils.html import conditional_escape as esc
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import days
from .parts import icon, shown

TONES = {"success": "good", "error": "bad", "warning": "warn", "info": "blue", "debug": ""}
SIGNS = {"good": "done", "bad": "alert", "warn": "warn", "blue": "warn", "": "warn"}
WEEKDAYS = (gettext_lazy("周一"), gettext_lazy("周二"), gettext_lazy("周三"), gettext_lazy("周四"),
            gettext_lazy("周五"), gettext_lazy("周六"), gettext_lazy("周日"))


def card(content, title="", note="", tone="", url=""):
    """A framed part of the page; `url` puts 全部 into its head."""
    more = format_html('<a class="push" href="{}">{}</a>', url, _("全部")) if url else ""
    head = format_html('<div class="box-head"><h2>{}</h2><span class="quiet">{}</span>{}</div>', title, note, more) if title else ""
    return format_html('<section class="box {}">{}{}</section>', tone, head, content)


def page_head(content, title, note="", crumbs=()):
    """The first line of a page: where, what, as of when; its buttons inside."""
    return format_html('<header class="page-head"><div class="head-title">{}<h1>{}</h1></div><span class="page-note quiet">{}</span>'
                       '<div class="page-acts">{}</div></header>', trail(crumbs), title, note, content)


def trail(crumbs):
    """The chain of units above: pairs of label and address; an empty address is plain text."""
    if not crumbs:
        return ""
    steps = format_html_join("", "<li>{}</li>", ((_crumb(*crumb),) for crumb in crumbs))
    return format_html('<nav class="crumbs" aria-label="{}"><ol>{}</ol></nav>', _("所在单位"), steps)


def _crumb(label, url=""):
    return format_html('<a href="{}">{}</a>', url, label) if url else label


def panel(content, title, close_url="", note=""):
    """The side panel's inside: opened by hx-target="#panel", closed by its cross, by Escape, or by its address without scripts."""
    below = format_html('<p class="quiet">{}</p>', note) if note else ""
    return format_html('<div class="panel"><div class="panel-head"><h2 tabindex="-1">{}</h2><a class="panel-close" href="{}" '
                       'data-close-panel aria-label="{}">{}</a></div>{}{}</div>', title, close_url or "?", _("关上"),
                       icon("close"), below, content)


def confirm(context, content, label, url, question, yes="", tone="", sign="", fill=False):
    """A button that asks first, without scripts: the question opens in place, with further fields inside."""
    look = f"button {'fill' if fill else ''} {tone}"
    token = format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', get_token(context["request"]))
    return format_html('<details class="confirm"><summary class="{}">{}{}</summary><form class="confirm-box" method="post" action="{}">{}'
                       '<p><b>{}</b></p>{}<button class="button fill {}">{}</button></form></details>',
                       look, icon(sign) if sign else "", label, url, token, question, content, tone, yes or label)


def button(label, url="", sign="", fill=False, tone="", panel=False):
    """The next action (filled) or another (outlined); with `panel` it opens beside the page."""
    look = f"button {'fill' if fill else ''} {tone}".strip()
    inside = format_html("{}{}", icon(sign) if sign else "", label)
    if not url:
        return format_html('<button class="{}">{}</button>', look, inside)
    beside = mark_safe(f' hx-get="{esc(url)}" hx-target="#panel"') if panel else ""
    return format_html('<a class="{}" href="{}"{}>{}</a>', look, url, beside, inside)


def notice(text, level="info"):
    """What happened or what is wrong, in plain words."""
    tone = TONES.get(level, level)
    role = "alert" if tone == "bad" else "status"
    return format_html('<div class="notice {}" role="{}">{}<div>{}</div></div>', tone, role, icon(SIGNS.get(tone, "warn")), text)


def empty(title, text="", action="", url="", sign="done"):
    """Why a list is empty, and what one could do; `sign`: what is missing is no reason for a green tick."""
    then = format_html('<p><a class="button" href="{}">{}</a></p>', url, action) if action and url else ""
    mark = icon(sign) if sign == "done" else format_html('<span class="quiet">{}</span>', icon(sign))
    return format_html('<div class="nothing">{}<p><b>{}</b></p><p class="quiet">{}</p>{}</div>', mark, title, text, then)


def tabs(items):
    """Lists beside each other: each item has label, url, and maybe count, is_current, tone, sign."""
    lists = format_html_join("", "<li>{}</li>", ((_tab(**item),) for item in items))
    return format_html('<nav class="tabs" aria-label="{}"><ul>{}</ul></nav>', _("列表"), lists)


def _tab(label, url, count=None, is_current=False, tone="", sign=""):
    current = mark_safe(' aria-current="page"') if is_current else ""
    counted = format_html(" <b>{}</b>", shown(count)) if count is not None else ""
    return format_html('<a class="tab {}" href="{}"{}>{}{}{}</a>', tone, url, current, icon(sign) if sign else "", label, counted)


def timeline(steps):
    """How it came to this, step by step: each has title, and maybe at, text, note, sign, look (passed, here, ahead), url, tone."""
    return format_html('<ol class="story">{}</ol>', format_html_join("", "{}", ((_step(step),) for step in steps)))


def _step(step):
    look = step.get("look", "passed")
    current = mark_safe(' aria-current="step"') if look == "here" else ""
    head = format_html('<p class="step-head"><b>{}</b><time>{}</time></p>', _crumb(step["title"], step.get("url", "")), step.get("at", ""))
    text = format_html("<p>{}</p>", step["text"]) if step.get("text") else ""
    note = format_html('<p class="small quiet">{}</p>', step["note"]) if step.get("note") else ""
    return format_html('<li class="{} {}"{}><span class="dot">{}</span><div class="step">{}{}{}</div></li>',
                       look, step.get("tone", ""), current, icon(step.get("sign", "check")), head, text, note)


def as_of(at):
    """The moment the figures stand for: 截至 2020-03-18（周三）18:45."""
    local = at.astimezone(days.SHANGHAI)
    day = format_html(_("<b>{}</b>（{}）<b>{}</b>"), f"{local:%Y-%m-%d}", WEEKDAYS[local.weekday()], f"{local:%H:%M}")
    return format_html('<span class="as-of">{} {}</span>', _("截至"), day)


def facts(rows):
    """Pairs of a word and what it is: 原因, 期限, 检测."""
    return format_html('<dl class="facts">{}</dl>', format_html_join("", "<div><dt>{}</dt><dd>{}</dd></div>", rows))
