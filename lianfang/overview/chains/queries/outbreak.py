"""An outbreak as it is asked for: a disease and days; its cases, and in which groups the drawing colours them."""
from dataclasses import dataclass, field
from datetime import date, timedelta

from lianfang.ground.units.models import Unit
from lianfang.registers.diseases.queries import disease_word, profile
from lianfang.response.cases import queries as cases

MOST = 12  # colours an eye still tells apart; the rest is one


@dataclass(slots=True)
class Outbreak:
    """The cases of a disease on some days; `waves` are its outbreaks, each over before the next: first day, last day, how many cases."""

    disease: str
    first: date | None
    last: date | None
    on: date
    seen: list = field(default_factory=list)
    waves: list = field(default_factory=list)

    @property
    def word(self) -> str:
        """What the disease is called."""
        return disease_word(self.disease, self.on)


def outbreak(disease, first, last, on, holding="") -> Outbreak:
    """The cases of a disease from one day to another, both with them; without days those of its latest outbreak, or of the one that holds
    a case by its number."""
    seen = cases.spread(disease) if disease else []
    waves = _waves(seen, disease, on)
    if not first and not last and len(waves) > 1:
        days = [one.on for one in seen if one.label == holding]
        first, last, _n = next((wave for wave in waves if days and wave[0] <= days[0] <= wave[1]), waves[-1])
    seen = [one for one in seen if (not first or one.on >= first) and (not last or one.on <= last)]
    return Outbreak(disease, first, last, on, seen, waves)


def _waves(seen, disease, on) -> list[tuple]:
    """An outbreak is over when twice the longest incubation has passed without a new case, as the disease's profile has it."""
    known = profile(disease, on) if disease else None
    if not seen or known is None:
        return []
    found: list = []
    for one in seen:
        if found and (one.on - found[-1][1]).days <= 2 * known.incubation_to:
            found[-1][1], found[-1][2] = one.on, found[-1][2] + 1
        else:
            found.append([one.on, one.on, 1])
    return [tuple(wave) for wave in found]


DAYS = {"onset": "onset_on", "diagnosed": "diagnosed_on", "reported": "reported_on"}


def by_day(seen, by) -> tuple[dict, int]:
    """Cases of each day by onset, diagnosis or report, and of how many that day is not known; days without a case are there too."""
    known = [(getattr(one, DAYS[by]), one) for one in seen if getattr(one, DAYS[by])]
    if not known:
        return {}, len(seen)
    first, last = min(on for on, _one in known), max(on for on, _one in known)
    found: dict = {first + timedelta(days=n): [] for n in range((last - first).days + 1)}
    for on, one in known:
        found[on].append(one)
    return found, len(seen) - len(known)


def choices(on) -> list[tuple]:
    """Diseases of which there are cases, the latest first: pairs of a code and a word with how many."""
    return [(code, f"{disease_word(code, on)}（{n}）") for code, n, _last in cases.outbreaks()]


def likeliest() -> str:
    """The disease one most likely asks for: the latest whose cases can infect one another, else the latest."""
    found = cases.outbreaks()
    return next((code for code, n, _last in found if n > 1), found[0][0] if found else "")


def towns(seen) -> dict:
    """The town of each unit these cases live in, by the unit's path; of what lies above the towns its own name."""
    paths = {one.path for one in seen}
    ids = {int(part) for path in paths for part in path.strip("/").split("/")}
    units = {unit.pk: unit for unit in Unit.objects.filter(pk__in=ids)}
    found = {}
    for path in paths:
        chain = [units[int(part)] for part in path.strip("/").split("/") if int(part) in units]
        town = next((unit for unit in chain if unit.level == "township"), chain[-1] if chain else None)
        found[path] = town.name if town else ""
    return found


def groups(seen) -> dict[str, list[str]]:
    """In which place, class and household each case is, in the order of the cases; '' where nobody knows. A place is what the list names,
    else the town."""
    named = towns(seen)
    found = {"place": [_first(one, "site") or named[one.path] for one in seen]}
    for kind in ("klass", "household"):
        if any(kind in one.circles for one in seen):
            found[kind] = [_first(one, kind) for one in seen]
    return found


def _first(one, kind) -> str:
    return one.circles[kind][0][0] if kind in one.circles else ""
