"""Rosters go in chunk by chunk: prepared outside the transaction, written and counted inside, gone on with after a crash."""
import io
import time

from django.db import IntegrityError, transaction

from lianfang.ground import days, rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.sheets import SheetError

from .. import collector, drafting, lease, storage
from ..drafting.chunks import chunks, prepared
from ..drafting.notes import headers_of
from ..drafting.places import Doors
from ..models import Import
from ..queries.rosters import COUNTS
from ..queries.travel import likely
from ..reading import correction_sheet, read

NAP = 0.005  # lets whoever waits for the lock have it
TRIES = 4


def addresses(unit) -> Doors:
    """All doors below a unit by what they are called: for several rosters of one unit, read once."""
    return Doors(unit)


def carry_out(*, roster, clock=days.now, tell=None, reading=None, doors=None, ahead=None) -> Import:
    """Read a waiting roster (unless its `reading` is given) and bring in its rows from where it stands; `tell(done, all)` hears how far.

    `doors` are the addresses of its unit, if they were read before; `ahead` a second process that has read it as `reading` was.
    A file that is no sheet makes it failed, with the sentence in `fault`. Returns at once when a living process holds it.
    """
    with everything(), collector.seldom():
        for _ in collector.each(going_in(roster.pk, clock, tell, reading, doors, ahead)):
            pass
        return Import.objects.select_related("unit", "by").get(pk=roster.pk)


def going_in(pk, clock, tell=None, reading=None, doors=None, ahead=None):
    """An import as steps, so that whoever carries it out may see to something else after each chunk."""
    roster = Import.objects.select_related("unit", "by").get(pk=pk)
    held = lease.take(roster, clock())
    if held is None:
        return
    roster.lease = held
    try:
        reading = reading or _reading(roster, clock)
    except SheetError as wrong:
        fail(roster, str(wrong), clock())
        return
    yield
    yield from _bring_in(roster, reading, doors, clock, tell, ahead)
    _finish(roster, reading, clock())


def _reading(roster, clock):
    content = storage.ROSTER.content(roster.pk)
    lease.hold(roster, clock(), state="reading")
    return read(content, kind=roster.kind, on=roster.on, name=roster.name, sheet=roster.sheet or None, mapping=roster.mapping,
                known=roster.layouts, likely=likely(roster.kind, roster.on))


def _bring_in(roster, reading, doors, clock, tell, ahead):
    total = sum(len(sheet.rows) for sheet in reading.sheets)
    lease.hold(roster, clock(), state="committing", rows=total)
    setting = drafting.Setting(roster, roster.by, headers_of(reading))
    if doors is not None:
        setting.doors = doors
    for position, chunk in chunks(reading, roster.next_row):
        _commit(roster, position, chunk, setting, clock, ahead and ahead.take(roster, position))
        if tell:
            tell(roster.next_row, total)
        yield
        time.sleep(NAP)


def _commit(roster, position, chunk, setting, clock, ready=None):
    """One chunk: prepared, then written with its counts and its faults, or not at all; prepared again when somebody was faster."""
    for left in reversed(range(TRIES)):
        found, ready = ready or prepared(roster, position, chunk, setting), None
        at = clock()
        try:
            with transaction.atomic():
                lease.hold(roster, at, next_row=position + len(chunk), **lease.counted(
                    accepted=found.accepted, rejected=found.rows - found.accepted, created=found.draft.created, merged=found.draft.merged,
                    warned=found.warned))
                found.draft.write(setting, at)
                rows.insert(found.faults)
        except IntegrityError:
            if not left:
                raise
            continue
        roster.next_row = position + len(chunk)
        return


def _finish(roster, reading, at):
    if roster.kind == "leads" and (content := storage.ROSTER.content(roster.pk)):
        storage.SENDER.keep(roster.pk, content)
    faulty = list(reading.faults)
    if faulty:
        sheet = io.BytesIO()
        correction_sheet(reading, faulty, sheet)
        storage.CORRECTION.keep(roster.pk, sheet.getvalue())
    _close(roster, at, "done")


def fail(roster, sentence, at):
    """End an import that cannot go on, and say why; what is in stays in."""
    _close(roster, at, "failed", fault=sentence)


def _close(roster, at, state, **more):
    with transaction.atomic():
        lease.hold(roster, at, state=state, done_at=at, **more)
        roster = Import.objects.select_related("unit", "by").get(pk=roster.pk)
        journal.write([line("screening.finish" if state == "done" else "screening.fail", kind="import", record=roster.pk, by=roster.by_id,
                            at=at, unit=roster.unit_id, because=roster.because, data={name: getattr(roster, name) for name in COUNTS})])
    storage.ROSTER.drop(roster.pk)
