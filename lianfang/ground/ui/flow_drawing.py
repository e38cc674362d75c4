"""A flow as a drawing: lanes by whom, states with today's counts, steps as arrows, and where this record is now."""

from collections.abc import Mapping

from django.utils.html import conditional_escape as esc
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..accounts.roles import ROLES
from .drawings.flow_layout import ENDS, FONT, HEAD, SMALL, layout, wide
from .parts import shown


def flow_drawing(flow, counts=None, here=None, passed=(), urls=None, lanes=None, day="", end_word=""):
    """The figure of a flow (its plain dict, or one registered with workflow).

    `counts` {state: n}, each opening `urls[state]`; `here` the record's state, `passed` states or (from, to) pairs it went through,
    `day` what the mark says more, such as 9/14; `lanes` {role: label} instead of the roles' own; `end_word` what the counts of ends mean.
    """
    states, links, notes = read(flow)
    names = {owner: _lane_name(owner, lanes or {}) for _code, _label, owner, _is_final in states}
    plan = layout(states, links, notes, here, names)
    look = _Look(here, passed, links, [code for code, *_rest in states])
    parts = [_lane(plan, lane, n, names) for n, lane in enumerate(plan.lanes)]
    lines = sorted(plan.lines + plan.ends, key=lambda line: look.of_line(line) == "passed")
    parts += [_line(line, look.of_line(line)) for line in lines]
    parts += [_label(line, look.of_line(line)) for line in plan.lines] + _end_labels(plan, look)
    parts += [_box(box, look.of_box(box.code), counts, urls or {}, end_word or _("累计"), plan.wide) for box in plan.boxes.values()]
    parts += [_mark(plan.boxes[here], day)] if here in plan.boxes else []
    title = spoken(_part(flow, "label"))
    svg = (f'<svg class="flow" xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 {plan.width + 2:.0f} {plan.height + 2:.0f}" '
           f'width="{plan.width + 2:.0f}" height="{plan.height + 2:.0f}" role="group" aria-label="{esc(title)}">{"".join(parts)}</svg>')
    return format_html('<figure class="drawing"><div class="drawing-scroll" tabindex="0" role="region" aria-label="{}">{}</div>'
                       "<figcaption>{}</figcaption></figure>", title, mark_safe(svg), _caption(here))


def _caption(here):
    if here:
        return _("横道＝谁来办；绿色带勾＝走过，粗框＝现在，虚线＝还没走到；数字＝各处件数。")
    return _("横道＝谁来办；箭头＝办哪一步；框内小字＝不离开这一处就能办的事；数字＝各处件数。")


def _part(thing, *names):
    """A part of a plain dict or of a registered flow, under either of its names."""
    for name in names:
        if isinstance(thing, Mapping) and name in thing:
            return thing[name]
        if not isinstance(thing, Mapping) and hasattr(thing, name):
            return getattr(thing, name)
    return None


def _each(things):
    return list(things.values()) if isinstance(things, Mapping) else things


def spoken(label):
    """A label in the reader's language; it may be one text or {"zh", "en"}."""
    if not isinstance(label, Mapping):
        return str(label)
    return label["en"] if (get_language() or "").startswith("en") else label["zh"]


def read(flow):
    """States, links between them, and what can be done in each without leaving it."""
    states = [(_part(s, "state", "code"), spoken(_part(s, "label")), _part(s, "owner") or ENDS, bool(_part(s, "final")))
              for s in _each(_part(flow, "states"))]
    links, notes = {}, {}
    for step in _each(_part(flow, "steps")):
        target, label = _part(step, "to", "target"), spoken(_part(step, "label"))
        for source in _part(step, "from", "sources"):
            place, key = (notes, source) if target in (None, source) else (links, (source, target))
            place.setdefault(key, []).append(label)
    return states, {pair: _("、").join(labels) for pair, labels in links.items()}, notes


def _lane_name(owner, lanes):
    if owner in (ENDS, "system"):
        return _("系统") if owner else _("结束")
    return str(lanes.get(owner) or (ROLES[owner].label if owner in ROLES else owner))


class _Look:
    """Which states and lines were passed, which is here, which lie ahead; without `here` all are plain."""

    def __init__(self, here, passed, links, order):
        self.here = here
        pairs = {pair for pair in passed if isinstance(pair, tuple)}
        self.passed = {state for state in passed if not isinstance(state, tuple)} | {source for source, _target in pairs}
        been = self.passed | {here}
        self.lines = pairs or {(a, b) for a, b in links if a in self.passed and b in been and order.index(a) < order.index(b)}

    def of_box(self, code):
        """here, passed, ahead or plain."""
        return "" if self.here is None else "here" if code == self.here else "passed" if code in self.passed else "ahead"

    def of_line(self, line):
        """passed, ahead or plain."""
        return "" if self.here is None else "passed" if (line.source.code, line.target.code) in self.lines else "ahead"


def _lane(plan, lane, n, names):
    owner, top, bottom = lane
    high, odd = bottom - top, " odd" if n % 2 else ""
    return (f'<rect class="lane{odd}" x="0" y="{top:.1f}" width="{plan.width:.1f}" height="{high:.1f}"/>'
            f'<rect class="lane-head" x="0" y="{top:.1f}" width="{HEAD - 8}" height="{high:.1f}"/>'
            f'<text class="heavy mid" writing-mode="vertical-rl" x="{HEAD / 2 - 4}" y="{top + high / 2:.1f}" font-size="{FONT - 1}">'
            f"{esc(names.get(owner) or _('结束'))}</text>")


def _line(line, look):
    points = [point for n, point in enumerate(line.points) if n == 0 or point != line.points[n - 1]]
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    (x0, y0), (x, y) = points[-2:]
    head = f"l{-9 if x > x0 else 9} -5v10z" if abs(x - x0) > abs(y - y0) else f"l-5 {-9 if y > y0 else 9}h10z"
    joint = f'<circle class="head {look}" cx="{points[2][0]:.1f}" cy="{points[2][1]:.1f}" r="2.5"/>' if line.target.is_final else ""
    return f'<path class="edge {look}" d="{path}"/>{joint}<path class="head {look}" d="M{x:.1f} {y:.1f}{head}"/>'


def _label(line, look):
    """What the step is called, over the piece of line that leaves the state."""
    (x, y), (_x, below) = line.points[:2]
    if line.is_vertical:
        is_down = below > y
        return _text(line.label, x + (7 if is_down else -7), (y + below) / 2 + 4, f"label {look}{'' if is_down else ' rightward'}")
    if line.out_side == "left":
        return _text(line.label, x - 7, y - 5, f"label rightward {look}")
    return _text(line.label, x + 7, y - 5, f"label {look}")


def _end_labels(plan, look):
    """What leads into each end, once, beside the line that enters it."""
    found = []
    for box in plan.finals:
        lines = [line for line in plan.ends if line.target is box]
        if lines:
            words = _("、").join(dict.fromkeys(line.label for line in lines))
            passed = "passed" if any(look.of_line(line) == "passed" for line in lines) else ""
            found.append(_text(words, box.x + plan.wide / 2 + 7, box.y - 7, f"label {passed}"))
    return found


def _text(words, x, y, look, size=SMALL):
    return f'<text class="{look}" x="{x:.1f}" y="{y:.1f}" font-size="{size}">{esc(words)}</text>'


def _box(box, look, counts, urls, end_word, room):
    x, middle = box.x, box.x + room / 2
    top = box.y + (box.high - 42 - 17 * len(box.notes)) / 2
    said = [box.label, _("现在在这里") if look == "here" else _("走过") if look == "passed" else ""]
    parts = [f'<rect class="shape" x="{x:.1f}" y="{box.y:.1f}" width="{room:g}" height="{box.high:.1f}" rx="{22 if box.is_final else 6}"/>',
             _text(box.label, middle, top + 16, "title heavy mid", FONT if wide(box.label, FONT) < room - 34 else SMALL)]
    if look == "passed":
        parts.append(f'<path class="tick" d="M{x + 9:.1f} {box.y + 15:.1f}l4 4 7-8"/>')
    if counts is not None:
        parts.append(_count(counts.get(box.code, 0), urls.get(box.code), middle, top + 38, box, end_word))
    parts += [_text(note, middle, top + 56 + 17 * n, "mute mid", SMALL - 1) for n, note in enumerate(box.notes)]
    return f'<g class="state {look}" role="group" aria-label="{esc(_("，").join(filter(None, said)))}">{"".join(parts)}</g>'


def _count(count, url, x, y, box, end_word):
    before = end_word if box.is_final else _("现有")
    number = f'<tspan class="count{"" if count else " zero"}">{esc(shown(count))}</tspan>'
    text = f'<text class="mute mid" x="{x:.1f}" y="{y:.1f}" font-size="{SMALL}">{esc(before)} {number}</text>'
    return f'<a href="{esc(url)}" aria-label="{esc(box.label)} {esc(before)} {esc(shown(count))}">{text}</a>' if url else text


def _mark(box, day):
    """现在在这里, pointing at the box."""
    words = f"{_('现在在这里')} {day}".strip()
    long = wide(words, FONT) + 18
    x, y = box.x - 8, box.y - 42
    return (f'<g class="here-mark" aria-hidden="true"><rect x="{x:.1f}" y="{y:.1f}" width="{long:.1f}" height="28" rx="4"/>'
            f'<path d="M{x + 24:.1f} {y + 27:.1f}h18l-9 13z"/>{_text(words, x + long / 2, y + 19, "mid", FONT)}</g>')
