"""A long roster is prepared by a second process, two chunks ahead of the one that writes: on two cores, nearly twice as soon."""
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from uuid import UUID

from lianfang.ground.accounts.scope import everything
from lianfang.ground.clock.second import may_part, second

from .. import collector
from ..models import Import
from ..reading import Reading
from . import Setting
from .chunks import Prepared, chunks, prepared
from .notes import headers_of

LARGE = 3_000  # rows: below, a second process costs more than it saves
KINDS = ("returnees", "residents")  # known by a number that stands once in a file: no chunk of these needs the one before
AHEAD = 2


class Ahead:
    """The second process as the first one sees it: asked for one chunk after another; once it is lost, for nothing more."""

    def __init__(self, connection: Connection):
        self.connection, self.asked = connection, 0
        self.is_begun = self.is_lost = False

    def take(self, roster: Import, position: int) -> Prepared | None:
        """A roster's chunk at a position, the one behind the last; None when the second process is gone or could not do it."""
        try:
            found = None if self.is_lost else self._next(roster, position)
        except (EOFError, OSError):
            found = None
        self.is_lost = found is None or found.position != position
        return None if self.is_lost else found

    def _next(self, roster, position):
        if not self.is_begun:
            self.connection.send((roster.pk, position))
            self.is_begun = True
        while self.asked <= AHEAD:
            self.connection.send("next")
            self.asked += 1
        self.asked -= 1
        return self.connection.recv()


@contextmanager
def ahead(reading: Reading, kind: str) -> Iterator[Ahead | None]:
    """A second process for what was read; None where it would not pay."""
    if kind not in KINDS or sum(len(sheet.rows) for sheet in reading.sheets) < LARGE or not may_part():
        yield None
        return
    with second(serve, reading) as connection:
        yield Ahead(connection)


def serve(connection: Connection, reading: Reading) -> None:
    """What the second process does: hear which roster, then one chunk for each question."""
    with everything(), collector.seldom():
        found = _chunks(reading, *connection.recv())
        while connection.recv():
            connection.send(next(found, None))


def _chunks(reading, roster_id: UUID, position: int) -> Iterator[Prepared]:
    roster = Import.objects.select_related("unit", "by").get(pk=roster_id)
    setting = Setting(roster, roster.by, headers_of(reading))
    for at, chunk in chunks(reading, position):
        yield prepared(roster, at, chunk, setting)
