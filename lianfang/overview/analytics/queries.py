"""Measures counted: for a day by reason, row, unit and officer; for a month without persons or officers, small cells left out."""
from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from lianfang.ground.accounts.models import Account
from lianfang.ground.days import day_end, day_start
from lianfang.ground.indicators.suppress import suppressed
from lianfang.ground.units.models import Unit
from lianfang.overview.ending import rules
from lianfang.response.isolation import queries as isolation
from lianfang.response.isolation.words import measure_word

FIRST = date(1970, 1, 1)  # earlier days have no hour of the clock
WAYS = ("officer", "reason", "row", "unit")


@dataclass(slots=True)
class Counted:
    """An act with what it is counted under, in words."""

    act: isolation.Act
    reason: str
    row: str
    unit: str
    officer: str

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.act.order.person_id

    @property
    def measure(self) -> str:
        """The measure in words."""
        return measure_word(self.act.order.measure)


def counted(begin: date, end: date) -> list[Counted]:
    """Every measure begun or lengthened from one day up to, not with, another, within the reader's scope."""
    acts = isolation.acts_between(day_start(begin), day_start(end))
    names = dict(Account.objects.filter(pk__in={act.officer for act in acts}).values_list("pk", "name"))
    places = _places({act.order.unit for act in acts})
    return [Counted(act, act.reason, _row(act), places[act.order.unit_id], names.get(act.officer, _("系统"))) for act in acts]


def _row(act) -> str:
    version, row = act.row
    return _("{version} 版第 {row} 行").format(version=version, row=row)


def _places(units) -> dict[int, str]:
    """The town of each unit, and the unit itself where it lies in none."""
    above = {a for unit in units for a in unit.ancestor_ids}
    towns = dict(Unit.objects.filter(pk__in=above, level="township").values_list("pk", "name"))
    return {unit.pk: next((towns[a] for a in unit.ancestor_ids if a in towns), unit.name) for unit in units}


def tallies(on: date) -> dict:
    """A day's acts by each way of counting: {way: [(label, acts, people)]}, the most first; and the acts themselves."""
    acts = counted(on, day_end(on).date())
    return {"acts": acts, "people": len({one.act.order.person_id for one in acts}), "by": {way: _tally(acts, way) for way in WAYS}}


def _tally(acts, way):
    number, people = Counter(getattr(one, way) for one in acts), {}
    for one in acts:
        people.setdefault(getattr(one, way), set()).add(one.act.order.person_id)
    return [(label, n, len(people[label])) for label, n in sorted(number.items(), key=lambda pair: (-pair[1], pair[0]))]


def month_of(on: date) -> tuple[date, date]:
    """A day's month: its first day and the next one's."""
    first = on.replace(day=1)
    return first, date(first.year + first.month // 12, first.month % 12 + 1, 1)


def published(on: date, at) -> dict:
    """A month for everybody: people by town and measure, and by ground and measure; no person, no officer, no cell that is small `at` the
    moment of publishing."""
    begin, end = month_of(on)
    acts = counted(begin, end)
    least = rules.number("small_cell", at)
    return {"begin": begin, "end": end, "least": least, "parts": [
        (_("按乡镇（街道）"), _grid(acts, "unit", least)), (_("按依据"), _grid(acts, "reason", least))]}


def _grid(acts, way, least) -> dict:
    """People by a way of counting and by measure: the head, and lines with None where a cell is left out."""
    people = {(getattr(one, way), one.measure, one.act.order.person_id) for one in acts}
    cells = Counter((line, measure) for line, measure, _person in people)
    shown = suppressed(cells, least)
    measures, lines = sorted({measure for _line, measure in cells}), sorted({line for line, _measure in cells})
    return {"measures": measures, "lines": [(line, [shown.get((line, measure), 0) for measure in measures]) for line in lines]}
