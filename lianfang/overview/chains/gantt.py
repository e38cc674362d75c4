"""Who was where when, as bars in rows: places that two or more shared have a colour, and a dark edge where they were there together."""
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.html import conditional_escape as esc
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from lianfang.ground.days import SHANGHAI, day_of, day_start
from lianfang.ground.ui.charts import role

COLOURS = 10
LABEL, ROW, TOP, NARROW, WIDE = 140, 28, 30, 1000, 2400
LETTER = 13  # px a Chinese letter takes


@dataclass(slots=True)
class Bar:
    """Somebody at a place from one moment up to another; `key` tells places of one name apart; `group` numbers the shared places, 0 is
    none; `meets`: with somebody else."""

    row: int
    place: str
    from_at: datetime
    until_at: datetime
    words: str
    key: Any = None
    group: int = 0
    meets: bool = False


def marked(bars) -> list[tuple[int, str, int]]:
    """Number the places that two or more rows share, the most shared first, and mark who was there together; gives (group, place, rows)."""
    at: dict = {}
    for bar in bars:
        at.setdefault(bar.key or bar.place, []).append(bar)
    shared = sorted(((len({bar.row for bar in some}), some[0].place, key) for key, some in at.items()
                     if len({bar.row for bar in some}) > 1), key=lambda one: (-one[0], one[1]))
    for group, (_rows, _place, key) in enumerate(shared, 1):
        some = sorted(at[key], key=lambda bar: bar.from_at)
        for n, bar in enumerate(some):
            bar.group = group
            for other in some[n + 1:]:
                if other.from_at >= bar.until_at:
                    break
                if other.row != bar.row:
                    bar.meets = other.meets = True
    return [(group, place, rows) for group, (rows, place, _key) in enumerate(shared, 1)]


def gantt(rows, bars, title) -> Any:
    """The drawing: `rows` are (label, address, onset day or None); bars lie on their rows."""
    first, last = min(day_of(bar.from_at) for bar in bars), max(day_of(bar.until_at - timedelta(seconds=1)) for bar in bars)
    count = (last - first).days + 1
    day = max(16, min(WIDE, max(NARROW, 90 * min(count, 14))) / count)
    wide, high = LABEL + day * count + 10, TOP + ROW * len(rows) + 8

    def x(at):
        return LABEL + (at - day_start(first)) / timedelta(days=1) * day

    parts = [_day(first, n, day, high) for n in range(count)]
    for n, (label, url, onset) in enumerate(rows):
        y = TOP + n * ROW
        parts.append(f'<path class="rule" d="M0 {y}H{wide:.0f}"/><a href="{esc(url)}"><text x="4" y="{y + 19}" font-size="14">{esc(label)}'
                     "</text></a>")
        if onset and first <= onset <= last:
            at = x(day_start(onset))
            ill = esc(_("{on} 发病").format(on=onset))
            parts.append(f'<path class="onset" d="M{at:.1f} {y + 2}V{y + ROW - 2}"><title>{ill}</title></path>')
    parts += [_bar(bar, x) for bar in bars]
    told = _("%(title)s：%(n)s 人，%(first)s 到 %(last)s") % {"title": title, "n": len(rows), "first": first, "last": last}
    return mark_safe(f'<div class="drawing-scroll gantt" tabindex="0" role="region" aria-label="{esc(title)}"><svg class="graph" '
                     f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high}" width="{wide:.0f}" height="{high}" '
                     f'role="{role(parts)}" aria-label="{esc(told)}">{"".join(parts)}</svg></div>')


def _day(first, n, day, high):
    x, on = LABEL + n * day, first + timedelta(days=n)
    step = next(step for step in (1, 2, 7, 14, 28, 56, 112, 365) if step * day >= 46 or step == 365)
    word = f'<text class="mute" x="{x + 2:.1f}" y="18" font-size="13">{on:%m-%d}</text>' if n % step == 0 else ""
    return f'<path class="rule" d="M{x:.1f} {TOP - 6}V{high}"/>{word}'


def _bar(bar, x):
    left, right = x(bar.from_at), x(bar.until_at)
    wide, y = max(right - left, 3), TOP + bar.row * ROW + 4
    look = f"g{(bar.group - 1) % COLOURS + 1}" if bar.group else "alone"
    room = int((wide - 6) // LETTER)
    word = bar.place if len(bar.place) <= room else bar.place[:room - 1] + "…" if room > 3 else ""
    inside = f'<text class="inside" x="{left + 4:.1f}" y="{y + 15}" font-size="12">{esc(word)}</text>' if word else ""
    return (f'<g class="{look}{" meets" if bar.meets else ""}"><title>{esc(bar.words)}</title><rect x="{left:.1f}" y="{y}" '
            f'width="{wide:.1f}" height="{ROW - 8}" rx="3"/>{inside}</g>')


def hours(from_at, until_at) -> str:
    """03-08 12:15–13:00."""
    begun, ended = from_at.astimezone(SHANGHAI), until_at.astimezone(SHANGHAI)
    return f"{begun:%m-%d %H:%M}–{ended:%H:%M}"
