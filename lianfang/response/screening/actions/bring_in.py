"""A whole roster in one call: read first, so that a file that cannot be read leaves nothing behind."""
from .. import collector
from ..drafting.ahead import ahead
from ..queries.layouts import applied
from ..queries.sources import row_of
from ..queries.travel import likely
from ..reading import read
from .carry_out import carry_out
from .receive import found_county, layouts, receive


def bring_in(*, content, name, kind, unit, on, source, by, at, sheet="", mapping=None, basis="", tell=None, hear=None):
    """Read a file and import it, or go on with the import of it that was cut off; `unit` None makes the county first.

    Raises SheetError for the file, or Refused for its source, with nothing written.
    Returns the import, unfinished if another process holds it.
    `hear` is told, before anything is written, which sheets were read as somebody has confirmed it: [(sheet, layout)].
    """
    row_of(source, kind, on)
    known = layouts(unit)
    with collector.seldom():
        reading = read(content, kind=kind, on=on, name=name, sheet=sheet or None, mapping=mapping, known=known, likely=likely(kind, on))
    if hear:
        hear(applied(reading.sheets, {} if mapping else known, unit))
    unit = unit or found_county(by=by, at=at)
    roster = receive(content=content, name=name, kind=kind, unit=unit, on=on, source=source, by=by, at=at, sheet=sheet, mapping=mapping,
                     basis=basis)
    if roster.layouts != known or roster.mapping != mapping:
        return carry_out(roster=roster, tell=tell)
    with ahead(reading, kind) as second:
        return carry_out(roster=roster, tell=tell, reading=reading, ahead=second)
