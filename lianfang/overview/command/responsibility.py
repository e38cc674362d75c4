"""Posts and links by unit: who answers, who stands in for whom today; where nobody does, and where more than one does."""
from collections import defaultdict
from dataclasses import dataclass

from lianfang.ground.accounts.models import Responsible
from lianfang.ground.units.models import Unit

from .models import Answer, Cover
from .rules import posts_at

OVERALL = "overall"
LEVELS = ("county", "township", "village", "grid")


@dataclass(frozen=True, slots=True)
class Post:
    """A post or link of a unit: who answers (accounts with the id of the answer, None for the overall one), and who stands in for those
    who are away (None: nobody)."""

    unit: Unit
    post: str
    answers: tuple
    stand_ins: dict

    @property
    def look(self) -> str:
        """none: nobody answers; double: more than one; away: who answers is away and nobody stands in; fine."""
        if not self.answers:
            return "none"
        if len(self.answers) > 1:
            return "double"
        return "away" if self.stand_ins.get(self.answers[0][0].pk, self) is None else "fine"


def posts(unit, on, levels=LEVELS) -> list[Post]:
    """Every post and link that somebody must answer for within a unit on a day, in the order of the tree."""
    units = list(Unit.objects.in_force(on).filter(path__under=unit.path, level__in=levels).order_by("path"))
    asked = {level: posts_at(level, on) for level in levels}
    found = defaultdict(list)
    held = Answer.objects.in_force(on).filter(unit__path__under=unit.path, account__is_active=True)
    for one in held.select_related("account"):
        found[one.unit_id, one.post].append((one.account, one.pk))
    whole = Responsible.objects.in_force(on).filter(unit__path__under=unit.path, account__is_active=True).select_related("account")
    for one in whole:
        found[one.unit_id, OVERALL].append((one.account, None))
    away = {one.away_id: one.by_whom for one in Cover.objects.in_force(on).select_related("by_whom")}
    return [Post(one, post, tuple(sorted(found[one.pk, post], key=lambda pair: pair[0].pk)), away)
            for one in units for post in asked[one.level]]


def gaps(unit, on) -> list[Post]:
    """Those that are not as they should be."""
    return [post for post in posts(unit, on) if post.look != "fine"]


def answering(unit, post, on):
    """Who answers for a post or link of a unit on a day: the one, or who stands in for him; None where nobody does."""
    found = next((one for one in posts(unit, on, (unit.level,)) if one.unit.pk == unit.pk and one.post == post), None)
    if found is None or not found.answers:
        return None
    [account, *_rest] = [pair[0] for pair in found.answers]
    return found.stand_ins.get(account.pk, account)
