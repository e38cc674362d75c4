"""A sheet of people that came with a letter: what can be read is named, others are faults by number; layouts are remembered."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.sheets.headings import candidates
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused

from ..models import Layout, Sheet
from ..reading import read
from .letters import county_of
from .naming import Told, name_people


@everything()
def import_people(*, incoming, content, name, by, at, mapping=None) -> Sheet:
    """Name everybody in a sheet. Raises SheetError or Refused when the sheet as a whole cannot be read."""
    found, faults, heads = read(content, name, mapping or Layout.said_of(candidates(content, name)), day_of(at))
    Layout.remember(heads, mapping, by, at)
    made = Sheet(incoming=incoming, unit_id=incoming.unit_id, file=name[:120], rows=len(found) + len(faults), by=by, at=at)
    county = county_of(incoming.unit)
    villages: dict = {}
    for pk, called in Unit.objects.filter(path__under=county.path, level="village", until_on=None).values_list("pk", "name"):
        villages.setdefault(called, []).append(pk)
    for number, said, place in found:
        if place and len(villages.get(place, ())) != 1:
            faults.append((number, _("本县没有这个村（社区），或者有重名的：{place}。查不清就空着。").format(place=place[:20])))
            continue
        try:
            fresh = name_people(incoming=incoming, people=[Told(**said, unit_id=villages[place][0] if place else None)], by=by, at=at)
        except (Refused, ValueError) as refused:
            faults.append((number, str(refused)))
            continue
        made.taken, made.known = made.taken + len(fresh), made.known + 1 - len(fresh)
    made.faults = [[number, sentence] for number, sentence in sorted(faults)]
    with transaction.atomic():
        told = line_of(made, "transfers.import_people", kind="sheet", by=by, at=at, because=incoming.because,
                       data={"rows": made.rows, "taken": made.taken})
        made.because = told.id
        rows.insert([made])
        journal.write([told])
    return made
