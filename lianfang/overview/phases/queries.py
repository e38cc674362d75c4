"""The phases of a county, and which editions of the tables hold in one."""
from dataclasses import dataclass
from datetime import date, timedelta

from lianfang.ground import decisions
from lianfang.ground.decisions import current, registry

from .models import Phase


@dataclass(frozen=True, slots=True)
class Lasting:
    """A phase with the day on which the next begins (None: it is the last)."""

    phase: Phase
    until_on: date | None

    @property
    def last_on(self) -> date | None:
        """Its last day."""
        return self.until_on and self.until_on - timedelta(days=1)

    def holds_on(self, on) -> bool:
        """Whether it is this phase on a day."""
        return self.phase.from_on <= on and (self.until_on is None or on < self.until_on)


@dataclass(frozen=True, slots=True)
class Held:
    """A table in a phase: on which documents its rows stand on the first day, how many rows, whether these differ from the day before,
    and on which days of the phase they change again; `is_county` where a version of the county's own is among them.
    """

    name: str
    documents: tuple
    rows: int
    has_changed: bool
    changes: tuple
    is_county: bool


def phases() -> list[Lasting]:
    """All phases, the newest first."""
    found = list(Phase.objects.select_related("by").order_by("-from_on"))
    return [Lasting(phase, found[n - 1].from_on if n else None) for n, phase in enumerate(found)]


def phase_named(pk) -> Lasting | None:
    """One of them; None of what is not there."""
    return next((one for one in phases() if one.phase.pk == pk), None)


def before(lasting) -> Lasting | None:
    """The phase before it."""
    return next((one for one in phases() if one.until_on == lasting.phase.from_on), None)


def tables_in(lasting, since=None) -> list[Held]:
    """Every table as it stands on a phase's first day; changed are those whose rows differ from a day's before (`since`: the first day of
    the phase before; without one nothing has changed). Those that change come first."""
    on, path = lasting.phase.from_on, current.county()
    found = [_held(name, on, lasting.until_on, since, path) for name in registry.names()]
    return sorted(found, key=lambda one: (not one.has_changed, not one.changes, one.name))


def _held(name, on, until, since, path) -> Held:
    table = decisions.table(name)
    now = table.in_force(on, path)
    then = table.in_force(since, path) if since else now
    edges = {day for row in table.rows for day in (row.from_on, row.until_on) if on < day < (until or date.max)}
    return Held(name, tuple(dict.fromkeys(row.document for row in now)), len(now), _marks(now) != _marks(then), tuple(sorted(edges)),
                any(row.version != row.from_on.isoformat() for row in now))


def _marks(rows) -> set:
    return {(row.version, row.number) for row in rows}
