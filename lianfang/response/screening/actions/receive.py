"""A roster is handed in: its bytes are sealed, and it waits its turn; one that was cut off goes on where it stopped."""
import hashlib

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.retention.halt import refuse_while_deleting
from lianfang.ground.units.actions import add_units
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused

from .. import storage
from ..models import UNFINISHED, Import
from ..queries.layouts import confirmed
from ..queries.sources import row_of


def receive(*, content, name, kind, unit, on, source, by, at, sheet="", mapping=None, basis="", is_draft=False) -> Import:
    """Keep a file to be imported; the same file for the same unit, kind and day that is not yet through is taken up again instead.

    Raises Refused when the source is not on the list, or may not hand in such a roster on that day, or while everything is deleted.
    """
    refuse_while_deleting()
    stands_on = row_of(source, kind, on)
    digest = hashlib.sha256(content).hexdigest()
    same = Import.objects.filter(sha256=digest, unit=unit, kind=kind, on=on, sheet=sheet, state__in=UNFINISHED).select_related("unit", "by")
    if not is_draft and (found := same.order_by("pk").first()):
        if found.source != source:
            raise Refused(_("这份名册正在导入，来源写的是另一种：请等它做完，或照原来的来源交。"))
        return found
    roster = Import(id=uuid7(), unit=unit, kind=kind, name=name[:200], sha256=digest, on=on, sheet=sheet, mapping=mapping,
                    layouts=layouts(unit), source=source, basis=basis, state="draft" if is_draft else "waiting", by=by, at=at)
    told = line("screening.receive", kind="import", record=roster.pk, by=by.id, at=at, unit=unit.id,
                data={"kind": kind, "on": on.isoformat(), "sha256": digest, "source": source, "row": stands_on.row})
    roster.because = told.id
    storage.ROSTER.keep(roster.pk, content)
    with transaction.atomic():
        rows.insert([roster])
        journal.write([told])
    return roster


def layouts(unit) -> dict:
    """The layouts that hold in a unit, as they stand: an import that goes on later must read its file as it began to."""
    return {mark: layout.mapping for mark, layout in confirmed(unit).items()}


def found_county(*, by, at) -> Unit:
    """On an empty tree: the county itself, so that a first roster has a place to go."""
    return add_units(drafts=[{"parent": None, "level": "county", "name": settings.COUNTY_NAME, "from_on": day_of(at)}], by=by, at=at)[0]
