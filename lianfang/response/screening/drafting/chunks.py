"""A roster's rows chunk by chunk, each prepared outside any transaction."""
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from ..models import Import, RowFault
from ..reading import Reading, Row
from . import Draft, Setting, leads, residents, returnees
from .notes import rows_of

CHUNK = 1_500  # what the write lock is held for: under half a second; longer chunks share more pages of the indexes they write
PREPARE = {"returnees": returnees.prepare, "residents": residents.prepare, "leads": leads.prepare}


@dataclass
class Prepared:
    """A chunk ready to be written: where it stands, how many rows it has, what is to be written and counted, and what was wrong."""

    position: int
    rows: int
    accepted: int
    warned: int
    draft: Draft
    faults: list[RowFault] = field(default_factory=list)


def chunks(reading: Reading, start: int = 0) -> Iterator[tuple[int, list[Row]]]:
    """The rows from a position on, chunk by chunk, each with its position."""
    found = islice(reading.rows, start, None)
    while chunk := list(islice(found, CHUNK)):
        yield start, chunk
        start += len(chunk)


def draft_of(kind: str, chunk: list[Row], setting: Setting) -> Draft:
    """What the good rows of a chunk come to."""
    return PREPARE[kind]([row for row in chunk if row.fault is None], setting)


def prepared(roster: Import, position: int, chunk: list[Row], setting: Setting) -> Prepared:
    """One chunk, matched and sealed; its notes are told as faults, and not carried further."""
    draft = draft_of(roster.kind, chunk, setting)
    faults, warned = rows_of(roster, position, chunk, draft, setting), len(draft.notes)
    draft.notes = []
    return Prepared(position, len(chunk), sum(row.fault is None for row in chunk), warned, draft, faults)
