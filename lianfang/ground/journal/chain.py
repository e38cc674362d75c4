"""The chain over committed lines: their canonical bytes, what waits for a seal, and the first line that does not fit."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from . import triggers

START = ""
BYTES = 16  # of a uuid as SQLite keeps it
LOOK_BACK = 900  # seconds: no transaction is longer, so no line commits later than that behind a sealed one
GLANCE = 10  # seconds that a look between two such looks goes back: nearly all transactions are shorter
COLUMNS = ("id", "at", "by", "unit", "verb", "kind", "record", "subject", "because", "data")


# ids and moments as text, the moment as `_moment` writes it
TYPED = ("l.id::text, to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"+00:00\"'), l.by, l.unit, l.verb, l.kind, "
         "l.record::text, l.subject::text, l.because::text, l.data")


class Raw(NamedTuple):
    """A line as it lies in the table: its id as the database keeps it, and the canonical bytes of all its columns."""

    id: Any
    content: bytes

    @property
    def uuid(self) -> UUID:
        """Its id as everybody else speaks of it."""
        return UUID(bytes=self.id) if isinstance(self.id, bytes) else self.id


@dataclass(slots=True)
class Bad:
    """The first thing wrong: at which position, which line, and what."""

    position: int | None
    line: str | None
    reason: str


def link(head: str, raw: Raw) -> str:
    """The hash of a line under the hash before it."""
    return hashlib.sha256(head.encode() + raw.content).hexdigest()


def unsealed(limit, after=None, back: int = LOOK_BACK) -> list[Raw]:
    """Committed lines without a seal, oldest first, from a line on; else looking back some seconds behind the newest sealed one."""
    floor = after or _floor(back)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_columns()} FROM journal_line l WHERE {'l.id >= %s AND' if floor else ''} NOT EXISTS "
            "(SELECT 1 FROM journal_seal s WHERE s.line = l.id) ORDER BY l.id LIMIT %s",
            [*([floor] if floor else []), limit],
        )
        return [_raw(row) for row in cursor.fetchall()]


def first_bad(base=connection) -> Bad | None:
    """Read the whole journal of this database or of another; the first fault found, or None."""
    if gone := triggers.missing(base):
        return Bad(None, None, f"triggers missing or weakened: {', '.join(gone)}")
    head, position = START, 0
    for position, (at, sealed, digest, raw) in enumerate(_sealed(base), 1):
        if at != position:
            return Bad(position, None, f"the seal of position {position} is gone (the next one is {at})")
        if raw is None:
            return Bad(position, _id(sealed), "the line was removed")
        if (head := link(head, raw)) != digest:
            return Bad(position, _id(sealed), "the line or its seal was changed")
    return _loose(base)


def count() -> int:
    """How many lines are sealed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT COALESCE(MAX(position), 0) FROM journal_seal")
        return cursor.fetchone()[0]


def newest() -> UUID | None:
    """The id of the newest line, sealed or not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM journal_line ORDER BY id DESC LIMIT 1")
        found = cursor.fetchone()
        return Raw(found[0], b"").uuid if found else None


def head() -> str:
    """The newest hash: printed on the bulletin, so that a chain rebuilt later can be told."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT hash FROM journal_seal ORDER BY position DESC LIMIT 1")
        found = cursor.fetchone()
        return found[0] if found else START


def _loose(base):
    """A line that lies far behind the newest seal and has none: it was slipped in."""
    floor = _floor(base=base)
    if not floor:
        return None
    with base.cursor() as cursor:
        cursor.execute(
            "SELECT l.id FROM journal_line l WHERE l.id < %s AND NOT EXISTS (SELECT 1 FROM journal_seal s WHERE s.line = l.id) "
            "ORDER BY l.id LIMIT 1",
            [floor],
        )
        found = cursor.fetchone()
    return Bad(None, _id(found[0]), "the line was slipped in behind sealed ones") if found else None


def _floor(back=LOOK_BACK, base=connection):
    """The smallest id that may still wait for its seal, as the database compares it."""
    with base.cursor() as cursor:
        cursor.execute("SELECT line FROM journal_seal ORDER BY position DESC LIMIT 1")
        found = cursor.fetchone()
    if not found:
        return None
    try:
        newest = UUID(_id(found[0])).int >> 80
    except ValueError:
        return None
    return UUID(int=max(newest - back * 1000, 0) << 80)


def _columns(prefix="l."):
    return ", ".join(prefix + connection.ops.quote_name(c) for c in COLUMNS)


def _sealed(base) -> Iterator:
    """Each seal with the line it names, in order, read in slices by position."""
    after, is_typed = 0, base.vendor == "postgresql"
    columns_of, raw = (TYPED, _typed) if is_typed else (_columns(), _raw)
    while True:
        with base.cursor() as cursor:
            cursor.execute(
                f"SELECT s.position, s.line, s.hash, {columns_of} FROM journal_seal s LEFT JOIN journal_line l ON l.id = s.line "
                "WHERE s.position > %s ORDER BY s.position LIMIT 20000",
                [after],
            )
            found = cursor.fetchall()
        for position, sealed, digest, *columns in found:
            yield position, sealed, digest, (None if columns[0] is None else raw(columns))
        if not found:
            return
        after = found[-1][0]


def _raw(columns) -> Raw:
    """A row as read; its content is one JSON list, written piece by piece, for a journal is read line after line."""
    ident, at, by, unit, verb, kind, record, subject, because, content = columns
    parts = (f"[{_quoted(ident)},{_moment(at)},{_plain(by)},{_plain(unit)},{_plain(verb)},{_plain(kind)},"
             f"{_quoted(record)},{_quoted(subject)},{_quoted(because)},{_content(content)}]")
    return Raw(ident, parts.encode("utf-8", "surrogatepass"))


def _typed(columns) -> Raw:
    """The same where the database keeps ids and moments as what they are and gives them as text: nothing else can lie there."""
    ident, at, by, unit, verb, kind, record, subject, because, content = columns
    parts = (f'["{ident}","{at}",{_plain(by)},{_plain(unit)},{_plain(verb)},{_plain(kind)},'
             f"{_given(record)},{_given(subject)},{_given(because)},{_content(content)}]")
    return Raw(ident, parts.encode("utf-8", "surrogatepass"))


def _given(text):
    return f'"{text}"' if text else "null"


def _id(value):
    """A uuid, or whatever lies there instead, as text."""
    if value.__class__ is bytes and len(value) == BYTES:
        found = value.hex()
        return f"{found[:8]}-{found[8:12]}-{found[12:16]}-{found[16:20]}-{found[20:]}"
    return str(value)


def _quoted(value):
    """An id as JSON."""
    if value is None:
        return "null"
    plain = value.__class__ is UUID or (value.__class__ is bytes and len(value) == BYTES)
    return f'"{_id(value)}"' if plain else _written(str(value))


@lru_cache(1000, typed=True)
def _plain(value):
    """Words, units and accounts: of each there are few."""
    return _written(value)


@lru_cache(1000, typed=True)
def _moment(value):
    """A moment as UTC text to the microsecond, the same on both databases; text that is no moment stays as it is."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return _written(value)
    if value is None:
        return "null"
    value = value if value.tzinfo else value.replace(tzinfo=UTC)
    return _written(value.astimezone(UTC).isoformat(timespec="microseconds"))


def _content(value):
    """The data column, its keys in order; text that is no JSON stays as it is."""
    if value == "{}":
        return value
    if isinstance(value, bytes | str):
        try:
            value = json.loads(value)
        except ValueError:
            value = repr(value)
    return _written(value)


_written = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str).encode
