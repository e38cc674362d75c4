"""Small charts made on the server: a line over days, and what came in against what went out; each with its figures as a table."""

import math

from django.utils.html import conditional_escape as esc
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from .parts import shown

WIDE, LEFT, RIGHT, FONT = 360, 46, 46, 14


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


def ceiling(value):
    """A round number not below, that three rules divide evenly: 1206 → 1500, 37 → 60."""
    if value <= 3:
        return 3
    unit = 10 ** math.floor(math.log10(value / 3))
    return next(int(3 * step * unit) for step in (1, 2, 3, 4, 5, 6, 8, 10) if 3 * step * unit >= value)


def _places(count):
    room = WIDE - LEFT - RIGHT
    return [LEFT + room * (n + 0.5) / count for n in range(count)]


def _rule(y, label):
    return f'<path class="rule" d="M{LEFT} {y:.1f}H{WIDE - RIGHT}"/>' + _text(label, LEFT - 6, y + 5, "mute rightward", FONT - 1)


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


def _figure(parts, high, title, told, heads, points):
    svg = (f'<svg class="graph" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high}" width="{WIDE}" height="{high}" role="img" '
           f'aria-label="{esc(told)}">{"".join(parts)}</svg>')
    head = format_html_join("", '<th scope="col">{}</th>', ((h,) for h in heads))
    cells = (format_html_join("", "<td>{}</td>", ((_cell(cell),) for cell in point)) for point in points)
    table = format_html('<details class="graph-table"><summary>{}</summary><table class="rows"><thead><tr>{}</tr></thead><tbody>{}</tbody>'
                        "</table></details>", _("看数字"), head, format_html_join("", "<tr>{}</tr>", ((row,) for row in cells)))
    return format_html('<figure class="drawing graph-figure"><h3>{}</h3>{}{}</figure>', title, mark_safe(svg), table)


def _cell(cell):
    return f"{cell:%Y-%m-%d}" if hasattr(cell, "strftime") else shown(cell)
