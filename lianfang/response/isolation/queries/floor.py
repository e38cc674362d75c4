"""A whole floor at once: the checks that may be filled now behind the doors of one floor of a building."""
from lianfang.ground.days import day_of

from ..clocks import check_opens
from ..models import Check


def checks_on_floor(building, floor, at) -> list[Check]:
    """The due checks of today that have opened, by door; of two of one person the later half day."""
    on = day_of(at)
    found = Check.objects.filter(unit__door__building=building, unit__door__floor=floor, on=on, state="due")
    latest = {check.person_id: check for check in found.select_related("person", "unit", "order").order_by("half")
              if check_opens(on, check.half) <= at}
    return sorted(latest.values(), key=lambda check: (check.unit.path, check.person.name))
