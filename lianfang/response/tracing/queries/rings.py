"""Who was at a place while somebody was there: pairs of stays, asked in plain words of one index, for ten million stays.

A stay lies within one day, so two that overlap have place and day in common: both are compared as equal, and nothing is scanned.
"""
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.db import connection

from lianfang.ground import rows
from lianfang.ground.days import SHANGHAI, day_end, day_of, day_start

MEETING = 's.spot_id = m.spot_id AND s."on" = m."on" AND s.from_at < m.until_at AND s.until_at > m.from_at'
OURS = "m.from_at < %s AND m.until_at > %s"
FIRST = f"""
    SELECT s.person_id, m.person_id, s.spot_id, m.from_at, m.until_at, m.activity, m."row", s.from_at, s.until_at, s.activity, s."row"
    FROM tracing_stay m JOIN tracing_stay s ON {MEETING} AND s.person_id <> m.person_id
    WHERE m.person_id = %s AND m."on" BETWEEN %s AND %s AND {OURS}"""
# of each contact only what he did after he first met the case: from that day on, then to the minute; each place is looked through once, so
# that a class of hundreds who all met each other costs no more than its stays
SECOND = f"""
    WITH met AS MATERIALIZED (
        SELECT s.person_id AS person_id, MIN(m."on") AS met_on,
               MIN(CASE WHEN s.from_at > m.from_at THEN s.from_at ELSE m.from_at END) AS met_at
        FROM tracing_stay m JOIN tracing_stay s ON {MEETING} AND s.person_id <> m.person_id
        WHERE m.person_id = %s AND m."on" BETWEEN %s AND %s AND {OURS} GROUP BY s.person_id),
    theirs AS MATERIALIZED (
        SELECT t.person_id, t.spot_id, t."on", t.from_at, t.until_at, t.activity, t."row", met.met_at
        FROM met JOIN tracing_stay t ON t.person_id = met.person_id AND t."on" BETWEEN met.met_on AND %s AND t.until_at > met.met_at
        WHERE t.from_at < %s),
    places AS MATERIALIZED (SELECT DISTINCT spot_id, "on" FROM theirs),
    others AS MATERIALIZED (
        SELECT o.person_id, o.spot_id, o."on", o.from_at, o.until_at, o.activity, o."row"
        FROM places CROSS JOIN tracing_stay o
        WHERE o.spot_id = places.spot_id AND o."on" = places."on" AND o.person_id <> %s AND o.person_id NOT IN (SELECT person_id FROM met))
    SELECT s.person_id, m.person_id, s.spot_id, CASE WHEN m.from_at > m.met_at THEN m.from_at ELSE m.met_at END, m.until_at, m.activity,
           m."row", s.from_at, s.until_at, s.activity, s."row"
    FROM others s JOIN theirs m ON {MEETING} AND s.until_at > m.met_at"""


@dataclass(frozen=True, slots=True)
class Window:
    """The days of somebody whose contacts count: from a moment up to another."""

    person_id: UUID
    from_at: datetime
    until_at: datetime


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two were at one place at one time: whom it is about, who infected, where, what each did there, which rows, and for how long."""

    person_id: UUID
    source_id: UUID
    spot_id: int
    from_at: datetime
    until_at: datetime
    activity: str
    other: str
    rows_apart: int | None

    @property
    def minutes(self) -> int:
        """Whole minutes together."""
        return int((self.until_at - self.from_at).total_seconds() // 60)

    @property
    def on(self):
        """The calendar day."""
        return day_of(self.from_at)


def window_of(index, at) -> Window:
    """From the first day that counts up to the isolation, or to now."""
    return Window(index.person_id, day_start(index.from_on), min(index.isolated_at or at, at))


def first_ring(window) -> list[Meeting]:
    """Whom somebody met while his contacts count, place by place."""
    return _met(FIRST, window, [_key(window.person_id), *_span(window)])


def second_ring(window) -> list[Meeting]:
    """Whom these met from the hour they first met him, who had not met him themselves; by place as well."""
    values = [_key(window.person_id), *_span(window), _last(window), _written(window.until_at), _key(window.person_id)]
    return _met(SECOND, window, values)


def both_rings(window) -> tuple[list[Meeting], list[Meeting]]:
    """The first ring and the second."""
    return first_ring(window), second_ring(window)


def _span(window) -> list:
    """The days and the moments between which his stays count."""
    return [_day(day_of(window.from_at)), _last(window), _written(window.until_at), _written(window.from_at)]


def _last(window):
    return _day(day_of(window.until_at))


def _met(sql, window, values) -> list[Meeting]:
    with rows.asking() as cursor:
        cursor.execute(sql, values)
        found = [_meeting(row, window) for row in cursor.fetchall()]
    return [one for one in found if one.until_at > one.from_at]


def _meeting(row, window) -> Meeting:
    person, source, spot, begun, ended, activity, row_of, came, went, other, row_at = row
    begun, ended, came, went = map(_moment, (begun, ended, came, went))
    apart = None if row_of is None or row_at is None else abs(row_of - row_at)
    return Meeting(_uuid(person), _uuid(source), spot, max(begun, came, window.from_at), min(ended, went, window.until_at), activity, other,
                   apart)


def _key(one):
    return one.bytes if connection.vendor == "sqlite" else one


def _uuid(value) -> UUID:
    return value if isinstance(value, UUID) else UUID(bytes=bytes(value))


def _day(on):
    return on.isoformat() if connection.vendor == "sqlite" else on


def _written(at):
    """A moment as this database keeps it."""
    return connection.ops.adapt_datetimefield_value(at)


def _moment(value) -> datetime:
    if isinstance(value, str):  # what SQLite works out itself comes as text
        value = datetime.fromisoformat(value)
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def by_day(begun, ended) -> list[tuple[datetime, datetime]]:
    """A time as its parts by calendar day: a stay over midnight is two."""
    parts = []
    while begun < ended:
        stop = min(ended, day_end(day_of(begun)))
        parts.append((begun, stop))
        begun = stop.astimezone(SHANGHAI)
    return parts
