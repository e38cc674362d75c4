"""The levels that hold in a unit, at its children and around it, asked for in one go: for boards, and for the pages of places."""
from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.registers.territory.queries.standing import Standing

from ..models import STRICT, Level
from ..words import TONES, level_word


@dataclass(slots=True)
class Held:
    """What holds at one unit: the strictest level of its own or of what it lies in; how many places inside have which, strictest first."""

    level: Level | None = None
    inside: list[tuple[str, int]] = field(default_factory=list)

    @property
    def word(self) -> str:
        """高风险; "" where none holds."""
        return level_word(self.level.level) if self.level else ""

    @property
    def tone(self) -> str:
        """How it looks."""
        return TONES.get(self.level.level, "") if self.level else ""

    @property
    def parts(self) -> list[tuple[str, str, int]]:
        """What is inside, as (word, tone, how many)."""
        return [(level_word(code), TONES.get(code, ""), many) for code, many in self.inside]


@everything()
def held_in(unit, children=(), at=None) -> dict[int, Held]:
    """For a unit and each of its children (by id) what holds there, now or as known at a moment: one query, however many they are.

    Past the scope, since who looks at a village is under its county's level too.
    """
    then = Q(state="in_force") if at is None else Q(confirmed_at__lte=at) & (Q(ended_at=None) | Q(ended_at__gt=at))
    where = Q(unit__in=unit.ancestor_ids) | Q(unit__path__under=unit.path)
    found = list(Level.objects.filter(then, where).select_related("unit"))
    return {one.pk: _held(one.path, found) for one in (unit, *children)}


def _held(path, levels) -> Held:
    around = [one for one in levels if path.startswith(one.unit.path)]
    inside = Counter(one.level for one in levels if one.unit.path.startswith(path) and one.unit.path != path)
    strictest = max(around, key=lambda one: (STRICT[one.level], len(one.unit.path)), default=None)
    return Held(strictest, sorted(inside.items(), key=lambda one: -STRICT[one[0]]))


@everything()
def levels_of(unit) -> list[Held]:
    """What holds at a unit, its own or of what it lies in, and what is proposed for the unit itself."""
    held = held_in(unit)[unit.pk]
    return ([held] if held.level else []) + [Held(one) for one in Level.objects.filter(unit=unit, state="proposed").order_by("proposed_at")]


def told_of(unit) -> list[Standing]:
    """The level of a place for its page, and the stricter ones inside it."""
    held = held_in(unit)[unit.pk]
    own = [Standing(_("风险等级"), held.word, held.tone, held.level.unit.name, held.level.confirmed_at, held.level.number,
                    reverse("risk:level", args=[held.level.pk]))] if held.level else []
    title, listed = _("辖区内的风险等级"), reverse("risk:levels")
    return own + [Standing(title, _("{word} {n} 处").format(word=word, n=many), tone, unit.name, None, "", listed)
                  for word, tone, many in held.parts]
