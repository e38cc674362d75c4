"""Where places lie, written down from a list: each row names one village, compound or building of ours, or is a fault."""
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units.models import Unit

from ..addresses import plain
from ..models import Position
from ..positions import Entry, keys_of
from .doors import Fault

CALLED = ("township", "village", "compound", "building")  # whose names people say; grids stand in no address


@dataclass
class Located:
    """What came of a list: `places` found (written unless it was a dry run), and rows at fault."""

    places: list[Position] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def set_positions(*, unit, entries: list[Entry], source, by, at, dry_run=False) -> Located:
    """Write where places at or below a unit lie; what was known of them before is overwritten. A dry run only looks."""
    known, found, seen = _book(unit), Located(), {}
    for entry in entries:
        try:
            place = _place(known, entry.place)
            north, east = entry.degrees()
        except ValueError as wrong:
            found.faults.append(Fault(entry.row, entry.place, str(wrong)))
            continue
        if place in seen:
            found.faults.append(Fault(entry.row, entry.place, _("和第 {row} 行是同一个地方，请删掉一行。").format(row=seen[place])))
            continue
        seen[place] = entry.row
        found.places.append(Position(unit_id=place, latitude=north, longitude=east, source=source.strip(), by=by.pk, at=at))
    if not dry_run:
        _write(found.places, by, at)
    return found


@transaction.atomic
def _write(places, by, at):
    Position.objects.bulk_create(places, update_conflicts=True, unique_fields=["unit"], batch_size=300,
                                 update_fields=["latitude", "longitude", "source", "by", "at"])
    journal.write([line("territory.locate", kind="position", record=None, by=by.id, at=at, unit=one.unit_id) for one in places])


def _book(unit) -> dict[str, list[int]]:
    """Places at or below a unit by every way they are called, and by their code."""
    chains = Unit.objects.filter(path__under=unit.path, until_on=None, level__in=CALLED).order_by("path")
    names, known = {}, {}
    for pk, path, level, name, code in chains.values_list("pk", "path", "level", "name", "code"):
        above = next((names[part] for part in _upwards(path) if part in names), [])
        names[path] = [*above, name]
        if level in Position.LEVELS:
            for key in {*keys_of(names[path]), *([code] if code else [])}:
                known.setdefault(key, []).append(pk)
    return known


def _upwards(path):
    while (path := path.rstrip("/").rpartition("/")[0] + "/") != "/":
        yield path


def _place(known, said) -> int:
    found = known.get(said.strip()) or known.get(plain(said), [])
    if not found:
        raise ValueError(_("没有叫“{said}”的村（社区）、小区或楼栋，请核对名称，或填区划代码。").format(said=said[:40]))
    if len(found) > 1:
        raise ValueError(_("叫“{said}”的有 {n} 个，请在前面写上小区、村或乡镇。").format(said=said[:40], n=len(found)))
    return found[0]
