"""The lines of a flow's drawing: which sides, gutters and channels they take, each in a track of its own."""

from dataclasses import dataclass, field
from typing import Any

TRACK, PORT = 11, 19


@dataclass(eq=False)
class Line:
    """A line between two states: out of a side, up or down a gutter between columns, maybe along a channel above a row, and in."""

    source: Any
    target: Any
    label: str
    out_side: str = "right"
    in_side: str = "left"
    out_gutter: int = 0
    in_gutter: int = 0
    channel: int | None = None
    is_vertical: bool = False
    tracks: dict = field(default_factory=dict)
    points: list = field(default_factory=list)


def route(line, taken, here):
    """Choose sides, gutters and channel of a line between working states; `taken` are the (row, column) pairs with a box."""
    a, b = line.source, line.target
    if a.col == b.col and abs(a.row - b.row) == 1 and here != max(a, b, key=lambda box: box.row).code:
        line.is_vertical = True
        return
    line.out_side = "left" if b.col < a.col else "right"
    line.in_side = "left" if b.col > a.col else "right"
    line.out_gutter = a.col - (line.out_side == "left")
    line.in_gutter = b.col - (line.in_side == "left")
    low, high = sorted((line.out_gutter, line.in_gutter))
    if any((b.row, col) in taken for col in range(low + 1, high + 1)):
        line.channel = b.row if b.row >= a.row else b.row + 1
    else:
        line.in_gutter = line.out_gutter


def share_ports(boxes, lines, ends):
    """Each line its own place on the side of a box, ordered by where it goes, so that few cross; all ends of a state share one."""
    for line in lines:
        if not line.is_vertical:
            line.source.ports[line.out_side].append((line.target.row, "out", line))
            line.target.ports[line.in_side].append((line.source.row, "in", line))
    for source in {line.source.code: line.source for line in ends}.values():
        source.ports["right"].append((len(boxes), "trunk", None))
    for box in boxes:
        for ports in box.ports.values():
            ports.sort(key=lambda port: port[:2])
        box.high = max(box.high, PORT * (max(map(len, box.ports.values())) + 1))


def port(box, side, way, line=None):
    """The height at which a line leaves or enters a box."""
    at = next(n for n, (_row, how, owner) in enumerate(box.ports[side]) if how == way and owner is line)
    return box.y + box.high * (at + 1) / (len(box.ports[side]) + 1)


def share_tracks(lines, ends, rows):
    """Give each upright piece a track in its gutter and each level piece one in its channel; how many each place needs."""
    asks = [ask for line in lines if not line.is_vertical for ask in _pieces(line)]
    for source in {line.source.code: line.source for line in ends}.values():
        asks.append((("gutter", source.col), 2 * source.row + 1, 2 * rows + 1, source.trunk, "out"))
    used = {}
    for place, start, end, tracks, name in sorted(asks, key=lambda ask: -abs(ask[1] - ask[2])):
        lanes, (low, high) = used.setdefault(place, []), sorted((start, end))
        track = next((n for n, taken in enumerate(lanes) if all(high < x or low > y for x, y in taken)), len(lanes))
        if track == len(lanes):
            lanes.append([])
        lanes[track].append((low, high))
        tracks[name] = track
    return {place: len(lanes) for place, lanes in used.items()}


def _pieces(line):
    """What a line asks for: rows count odd, the channels above them even."""
    a, b = 2 * line.source.row + 1, 2 * line.target.row + 1
    if line.channel is None:
        return [(("gutter", line.out_gutter), a, b, line.tracks, "out")]
    level = 2 * line.channel
    return [(("gutter", line.out_gutter), a, level, line.tracks, "out"), (("gutter", line.in_gutter), level, b, line.tracks, "in"),
            (("channel", line.channel), line.out_gutter, line.in_gutter, line.tracks, "level")]


def bends(line, gutter_x, channel_y, width):
    """The corners of a line between working states."""
    a, b = line.source, line.target
    if line.is_vertical:
        x = a.x + width / 2 + (24 if a.row < b.row else -24)
        return [(x, a.y + a.high), (x, b.y)] if a.row < b.row else [(x, a.y), (x, b.y + b.high)]
    start = (a.x + width * (line.out_side == "right"), port(a, line.out_side, "out", line))
    end = (b.x + width * (line.in_side == "right"), port(b, line.in_side, "in", line))
    out_x = gutter_x[line.out_gutter] + line.tracks["out"] * TRACK
    if line.channel is None:
        is_level = a.row == b.row and len(b.ports[line.in_side]) == 1
        return [start, (end[0], start[1])] if is_level else [start, (out_x, start[1]), (out_x, end[1]), end]
    in_x = gutter_x[line.in_gutter] + line.tracks["in"] * TRACK
    level = channel_y[line.channel] - line.tracks["level"] * TRACK
    return [start, (out_x, start[1]), (out_x, level), (in_x, level), (in_x, end[1]), end]


def end_bends(line, gutter_x, track_y, width):
    """The corners of a line to an end: out, down its state's trunk, along the end's track, down into it."""
    a, b = line.source, line.target
    y, x = port(a, "right", "trunk"), gutter_x[a.col] + a.trunk["out"] * TRACK
    return [(a.x + width, y), (x, y), (x, track_y), (b.x + width / 2, track_y), (b.x + width / 2, b.y)]
