"""Where the villages of the first two towns lie, and what stands in the first village: invented points a few hundred metres apart."""
from datetime import timedelta

from lianfang.ground.units.models import Unit
from lianfang.registers.territory import actions
from lianfang.registers.territory.positions import Entry

CENTRE = (43.90, 125.30)
BEFORE, SOURCE = timedelta(days=38), "手持定位仪（演练）"
VILLAGE, YARD, HOUSE = 0.012, 0.002, 0.0006  # degrees from one to the next


def locate(land, staff, until):
    """Written down soon after the emergency began, so that rings can be circles."""
    home = land.villages[0]
    where = f"{land.towns[0].name}{home.name}"  # many towns have a community of that name
    stands = list(Unit.objects.filter(path__under=home.path, level__in=("compound", "building")).order_by("path"))
    yards = [one for one in stands if one.level == "compound"]
    found = [(one.code, n * VILLAGE, n * VILLAGE / 2) for n, one in enumerate(v for v in land.villages if v.parent in land.towns[:2])]
    for n, yard in enumerate(yards):
        found.append((f"{where}{yard.name}", n * YARD, YARD))
        houses = [one for one in stands if one.level == "building" and one.parent_id == yard.pk]
        found += [(f"{where}{yard.name}{one.name}", n * YARD, YARD + (m + 1) * HOUSE) for m, one in enumerate(houses)]
    entries = [Entry(row, place, f"{CENTRE[0] + north:.5f}", f"{CENTRE[1] + east:.5f}")
               for row, (place, north, east) in enumerate(found, 1)]
    located = actions.set_positions(unit=land.county, entries=entries, source=SOURCE, by=staff["officer"], at=until - BEFORE)
    if located.faults:
        raise ValueError(located.faults[:3])
