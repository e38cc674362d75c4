"""What an import would come to, with nothing written."""
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7

from .. import drafting
from ..drafting.chunks import chunks, draft_of
from ..drafting.notes import headers_of, warned
from ..models import Import
from ..queries.layouts import applied
from ..queries.rosters import answer_of
from ..queries.sources import row_of
from ..queries.travel import likely
from ..reading import correction_sheet, read


def rehearse(*, content, name, kind, unit, on, source, by, at, sheet="", mapping=None, layouts=None, report=None, hear=None) -> dict:
    """The answer of an import that does not happen; `report` takes the correction sheet, `hear` and what it raises are as in bring_in."""
    row_of(source, kind, on)
    roster = Import(id=uuid7(), unit=unit, kind=kind, name=name[:200], on=on, source=source, by=by, at=at)
    reading = read(content, kind=kind, on=on, name=name, sheet=sheet or None, mapping=mapping, known=layouts or {}, likely=likely(kind, on))
    if hear:
        hear(applied(reading.sheets, {} if mapping else layouts or {}, unit))
    setting, found = drafting.Setting(roster, by, headers_of(reading)), []
    with everything():
        for _position, chunk in chunks(reading):
            draft = draft_of(kind, chunk, setting)
            found += [row.fault for row in chunk if row.fault is not None] + warned(draft, setting)
            _count(roster, chunk, draft)
    if report is not None:
        correction_sheet(reading, reading.faults, report)
    return answer_of(roster, sorted(found, key=_in_file_order(reading)))


def _count(roster, chunk, draft):
    good = sum(row.fault is None for row in chunk)
    roster.rows, roster.accepted, roster.rejected = roster.rows + len(chunk), roster.accepted + good, roster.rejected + len(chunk) - good
    roster.created, roster.merged = roster.created + draft.created, roster.merged + draft.merged


def _in_file_order(reading):
    order = {sheet.name: n for n, sheet in enumerate(reading.sheets)}
    return lambda fault: (order[fault.sheet], fault.row)
