"""Where the boxes of a flow lie: lanes by whom, columns by longest path, all ends side by side in a last lane."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from .flow_lines import TRACK, Line, bends, end_bends, route, share_ports, share_tracks

WIDE, HIGH, HEAD, PAD = 146, 58, 40, 12
ROW, FONT, SMALL, CALLOUT, GAP = 17, 15, 13, 44, 26
IN_A_ROW = 4
ENDS = ""


@dataclass(eq=False)
class Box:
    """A state, and what can be done in it without leaving."""

    code: str
    label: str
    owner: str
    is_final: bool
    notes: list = field(default_factory=list)
    row: int = 0
    col: int = 0
    x: float = 0
    y: float = 0
    high: float = HIGH
    ports: dict = field(default_factory=lambda: {"left": [], "right": []})
    trunk: dict = field(default_factory=dict)


@dataclass
class Layout:
    """Boxes and lines with their places; lanes are [owner, top, bottom]."""

    boxes: dict
    lines: list
    ends: list
    here: str | None
    lane_names: dict
    lanes: list = field(default_factory=list)
    width: float = 0
    height: float = 0
    wide: float = WIDE

    @property
    def work(self):
        """States in which somebody has a turn."""
        return [box for box in self.boxes.values() if not box.is_final]

    @property
    def finals(self):
        """States in which nobody has."""
        return [box for box in self.boxes.values() if box.is_final]


def wide(text, size=SMALL):
    """About how wide a text is."""
    return sum(size if ord(letter) > 0x2E7F else size * 0.56 for letter in text)


def _wide_enough(boxes) -> float:
    """As wide as the longest word of any box: English says in a line what Chinese says in a word."""
    words = [wide(box.label, SMALL) + 20 for box in boxes] + [wide(note, SMALL - 1) + 12 for box in boxes for note in box.notes]
    return max(WIDE, *words)


def layout(states, links, notes, here=None, lane_names=None):
    """Place states [(code, label, owner, is_final)] and links {(source, target): label}; notes {code: [words]} stand inside a box."""
    boxes = {code: Box(code, label, owner, is_final, wrapped(notes.get(code, []))) for code, label, owner, is_final in states}
    for box in boxes.values():
        box.high = HIGH + ROW * len(box.notes)
    lines = [Line(boxes[source], boxes[target], label) for (source, target), label in links.items()]
    found = Layout(boxes, [x for x in lines if not x.target.is_final], [x for x in lines if x.target.is_final], here, lane_names or {},
                   wide=_wide_enough(boxes.values()))
    _set_columns(found)
    rows = _rows(found)
    taken = {(box.row, box.col) for box in found.work}
    for line in found.lines:
        route(line, taken, here)
    share_ports(boxes.values(), found.lines, found.ends)
    counts = share_tracks(found.lines, found.ends, len(rows))
    gutter_x = _across(found, counts)
    channel_y = _down(found, rows, counts)
    track_y = _place_ends(found)
    for line in found.lines:
        line.points = bends(line, gutter_x, channel_y, found.wide)
    for line in found.ends:
        line.points = end_bends(line, gutter_x, track_y[line.target.code], found.wide)
    return found


def wrapped(words):
    """Words joined into as few lines as fit a box."""
    lines = []
    for word in words:
        longer = lines and f"{lines[-1]}{_('、')}{word}"
        if lines and wide(longer, SMALL - 1) <= WIDE - 26:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _set_columns(found):
    """Longest path along links that go forward; a step into the next lane goes straight up or down where there is room."""
    order = {code: n for n, code in enumerate(found.boxes)}
    lanes = list(dict.fromkeys(box.owner for box in found.work))
    taken = set()
    for box in found.work:
        before = [line.source for line in found.lines if line.target is box and order[line.source.code] < order[box.code]]
        beside = {a.col for a in before if abs(lanes.index(a.owner) - lanes.index(box.owner)) == 1 and (box.owner, a.col) not in taken}
        box.col = max((a.col if a.col in beside else a.col + 1 for a in before), default=0)
        taken.add((box.owner, box.col))


def _rows(found):
    """Rows as (owner, boxes): a lane has as many rows as states of one column fall into it."""
    rows = []
    for owner in dict.fromkeys(box.owner for box in found.work):
        lane, depths = [], {}
        for box in (box for box in found.work if box.owner == owner):
            depth = depths[box.col] = depths.get(box.col, -1) + 1
            if depth == len(lane):
                lane.append([])
            lane[depth].append(box)
            box.row = len(rows) + depth
        rows += [(owner, boxes) for boxes in lane]
    return rows


def _across(found, counts):
    """Columns from left to right; a gutter holds labels of lines leaving rightward, then tracks, then labels of those leaving leftward."""
    labels = {}
    for line in found.lines:
        if not line.is_vertical:
            key = (line.out_gutter, line.out_side)
            labels[key] = max(labels.get(key, 0), wide(line.label) + 14)
    x, gutter_x, last = HEAD + PAD, {}, max((box.col for box in found.work), default=-1)
    for col in range(-1, last + 1):
        if col >= 0:
            for box in found.work:
                box.x = x if box.col == col else box.x
            x += found.wide
        tracks = counts.get(("gutter", col), 0)
        gutter_x[col] = x + labels.get((col, "right"), TRACK) + TRACK / 2
        if tracks or 0 <= col < last:
            x += labels.get((col, "right"), TRACK) + tracks * TRACK + labels.get((col, "left"), TRACK) + TRACK
    found.width = x + PAD
    return gutter_x


def _down(found, rows, counts):
    """Rows from top to bottom; the height of the lowest track of each channel."""
    y, channel_y = 0, {}
    for n, (owner, boxes) in enumerate(rows):
        if not found.lanes or found.lanes[-1][0] != owner:
            found.lanes.append([owner, y, y])
        y += 16 + counts.get(("channel", n), 0) * TRACK
        channel_y[n] = y - 6
        y += CALLOUT if any(box.code == found.here for box in boxes) else 0
        tall = max(box.high for box in boxes)
        for box in boxes:
            box.y = y + (tall - box.high) / 2
        y += tall + 16
        if n + 1 == len(rows) or rows[n + 1][0] != owner:
            y = _end_lane(found, boxes, y)
    channel_y[len(rows)] = y + counts.get(("channel", len(rows)), 0) * TRACK - 6
    found.height = y + counts.get(("channel", len(rows)), 0) * TRACK
    return channel_y


def _end_lane(found, boxes, y):
    """Close a lane; it is at least as high as its name is long."""
    owner, top, _bottom = found.lanes[-1]
    lack = max(0, wide(found.lane_names.get(owner, owner), FONT) + 22 - (y - top))
    for box in boxes:
        box.y += lack / 2
    found.lanes[-1][2] = y + lack
    return y + lack


def _place_ends(found):
    """The last lane: every end under a level track of its own; farther ends take higher tracks. Tells the tracks' heights."""
    ends = sorted(found.finals, key=lambda box: min((line.source.x for line in found.ends if line.target is box), default=0))
    if not ends:
        return {}
    top = found.height
    is_laid = len(ends) > IN_A_ROW
    (_lay_like_bricks if is_laid else _lay_side_by_side)(found, ends)
    found.width = max(found.width, ends[-1].x + found.wide + PAD)
    far = sorted(ends, key=lambda box: -max((abs(e.source.x + found.wide / 2 - box.x) for e in found.ends if e.target is box), default=0))
    y = top + len(ends) * TRACK + 36
    for course in (ends[::2], ends[1::2]) if is_laid else (ends,):
        y += CALLOUT - 20 if any(box.code == found.here for box in course) else 0
        for box in course:
            box.y = y
        y += max(box.high for box in course) + 38
    found.height = y - 22
    found.lanes.append([ENDS, top, found.height])
    return {box.code: top + 14 + n * TRACK for n, box in enumerate(far)}


def _lay_side_by_side(found, ends):
    """Few ends, each right of the states that lead into it, as far as there is room."""
    left = HEAD + PAD
    for box in ends:
        box.x = max(left, *(line.source.x + found.wide / 2 for line in found.ends if line.target is box), 0)
        left = box.x + found.wide + GAP
    back = min(ends[0].x - HEAD - PAD, max(0, left - GAP + PAD - found.width))
    for box in ends:
        box.x -= back


def _lay_like_bricks(found, ends):
    """Many ends in two courses, so that the line into one of the lower passes between two of the upper."""
    for n, box in enumerate(ends):
        box.x = HEAD + PAD + 4 + n * (found.wide + GAP) / 2
