"""Finding the unit a sheet means: by official code or path, by its chain of names, or by a name only one has."""
import re
from collections import defaultdict

from ...units.models import RANK, Unit
from ..vocabulary import OFFICES
from .faults import Wrong

LEVELS = ("county", "township", "village", "grid", "micro_grid", "compound")
BREAKS = re.compile(r"[/\\>→|]+")


def short(name: str) -> str:
    """西关社区居委会 → 西关社区: people leave the office out."""
    return OFFICES.sub("", "".join(name.split()))


class Places:
    """The units in force on a day, read once."""

    def __init__(self, on):
        rows = Unit.objects.in_force(on).filter(level__in=LEVELS).only("id", "path", "level", "name", "code")
        self._all = {unit.pk: unit for unit in rows}
        self._codes = {key: unit for unit in self._all.values() for key in (unit.code, unit.path) if key}
        self._names = defaultdict(list)
        for unit in self._all.values():
            self._names[short(unit.name)].append(unit)
        self._found = {}

    def find(self, text: str, reach):
        """The unit, or Wrong; of several of that name, the only one within the reach."""
        if text not in self._found:
            self._found[text] = self._look(text, reach)
        found = self._found[text]
        if isinstance(found, str):
            raise Wrong("unit", found)
        return found

    def _look(self, text, reach):
        if unit := self._codes.get(text):
            return unit
        *above, name = [short(part) for part in BREAKS.split(text) if part.strip()] or [""]
        found = [unit for unit in self._names.get(name, ()) if self._stands_under(unit, above)]
        found = [unit for unit in found if reach.covers(unit.path)] or found
        return found[0] if len(found) == 1 else "unit_ambiguous" if found else "unit_unknown"

    def _stands_under(self, unit, above) -> bool:
        """Whether the names above it appear among its ancestors, in their order."""
        chain = iter(short(self._all[pk].name) for pk in unit.ancestor_ids[:-1] if pk in self._all)
        return all(name in chain for name in above)

    def words(self, reach, limit=3000) -> list[str]:
        """Units within a reach as the sheet's drop-down offers them: 禾阳街道/丰禾社区/第4网格."""
        inside = sorted((u for u in self._all.values() if reach.covers(u.path)), key=lambda u: (u.path.count("/"), u.path))
        return ["/".join(self._chain(unit)) for unit in inside[:limit]]

    def _chain(self, unit):
        names = [self._all[pk].name for pk in unit.ancestor_ids if pk in self._all and RANK[self._all[pk].level] > 0]
        return names or [unit.name]

