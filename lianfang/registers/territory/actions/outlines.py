"""Outlines of units, taken over from a file of the county's own: each feature names one unit of ours, or is a fault."""
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units.models import Unit

from ..addresses import plain
from ..models import Outline
from ..outlines import Border, label_at, thinned
from .doors import Fault

LEVELS = ("township", "village")


@dataclass
class Drawn:
    """What came of a file: `outlines` found (written unless it was a dry run), `names` of their units, and features at fault."""

    outlines: list[Outline] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def set_outlines(*, unit, borders: list[Border], source, by, at, dry_run=False) -> Drawn:
    """Write the outlines of towns and villages below a unit; what was known of them before is overwritten. A dry run only looks."""
    known, found, seen = _book(unit), Drawn(), {}
    thinned([one for one in borders if not one.fault])
    for one in borders:
        place, fault = (None, one.fault) if one.fault else _place(known, one)
        if place and place.pk in seen:
            fault = _("和第 {row} 个图形是同一个单位，请删掉一个。").format(row=seen[place.pk])
        if fault:
            found.faults.append(Fault(one.row, one.called, fault))
            continue
        seen[place.pk] = one.row
        longitude, latitude = label_at(one.polygons)
        found.names.append(place.name)
        found.outlines.append(Outline(unit=place, polygons=one.polygons, label_longitude=longitude, label_latitude=latitude,
                                      source=source.strip(), by=by.pk, at=at))
    if not dry_run:
        _write(found.outlines, by, at)
    return found


@transaction.atomic
def _write(outlines, by, at):
    Outline.objects.bulk_create(outlines, update_conflicts=True, unique_fields=["unit"], batch_size=100,
                                update_fields=["polygons", "label_longitude", "label_latitude", "source", "by", "at"])
    journal.write([line("territory.draw", kind="outline", record=None, by=by.id, at=at, unit=one.unit_id) for one in outlines])


def _book(unit) -> dict[str, list[Unit]]:
    """Towns and villages below a unit by name and by code."""
    known: dict[str, list[Unit]] = {}
    for one in Unit.objects.filter(path__under=unit.path, until_on=None, level__in=LEVELS):
        for key in {plain(one.name), *([one.code] if one.code else [])}:
            known.setdefault(key, []).append(one)
    return known


def _place(known, one) -> tuple[Unit | None, str]:
    """The unit a feature names, by its code, else by its name; of a town and a village of one name the town."""
    found = known.get(one.code) or known.get(plain(one.name)) or []
    if len(found) > 1 and len(towns := [each for each in found if each.level == "township"]) == 1:
        found = towns
    if not found:
        return None, _("没有叫“{said}”的乡镇（街道）、村（社区），请改“name”，或在“code”里填区划代码。").format(said=one.called[:40])
    if len(found) > 1:
        return None, _("叫“{said}”的有 {n} 个，请在“code”里填区划代码。").format(said=one.called[:40], n=len(found))
    return found[0], ""
