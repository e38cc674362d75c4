"""Where somebody says he comes from and goes: the unit of this county that his words name, as narrow as they go."""
from lianfang.ground.rows.recent import kept
from lianfang.ground.units.models import Unit
from lianfang.registers.territory.origins import Origins

NAMED = ("township", "village", "compound")
LONGEST = 16
KEPT = 30.0  # seconds after which a place that was renamed is known by its new name


class Bearings:
    """The towns, villages and compounds of a county by name, and what places of departure come to."""

    def __init__(self, unit: Unit):
        self.county = Unit.objects.get(pk=unit.ancestor_ids[0])
        self.origins = Origins(self.county)
        self.named: dict[str, list[Unit]] = {}
        for one in Unit.objects.filter(level__in=NAMED, path__under=self.county.path, until_on=None):
            self.named.setdefault(one.name, []).append(one)

    def home_of(self, text) -> Unit:
        """The narrowest town, village or compound that a text names; the county where it names none, or two."""
        words = text.strip()
        parts = {words[start:end] for start in range(len(words)) for end in range(start + 2, min(len(words), start + LONGEST) + 1)}
        found = [one for part in parts for one in self.named.get(part, ())]
        inmost = [one for one in found if not any(other is not one and other.path.startswith(one.path) for other in found)]
        towns = [one for one in found if one.level == "township"]
        if len(inmost) > 1 and len(towns) == 1:
            inmost = [one for one in inmost if one.path.startswith(towns[0].path)]
        return inmost[0] if len(inmost) == 1 else self.county

    def carried(self) -> list[tuple]:
        """(name, chain of ids, level) of each, for a phone that reads words by itself."""
        named = [(one.path, name, one) for name, some in self.named.items() if 2 <= len(name) <= LONGEST for one in some]
        return [(name, one.ancestor_ids, one.level) for _path, name, one in sorted(named, key=lambda each: each[:2])]


def bearings(unit: Unit) -> Bearings:
    """Those of the county of a unit."""
    return kept(("bearings", unit.ancestor_ids[0]), KEPT, lambda: Bearings(unit))
