"""Small pieces of a page as markup: figures, numbers, chips, badges, bars; for templates and for cells of tables."""

from datetime import timedelta
from functools import cache, lru_cache

from django.templatetags.static import static
from django.utils.html import conditional_escape as esc
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .. import days
from . import nav
from .drawings.statuses import status


def icon(name, label=""):
    """A sign of the sprite; without a label it is decoration only."""
    heard = f'role="img" aria-label="{esc(label)}"' if label else 'aria-hidden="true"'
    return mark_safe(f'<svg class="icon" {heard}><use href="{_sprite()}#{esc(name)}"/></svg>')


@cache
def _sprite():
    return static("ui/icons.svg")


def ways(entries):
    """Places in the bar, each with how much waits there: at once and kept, since every page has some sixty of them twice."""
    return mark_safe("".join(map(_way, entries)))


@lru_cache(maxsize=4096)
def _way(entry):
    here = ' aria-current="page"' if entry.is_current else ""
    waits = f'<b class="count">{entry.count if entry.count <= nav.MOST else f"{nav.MOST}+"}</b>' if entry.count else ""
    return f'<li><a class="way" href="{esc(entry.url)}"{here}>{icon(entry.icon)}<span>{esc(entry.label)}</span>{waits}</a></li>'


def shown(value):
    """A number as people read it: 1,206; an absent one is a dash."""
    if value is None:
        return "—"
    if isinstance(value, float):
        return f"{value:,.1f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def num(value, url="", tone="", label=""):
    """A number in running text or a table: underlined when it opens its list, grey and dotted when it is 0."""
    kind = "num zero" if value == 0 else f"num {tone}".rstrip()
    heard = f' aria-label="{esc(label)} {esc(shown(value))}"' if label else ""
    if not url:
        return mark_safe(f'<span class="{kind}">{esc(shown(value))}</span>')
    return mark_safe(f'<a class="{kind}" href="{esc(url)}"{heard}>{esc(shown(value))}</a>')


def figure(value, url="", label="", unit="", note="", tone=""):
    """A large number with its label above and a note below; it opens its list."""
    sign = icon("alert") if tone == "bad" and value else ""
    body = f'{sign}{num(value, url, tone, label)}{f"<small>{esc(unit)}</small>" if unit else ""}'
    lines = [("label", esc(label)), ("value", body), *([("note", esc(note))] if note else [])]
    return mark_safe('<div class="amount">' + "".join(f'<span class="amount-{part}">{text}</span>' for part, text in lines) + "</div>")


def sum_row(parts):
    """A whole and its parts as a sum: the first is the whole; each part has label, value, url, note."""
    signs = ["", "=", *["+"] * len(parts)]
    return mark_safe('<div class="sum">' + "".join(_sum_part(sign, part) for sign, part in zip(signs, parts, strict=False)) + "</div>")


def _sum_part(sign, part):
    before = f'<span class="sum-sign">{sign}</span>' if sign else ""
    return before + figure(**{"url": "", **part})


def chip(code, text=""):
    """A status as colour, pattern and word."""
    found = status(code)
    return mark_safe(f'<span class="chip is-{found.code}"><i class="band"></i>{esc(text or found.word)}</span>')


def tag(text, tone="", sign=""):
    """A short remark in a frame; tone: bad, warn, good, blue or none."""
    return mark_safe(f'<span class="remark {esc(tone)}">{icon(sign) if sign else ""}{esc(text)}</span>')


def overdue(hours):
    """Red, a word and how long: 逾期 12 时."""
    return tag(_("逾期 %(time)s") % {"time": lasting(hours)}, "bad", "clock")


def lasting(hours):
    """How long that is, in the unit people would say."""
    if hours < 1:
        return ngettext("%(n)d 分", "%(n)d 分", n := max(1, int(hours * 60))) % {"n": n}
    if hours < 48:
        return ngettext("%(n)d 时", "%(n)d 时", n := int(hours)) % {"n": n}
    return ngettext("%(n)d 天", "%(n)d 天", n := int(hours // 24)) % {"n": n}


def due(at, now=None):
    """When something must be done, or how long it is overdue."""
    now = now or days.now()
    if at <= now:
        return overdue((now - at) / timedelta(hours=1))
    local, today = at.astimezone(days.SHANGHAI), days.day_of(now)
    clock = local.strftime("%H:%M")
    if clock == "00:00":  # the end of a day, and not the beginning of the next
        local, clock = local - timedelta(days=1), "24:00"
    if local.date() == today:
        return tag(_("%(time)s 前") % {"time": clock}, "warn" if at - now < timedelta(hours=2) else "", "clock")
    if local.date() == today + timedelta(days=1):
        return tag(_("明天 %(time)s 前") % {"time": clock}, "", "clock")
    return tag(_("%(month)d月%(day)d日 %(time)s 前") % {"month": local.month, "day": local.day, "time": clock}, "", "clock")


def opens(at, now=None):
    """From when something may be done."""
    local, today = at.astimezone(days.SHANGHAI), days.day_of(now or days.now())
    clock = local.strftime("%H:%M")
    if local.date() == today:
        return tag(_("%(time)s 起可填") % {"time": clock}, "", "clock")
    if local.date() == today + timedelta(days=1):
        return tag(_("明天 %(time)s 起可填") % {"time": clock}, "", "clock")
    return tag(_("%(month)d月%(day)d日 %(time)s 起可填") % {"month": local.month, "day": local.day, "time": clock}, "", "clock")


def name(masked, url="", note=""):
    """A masked name, a link to its person, a word about them."""
    who = f'<a class="person" href="{esc(url)}">{esc(masked)}</a>' if url else f'<b class="person">{esc(masked)}</b>'
    return mark_safe(who + (f' <span class="quiet">{esc(note)}</span>' if note else ""))


def bar(done, total, tone="", label=""):
    """A bar of done against total, starting at 0."""
    wide = 100 if not total else max(0, min(100, round(100 * done / total, 1)))
    heard = esc(label or f"{shown(done)}/{shown(total)}")
    return mark_safe(f'<svg class="meter {esc(tone)}" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="{heard}">'
                     f'<rect class="meter-all" width="100" height="10"/><path class="meter-done" d="M0 5H{wide}"/></svg>')


def progress(done, total, url="", is_due=False, missing_url=""):
    """A rate with its two counts and one word: 齐, 差 n (not yet due) or 漏 n (missed)."""
    left = total - done
    tone = "good" if left <= 0 else "bad" if is_due else "warn"
    word = _("齐") if left <= 0 else _("漏 %(n)s") % {"n": shown(left)} if is_due else _("差 %(n)s") % {"n": shown(left)}
    rate = "—" if not total else f"{100 * done / total:.1f}%"
    opens = missing_url and left > 0
    missing = f'<a class="num {tone}" href="{esc(missing_url)}">{esc(word)}</a>' if opens else f'<b class="{tone}">{esc(word)}</b>'
    return mark_safe(f'<span class="progress-line">{bar(done, total, tone)}<b>{num(rate, url)}</b>'
                     f'<span class="quiet">{shown(done)}/{shown(total)}</span>{missing}</span>')


def ruler(day, total, missed=()):
    """The days of an order as a ruler: done, missed and made up, today, ahead."""
    def look(n):
        return "here" if n == day else "ahead" if n > day else "missed" if n in missed else "passed"

    cells = "".join(f'<li class="{look(n)}"{" aria-current=date" if n == day else ""}>{n}</li>' for n in range(1, total + 1))
    heard = _("第 %(day)d 天，共 %(total)d 天") % {"day": day, "total": total}
    return mark_safe(f'<ol class="ruler" aria-label="{esc(heard)}">{cells}</ol>')
