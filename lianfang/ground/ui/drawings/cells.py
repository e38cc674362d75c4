"""One cell of a building's front: band, number, people, word, note and the badge of open turns."""

from dataclasses import dataclass
from functools import cache
from html import escape as esc

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .statuses import STATUSES, status


@dataclass(frozen=True, slots=True)
class Size:
    """Measures of a drawing, in its own units."""

    width: int
    height: int
    gap: int
    well: int
    between: int
    band: int
    font: int
    small: int
    shop: int = 54
    awning: int = 14
    porch: int = 40
    plate: int = 52
    badge: tuple = (36, 24)
    is_tight: bool = False


ROOMY = Size(width=124, height=80, gap=6, well=36, between=10, band=16, font=17, small=15)
CLOSE = Size(width=126, height=46, gap=4, well=34, between=8, band=12, font=15, small=14, shop=46, awning=10, badge=(30, 19))
TIGHT = Size(width=92, height=42, gap=3, well=30, between=6, band=9, font=13, small=13, shop=42, awning=7, plate=40, badge=(17, 17),
             is_tight=True)
LANE = Size(width=126, height=72, gap=4, well=0, between=14, band=16, font=17, small=15, porch=40, plate=30)


class Words:
    """What a drawing says, asked of the catalogue once and not at every door."""

    def __init__(self):
        self.statuses = {code: str(found.word) for code, found in STATUSES.items()}
        self.people, self.unknown, self.badge = _("%(n)d人"), _("?人"), _("办%(n)d")
        self.running = _("{status} {day}/{days}")
        self.open, self.shut, self.comma = _("营业"), _("停业"), _("，")
        self.turns = cache(lambda n: ngettext("今日 %(n)d 件未办", "今日 %(n)d 件未办", n) % {"n": n} if n else "")

    def of(self, cell, look):
        """The word on a door: 隔离 5/14."""
        if cell.word or not (cell.day and cell.days):
            return cell.word or self.statuses[look.code]
        return self.running.format(status=self.statuses[look.code], day=cell.day, days=cell.days)

    def people_of(self, cell):
        """How many live there: 3人, ?人, or nothing."""
        if cell.people is None:
            return self.unknown if cell.status == "to_check" else ""
        return self.people % {"n": cell.people}


def draw_cell(cell, x, y, size, words):
    """A flat: a link when it leads somewhere, and said aloud in one sentence."""
    look = status(cell.status)
    word = words.of(cell, look)
    inset = size.band + (5 if size.is_tight else 8) if look.pattern else 6 if size.is_tight else 9
    parts = [f'<rect class="shape" x="{x}" y="{y}" width="{size.width}" height="{size.height}" rx="3"/>']
    if look.pattern:
        parts.append(f'<rect x="{x + 1}" y="{y + 1}" width="{size.band}" height="{size.height - 2}" fill="url(#p-{look.pattern})"/>')
    parts.append(_two_lines(cell, word, x, y, inset, size, words))
    return _linked(cell, f"cell is-{look.code}", _said(cell, word, words), "".join(parts))


def _two_lines(cell, word, x, y, inset, size, words):
    low = y + size.height * 0.29 + 3, y + size.height * 0.72 + 3
    people = "" if cell.status == "empty" else words.people_of(cell)
    first = f'{esc(str(cell.number))}<tspan dx="6">{esc(people)}</tspan>' if people else esc(str(cell.number))
    parts = [f'<text class="number" x="{x + inset}" y="{low[0]:.1f}" font-size="{size.small}">{first}</text>',
             f'<text class="word" x="{x + inset}" y="{low[1]:.1f}" font-size="{size.font}">{esc(word)}</text>']
    if cell.note:
        edge = x + size.width - (3 if size.is_tight else 7)
        parts.append(f'<text class="note rightward" x="{edge}" y="{low[1]:.1f}" font-size="{size.small - 1}">{esc(str(cell.note))}</text>')
    if cell.open_turns:
        parts.append(_badge(cell.open_turns, words, x + size.width - (2 if size.is_tight else 5), low[0] - size.small * 0.36, size))
    return "".join(parts)


def _badge(turns, words, right, middle, size):
    """What is open today: 办2, or the figure alone where there is no room for more."""
    text = str(turns) if size.is_tight else words.badge % {"n": turns}
    wide, high = size.badge[0] + (8 if turns > 9 else 0), size.badge[1]
    return (f'<g class="turns"><rect x="{right - wide:.1f}" y="{middle - high / 2:.1f}" width="{wide}" height="{high}" rx="{high / 2}"/>'
            f'<text class="mid" x="{right - wide / 2:.1f}" y="{middle + 4.6:.1f}" font-size="{size.small - 1}">{esc(text)}</text></g>')


def draw_shop(cell, x, y, size, words):
    """A shop on the ground: awning, name, and whether it is open."""
    shut = " shut" if cell.shut else ""
    word = cell.word or (words.shut if cell.shut else words.open)
    word = _("{word}（{note}）").format(word=word, note=cell.note) if cell.note and not size.is_tight else word
    wide, high = size.width, size.shop
    parts = [f'<path class="awning{shut}" d="M{x + 5} {y - size.awning}H{x + wide - 5}L{x + wide} {y - 1}H{x}z"/>',
             f'<rect class="shape" x="{x}" y="{y}" width="{wide}" height="{high}"/>']
    for look, text, low in (("number", cell.number, 0.4), ("word", word, 0.82)):
        parts.append(f'<text class="{look}" x="{x + 8}" y="{y + high * low:.1f}" font-size="{size.small}">{esc(str(text))}</text>')
    return _linked(cell, f"cell is-shop{shut}", f"{cell.number} {word}", "".join(parts))


def _said(cell, word, words):
    return words.comma.join(map(str, filter(None, (cell.number, word, words.people_of(cell), cell.note, words.turns(cell.open_turns)))))


def _linked(cell, look, said, inside):
    if not cell.url:
        return f'<g class="{look}" role="img" aria-label="{esc(said)}">{inside}</g>'
    current = ' aria-current="true"' if cell.selected else ""
    return (f'<a class="{look}" href="{esc(cell.url)}" hx-get="{esc(cell.url)}" hx-target="#panel" hx-push-url="true" '
            f'aria-label="{esc(said)}"{current}>{inside}</a>')
