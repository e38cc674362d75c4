"""A sheet of people that came with a letter: what can be read is named, others are faults by number; layouts are remembered."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows, sheets
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.sheets.headings import WITHIN, fingerprint
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused

from ..models import Layout, Sheet
from ..reading import read
from ..reading.vocabulary import FIELDS
from .letters import county_of
from .naming import Told, name_people


def mapping_of(text) -> dict:
    """Which field stands under which heading, as somebody writes it: name=姓名,kind=类别; raises Refused for what is none."""
    pairs = [pair.partition("=") for pair in text.replace("，", ",").split(",") if pair.strip()]
    if wrong := [name.strip() for name, sign, heading in pairs if name.strip() not in FIELDS or not sign or not heading.strip()]:
        raise Refused(_("列的对应写得不对：{wrong}。可以写的有：{fields}。").format(wrong=_("、").join(wrong), fields=_("、").join(FIELDS)))
    return {name.strip(): heading.strip() for name, _sign, heading in pairs}


@everything()
def import_people(*, incoming, content, name, by, at, mapping=None) -> Sheet:
    """Name everybody in a sheet. Raises SheetError or Refused when the sheet as a whole cannot be read."""
    found, faults, heads = read(content, name, mapping or _known(content, name), day_of(at))
    if mapping:
        Layout.objects.update_or_create(fingerprint=fingerprint(heads), defaults={"mapping": mapping, "by": by, "at": at})
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


def _known(content, name) -> dict:
    """What somebody has said of this layout before."""
    found = next((sheet for sheet in sheets.read(content, name=name) if not sheet.is_hidden and sheet.rows), None)
    prints = [fingerprint([str(cell) for cell in row]) for row in found.rows[:WITHIN]] if found else []
    return next((one.mapping for one in Layout.objects.filter(fingerprint__in=prints)), {})
