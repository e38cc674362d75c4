"""The board of the gates: behind each its open points, the gravest first, with what units say of them."""
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import within
from lianfang.ground.days import day_of

from .. import rules
from ..models import Point
from .outside import Task, tasks_of
from .weeks import Said, said_of


@dataclass(frozen=True, slots=True)
class Card:
    """A point on the board: what units say of it this week, and its measures."""

    point: Point
    said: Said
    tasks: list[Task]

    @property
    def open(self) -> int:
        """Measures that are not done."""
        return sum(one.is_open for one in self.tasks)

    @property
    def tone(self) -> str:
        """How its level looks."""
        return rules.TONES.get(self.point.level, "")

    @property
    def word(self) -> str:
        """Its level."""
        return rules.level_word(self.point.level)

    @property
    def proposed(self) -> str:
        """The level that the worst of the units would give it, where it is another one."""
        return rules.level_word(self.said.worst) if self.said.worst and self.said.worst != self.point.level else ""


@dataclass(frozen=True, slots=True)
class Column:
    """A gate with its cards."""

    code: str
    name: str
    cards: list[Card]


def cards_of(points, week_on) -> list[Card]:
    """Points with what is said of them."""
    said, tasks = said_of(points, week_on) if week_on else {}, {}
    for one in tasks_of([point.pk for point in points]):
        tasks.setdefault(one.origin, []).append(one)
    return [Card(one, said.get(one.pk, Said()), tasks.get(one.pk, [])) for one in points]


def open_points(reach):
    """Points that are not closed, the gravest first."""
    rows = within(Point.objects.filter(closed_at=None), reach)
    return list(rows.select_related("unit", "account").order_by("-rank", "review_at", "pk"))


def board(reach, week_on, at) -> list[Column]:
    """Every gate of the day; points behind a gate that the table no longer has stand in a last column."""
    cards, named = cards_of(open_points(reach), week_on), rules.gate_words(day_of(at))
    found = [Column(code, name, [one for one in cards if one.point.gate == code]) for code, name in named.items()]
    rest = [one for one in cards if one.point.gate not in named]
    return [*found, Column("", _("其他"), rest)] if rest else found
