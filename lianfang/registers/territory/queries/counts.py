"""How many official units a county has on a day."""
from lianfang.ground.units.models import Naming, Unit

COUNTED = ("township", "village")


def count(on) -> dict[str, dict[str, int]]:
    """Townships and villages in force on a day, special ones too, by the code the county had then (its name where it had none)."""
    found = {}
    for path, level in Unit.objects.in_force(on).filter(level__in=COUNTED).values_list("path", "level"):
        root = int(path.split("/", 2)[1])
        found.setdefault(root, dict.fromkeys(COUNTED, 0))[level] += 1
    roots = Unit.objects.in_force(on).filter(parent=None).order_by("code", "pk")
    codes = dict(Naming.objects.filter(unit__in=roots, from_on__lte=on).order_by("from_on").values_list("unit_id", "code"))
    return {codes.get(root.id) or root.code or root.name: found.get(root.id, dict.fromkeys(COUNTED, 0)) for root in roots}
