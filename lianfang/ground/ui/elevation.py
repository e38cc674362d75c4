"""The front of a building as a drawing: stairs side by side, a cell for each door, from a list of cells and nothing else."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import conditional_escape as esc
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from .drawings.cells import CLOSE, LANE, ROOMY, TIGHT, Size, Words, draw_cell, draw_shop
from .drawings.statuses import PATTERNS, STATUSES
from .parts import num

LANE_ROW = 8
EDGE, LABEL, ROOF = 10, 46, 14


@dataclass(frozen=True, slots=True)
class Cell:
    """A door: where it is, what it is, and where it leads; `people` None is unknown, `door` counts from the left of its stair."""

    stair: int | str
    floor: int
    door: int
    number: str
    status: str = "normal"
    word: str = ""
    note: str = ""
    people: int | None = None
    open_turns: int = 0
    day: int | None = None
    days: int | None = None
    url: str = ""
    selected: bool = False
    shop: bool = False
    shut: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything lies."""

    size: Size
    floors: tuple
    shops: frozenset
    stairs: tuple
    doors: Mapping
    lefts: Mapping
    width: float
    height: float
    tops: Mapping


@dataclass(frozen=True, slots=True)
class Keys:
    """How a legend speaks: the word of each status in its order, what a cell is counted in, the sum of all, what a tap opens."""

    words: Mapping
    each: str
    total: str
    opens: str


def _doors() -> Keys:
    """Homes behind doors."""
    return Keys({code: found.word for code, found in STATUSES.items() if code != "shop"}, _("户"), _("共 {} 户 {} 人"),
                _("点任一门看人、管控令和待办。"))


def elevation(cells: Sequence[Cell], floors=None, *, urls=None, title="", kind="building", foot="", keys=None):
    """The whole figure: legend with counts (each opening `urls[status]`), drawing, and a line below; kind is building or lane; `keys`
    where the cells are no homes."""
    svg, keys = lane(cells, title) if kind == "lane" else house(cells, floors, title), keys or _doors()
    below = format_html('<figcaption>{} {}<span class="no-print">{}</span></figcaption>', foot, _("左侧花纹与文字同义，黑白打印也能分辨。"),
                        keys.opens)
    scroll = format_html('<div class="drawing-scroll" tabindex="0" role="region" aria-label="{}">{}</div>', title or _("楼体立面图"), svg)
    return format_html('{}<figure class="drawing">{}{}</figure>', legend(cells, urls or {}, keys), scroll, below)


def legend(cells, urls, keys):
    """Each status with its pattern, word and number of doors."""
    counts = Counter(cell.status for cell in cells if not cell.shop)
    items = format_html_join("", '<li class="is-{}"><span class="swatch"><i class="band"></i></span><span><b>{}</b> {} {}</span></li>', (
        (code, word, num(counts[code], urls.get(code, ""), label=word), keys.each) for code, word in keys.words.items()))
    known = [cell.people or 0 for cell in cells if not cell.shop]
    total = format_html(keys.total, mark_safe(f"<b>{len(known)}</b>"), mark_safe(f"<b>{sum(known):,}</b>"))
    return format_html('<ul class="keys">{}<li><span class="open-badge">{}</span>{}</li><li class="keys-all"><span>{}</span></li></ul>',
                       items, _("办1"), _("今日未办件数"), total)


def house(cells, floors=None, title=""):
    """The drawing of a building."""
    plan, words = _plan(cells, floors), Words()
    parts = [_open(plan.width, plan.height, title or _("楼体立面图"), cells)]
    parts += [_stair(plan, stair) for stair in plan.stairs]
    parts += [_floor_label(plan, floor) for floor in plan.floors]
    parts += [_placed(plan, cell, words) for cell in sorted(cells, key=lambda c: (str(c.stair), -c.floor, c.door))]
    ground = plan.height - EDGE
    parts.append(f'<path class="ground" d="M{EDGE} {ground}H{plan.width - EDGE}"/></svg>')
    return mark_safe("".join(parts))


def _plan(cells, floors):
    floors = sorted(set(floors or ()) | {cell.floor for cell in cells}, reverse=True)
    doors = defaultdict(int)
    for cell in cells:
        doors[cell.stair] = max(doors[cell.stair], cell.door)
    stairs = tuple(sorted(doors, key=lambda stair: (len(str(stair)), str(stair))))
    shops = frozenset({cell.floor for cell in cells if cell.shop} - {cell.floor for cell in cells if not cell.shop})
    size = ROOMY if len(floors) <= 8 else CLOSE if len(floors) <= 16 else TIGHT
    lefts, x = {}, EDGE + LABEL
    for stair in stairs:
        lefts[stair] = x
        x += doors[stair] * (size.width + size.gap) + size.well + size.gap + size.between
    tops, y = {}, EDGE + ROOF + size.gap
    for floor in floors:
        tops[floor] = y + (size.awning if floor in shops else 0)
        y = tops[floor] + (size.shop if floor in shops else size.height) + size.gap
    foot = 0 if shops else size.plate
    return Plan(size, tuple(floors), shops, stairs, dict(doors), lefts, x - size.between + EDGE, y + foot + EDGE, tops)


def _open(width, height, title, cells):
    told = Counter(cell.status for cell in cells)
    said = _("，").join(f"{STATUSES[code].word} {n}" for code, n in told.items() if code in STATUSES)
    look = "house tall" if height > width else "house"
    return (f'<svg class="{look}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
            f'height="{height:.0f}" role="group" aria-label="{esc(title)}{_("：")}{esc(said)}">{PATTERNS}')


def _stair(plan, stair):
    """The wall of one stair with its roof, its steps and its door plate."""
    size, left = plan.size, plan.lefts[stair]
    wide = plan.doors[stair] * (size.width + size.gap) + size.well + size.gap
    bottom = plan.height - EDGE
    well = left + size.gap + _before(plan.doors[stair]) * (size.width + size.gap)
    parts = [f'<rect class="wall" x="{left}" y="{EDGE + ROOF - 4}" width="{wide}" height="{bottom - EDGE - ROOF + 4}"/>',
             f'<rect class="roof" x="{left - 3}" y="{EDGE}" width="{wide + 6}" height="{ROOF - 4}"/>']
    for floor in plan.floors:
        if floor not in plan.shops:
            y = plan.tops[floor] + size.height
            parts.append(f'<path class="floor-line" d="M{left} {y + size.gap / 2}h{wide}"/>{_steps(well, y, size)}')
    parts.append(_plate(stair, well, bottom, size))
    return "".join(parts)


def _before(doors):
    """How many doors stand left of the steps."""
    return (doors + 1) // 2


def _steps(x, y, size):
    rise, run = size.height * 0.45 / 4, (size.well - 14) / 4
    return f'<path class="treads" d="M{x + 3:.1f} {y - 3:.1f}' + f"h{run:.1f}v{-rise:.1f}" * 4 + f'h{run:.1f}"/>'


def _plate(stair, x, bottom, size):
    middle, high, wide = x + size.well / 2 - size.gap / 2, size.plate, max(size.well - 4, 30)
    word = _("单元")
    return (f'<rect class="plate" x="{middle - wide / 2:.1f}" y="{bottom - high}" width="{wide}" height="{high}"/>'
            f'<text class="mid heavy" x="{middle:.1f}" y="{bottom - high * 0.55:.1f}" font-size="{size.font}">{esc(stair)}</text>'
            f'<text class="mid" x="{middle:.1f}" y="{bottom - high * 0.18:.1f}" font-size="{size.small - 1}">{esc(word)}</text>')


def _floor_label(plan, floor):
    high = plan.size.shop if floor in plan.shops else plan.size.height
    y = plan.tops[floor] + high / 2 + 5
    text = _("%(n)d层") % {"n": floor}
    return f'<text class="rightward" x="{EDGE + LABEL - 8}" y="{y:.1f}" font-size="{plan.size.font}">{esc(text)}</text>'


def _placed(plan, cell, words):
    size = plan.size
    across = cell.door - 1 if cell.door <= _before(plan.doors[cell.stair]) else cell.door
    x = plan.lefts[cell.stair] + size.gap + (cell.door - 1) * (size.width + size.gap) + (size.well if across >= cell.door else 0)
    return (draw_shop if cell.shop else draw_cell)(cell, x, plan.tops[cell.floor], size, words)


def lane(cells, title=""):
    """The drawing of a lane of bungalows: one row of doors, broken after every eighth."""
    rows = [cells[at : at + LANE_ROW] for at in range(0, len(cells), LANE_ROW)]
    words, size, pitch = Words(), LANE, LANE.width + LANE.gap + LANE.between
    width = 2 * EDGE + pitch * min(len(cells), LANE_ROW)
    step = size.porch + size.height + size.plate
    parts = [_open(width, step * len(rows) + EDGE, title or _("平房胡同"), cells)]
    for row, doors in enumerate(rows):
        top = EDGE + row * step + size.porch
        for column, cell in enumerate(doors):
            parts.append(_bungalow(cell, EDGE + size.between / 2 + column * pitch, top, words))
        parts.append(f'<path class="ground" d="M{EDGE / 2} {top + size.height + 4}H{width - EDGE / 2}"/>')
    return mark_safe("".join(parts) + "</svg>")


def _bungalow(cell, x, top, words):
    size = LANE
    roof = f"M{x - 6} {top - 2}L{x + 16} {top - size.porch + 8}H{x + size.width - 16}L{x + size.width + 6} {top - 2}z"
    return f'<path class="roof" d="{roof}"/>{draw_cell(cell, x, top, size, words)}'
