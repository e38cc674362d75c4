"""Charts made on the server: a line over days, what came in against what went out, bars in parts, a line within its band; each with its
figures as a table."""

import math

from django.utils.html import conditional_escape as esc
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from .parts import shown

WIDE, LEFT, RIGHT, FONT = 360, 46, 46, 14
BROAD, THICK = 640, 26  # what stands alone on its page, and its thickest bar


def line_chart(points, title, unit="", high=150, with_days=True):
    """A line from 0 over pairs of day and value; the highest and the last are written at their points."""
    top = ceiling(max((value for _day, value in points), default=0))

    def y(value):
        return 16 + (high - 40) * (1 - value / top)

    xs = _places(len(points))
    spots = [(x, y(value)) for x, (_day, value) in zip(xs, points, strict=True)]
    parts = [_rule(y(top * n / 3), shown(round(top * n / 3))) for n in range(4)]
    if spots:
        path = "L".join(f"{x:.1f} {h:.1f}" for x, h in spots)
        parts += [f'<path class="area" d="M{spots[0][0]:.1f} {y(0):.1f}L{path}L{spots[-1][0]:.1f} {y(0):.1f}z"/>',
                  f'<path class="line" d="M{path}"/>', *(f'<circle class="point" cx="{x:.1f}" cy="{h:.1f}" r="2.8"/>' for x, h in spots)]
        parts += _written(points, spots)
    parts += _days(xs, points, high) if with_days else []
    return _figure(parts, high, title, _told_line(title, points), [_("日期"), f"{title}{unit}"], points)


def _told_line(title, points):
    if not points:
        return title
    values = [value for _day, value in points]
    said = {"title": title, "first": shown(values[0]), "last": shown(values[-1]), "most": shown(max(values))}
    return _("%(title)s：从 %(first)s 到 %(last)s，最高 %(most)s。") % said


def up_down_chart(points, title, up=None, down=None, high=130):
    """Bars up for what came, down for what went, over triples of day and two numbers; both from the same 0 and on one scale."""
    up, down = up or _("新增"), down or _("结束")
    top = ceiling(max((max(a, b) for _day, a, b in points), default=0))
    middle, half = 8 + (high - 32) / 2, (high - 32) / 2
    xs, parts = _places(len(points)), [_rule(middle - half, shown(top)), _rule(middle, "0"), _rule(middle + half, shown(top))]
    wide = min(16, (WIDE - LEFT - RIGHT) / max(len(points), 1) * 0.62)
    for x, (_day, a, b) in zip(xs, points, strict=True):
        came, went = half * a / top, half * b / top
        parts.append(f'<rect class="up" x="{x - wide / 2:.1f}" y="{middle - came:.1f}" width="{wide:.1f}" height="{came:.1f}"/>'
                     f'<rect class="down" x="{x - wide / 2:.1f}" y="{middle:.1f}" width="{wide:.1f}" height="{went:.1f}"/>')
    if points:
        _day, a, b = points[-1]
        right = xs[-1] + wide / 2 + 4
        parts += [_text(f"↑{shown(a)}", right, min(middle - 3, middle - half * a / top + 9), "up-value"),
                  _text(f"↓{shown(b)}", right, max(middle + 13, middle + half * b / top + 2), "down-value")]
    parts += _days(xs, points, high)
    return _figure(parts, high, title, _told_bars(title, points, up, down), [_("日期"), up, down], points)


def _told_bars(title, points, up, down):
    if not points:
        return title
    said = {"title": title, "up": up, "down": down, "a": shown(points[-1][1]), "b": shown(points[-1][2])}
    return _("%(title)s：最近一天%(up)s %(a)s，%(down)s %(b)s。") % said


def stacked_chart(points, title, names, looks=("local", "imported"), high=220):
    """Bars in parts over triples of day, numbers and address: each bar opens what it counts; as wide as the days need."""
    wide = max(BROAD, LEFT + RIGHT + 11 * len(points))
    top = ceiling(max((sum(numbers) for _day, numbers, _url in points), default=0))
    foot, room = high - 24, (wide - LEFT - RIGHT) / max(len(points), 1)
    parts = [_rule(foot - (foot - 12) * n / 3, shown(round(top * n / 3)), wide) for n in range(4)]
    for x, (day, numbers, url) in zip(_places(len(points), wide), points, strict=True):
        if any(numbers):
            told = f"{_cell(day)} " + _("，").join(f"{name} {n}" for name, n in zip(names, numbers, strict=True) if n)
            bar = f"<title>{esc(told)}</title>{_piled(x, min(room * 0.86, THICK), foot, (foot - 12) / top, numbers, looks)}"
            parts.append(f'<a href="{esc(url)}">{bar}</a>' if url else f"<g>{bar}</g>")
    parts += _spaced_days(points, high, wide)
    rows = [(day, *numbers) for day, numbers, _url in points]
    key = _("%(title)s：共 %(n)s，最多的一天 %(most)s。") % {
        "title": title, "n": shown(sum(sum(row[1:]) for row in rows)), "most": shown(max((sum(row[1:]) for row in rows), default=0))}
    return _figure(parts, high, title, key, [_("日期"), *names], rows, wide, list(zip(names, looks, strict=True)) if len(names) > 1 else [])


def _piled(x, wide, foot, scale, numbers, looks):
    found = []
    for n, look in zip(numbers, looks, strict=True):
        if n:
            foot -= n * scale
            found.append(f'<rect class="{look}" x="{x - wide / 2:.1f}" y="{foot:.1f}" width="{wide:.1f}" height="{n * scale:.1f}"/>')
    return "".join(found)


def band_chart(points, title, heads, level=1, high=240):
    """A line within its band over days: day, low, middle, high, and whether it rests on little; a dashed rule at a level."""
    wide = max(BROAD, LEFT + RIGHT + 11 * len(points))
    top = ceiling(min(max((most for _day, _low, _middle, most, _few in points), default=0), 12))
    foot, xs = high - 24, _places(len(points), wide)

    def y(value):
        return foot - (foot - 12) * min(value, top) / top

    parts = [_rule(y(top * n / 3), f"{top * n / 3:g}", wide) for n in range(4)]
    room = (wide - LEFT - RIGHT) / max(len(points), 1)
    parts += [f'<rect class="few" x="{x - room / 2:.1f}" y="12" width="{room:.1f}" height="{foot - 12}"/>'
              for x, point in zip(xs, points, strict=True) if point[4]]
    if points:
        upper = "L".join(f"{x:.1f} {y(point[3]):.1f}" for x, point in zip(xs, points, strict=True))
        lower = "L".join(f"{x:.1f} {y(point[1]):.1f}" for x, point in reversed(list(zip(xs, points, strict=True))))
        middle = "L".join(f"{x:.1f} {y(point[2]):.1f}" for x, point in zip(xs, points, strict=True))
        parts += [f'<path class="band" d="M{upper}L{lower}z"/>', f'<path class="line" d="M{middle}"/>',
                  f'<path class="one" d="M{LEFT} {y(level):.1f}H{wide - RIGHT}"/>',
                  _text(f"{level:g}", wide - RIGHT + 5, y(level) + 5, "mute")]
    parts += _spaced_days(points, high, wide)
    return _figure(parts, high, title, title, heads, [point[:4] for point in points], wide)


def ceiling(value):
    """A round number not below, that three rules divide evenly: 1206 → 1500, 37 → 60."""
    if value <= 3:
        return 3
    unit = 10 ** math.floor(math.log10(value / 3))
    return next(int(3 * step * unit) for step in (1, 2, 3, 4, 5, 6, 8, 10) if 3 * step * unit >= value)


def _places(count, wide=WIDE):
    room = wide - LEFT - RIGHT
    return [LEFT + room * (n + 0.5) / count for n in range(count)]


def _rule(y, label, wide=WIDE):
    return f'<path class="rule" d="M{LEFT} {y:.1f}H{wide - RIGHT}"/>' + _text(label, LEFT - 6, y + 5, "mute rightward", FONT - 1)


def _text(words, x, y, look, size=FONT):
    return f'<text class="{look}" x="{x:.1f}" y="{y:.1f}" font-size="{size}">{esc(words)}</text>'


def _written(points, spots):
    """The last value beside its point, the highest above its own when it is another."""
    most = max(range(len(points)), key=lambda n: points[n][1])
    found = [_text(shown(points[-1][1]), spots[-1][0] + 6, spots[-1][1] + 5, "value")]
    if most < len(points) - 2:
        found.append(_text(shown(points[most][1]), spots[most][0], spots[most][1] - 6, "value mid"))
    return found


def _days(xs, points, high):
    """Every fourth day below, counted from the last."""
    return [_text(f"{point[0]:%m-%d}" if hasattr(point[0], "strftime") else str(point[0]), x, high - 4, "mute mid", FONT - 1)
            for n, (x, point) in enumerate(zip(xs, points, strict=True)) if (len(points) - 1 - n) % 4 == 0]


def _spaced_days(points, high, wide):
    """Days below, as many as do not touch; the first with its year."""
    xs = _places(len(points), wide)
    step = next((n for n in (1, 2, 7, 14, 28) if n * (wide - LEFT - RIGHT) >= 48 * len(points)), 56)
    return [_text(f"{point[0]:%Y-%m-%d}" if n == 0 and len(points) > 8 else f"{point[0]:%m-%d}", x, high - 4, "mute mid", FONT - 1)
            for n, (x, point) in enumerate(zip(xs, points, strict=True)) if n % step == 0 and (n == 0 or x - xs[0] >= 66)]


def _figure(parts, high, title, told, heads, points, wide=WIDE, key=()):
    svg = (f'<svg class="graph" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
           f'role="{role(parts)}" aria-label="{esc(told)}">{"".join(parts)}</svg>')
    head = format_html_join("", '<th scope="col">{}</th>', ((h,) for h in heads))
    cells = (format_html_join("", "<td>{}</td>", ((_cell(cell),) for cell in point)) for point in points)
    table = format_html('<details class="graph-table"><summary>{}</summary><table class="rows"><thead><tr>{}</tr></thead><tbody>{}</tbody>'
                        "</table></details>", _("看数字"), head, format_html_join("", "<tr>{}</tr>", ((row,) for row in cells)))
    told_key = format_html_join("", '<span class="graph-key {}"><i></i>{}</span>', ((look, name) for name, look in key))
    return format_html('<figure class="drawing graph-figure"><figcaption>{}</figcaption>{}<div class="graph-way">{}</div>{}</figure>',
                       title, told_key, mark_safe(svg), table)


def role(parts) -> str:
    """A picture, or a group where something in it can be pressed: within a picture nobody who listens finds it."""
    return "group" if any("<a " in part for part in parts) else "img"


def _cell(cell):
    return f"{cell:%Y-%m-%d}" if hasattr(cell, "strftime") else f"{cell:.2f}" if isinstance(cell, float) else shown(cell)
