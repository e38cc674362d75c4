"""Rounds of today, who is on duty against what the table asks for, and who waits to be talked with."""
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from lianfang.ground.days import day_of, moment
from lianfang.ground.decisions import shipped

from ..models import GROUPS, INSIDE, Counsel, Duty, Placement, Round
from ..rules import needed, rule


@dataclass(slots=True)
class Group:
    """A group of a shift: how many are on duty, how many the table asks for."""

    code: str
    word: str
    here: int
    asked: int

    @property
    def short(self) -> int:
        """How many are missing."""
        return max(self.asked - self.here, 0)


def shift_at(at, path) -> str:
    """day or night, as the table's hours say."""
    on = day_of(at)
    return "day" if moment(on, rule("shift_day", at, path)["at"]) <= at < moment(on, rule("shift_night", at, path)["at"]) else "night"


def staff_of(site, at, on=None, shift="") -> list[Group]:
    """The groups of a shift, now where nothing else is said; before the day shift it is still last night's."""
    path = site.unit.path
    people = Placement.objects.open().filter(site=site, state__in=INSIDE).count()
    shift = shift or shift_at(at, path)
    is_last_night = on is None and at < moment(day_of(at), rule("shift_day", at, path)["at"])
    begun = on or day_of(at) - timedelta(days=is_last_night)
    here = Counter(Duty.objects.filter(site=site, on=begun, shift=shift).values_list("group", flat=True))
    return [Group(code, rule_word(code), here[code], needed(code, people, at, path)) for code in GROUPS]


def rule_word(code) -> str:
    """A group or a round in the reader's language."""
    return shipped("site_rule").labels.of("rule", code)


def rounds_of(site, at) -> list[Round]:
    """The rounds of today, by their hour."""
    return list(Round.objects.filter(site=site, on=day_of(at)).select_related("done_by").order_by("opens_at"))


def round_of(pk) -> Round | None:
    """A round within the scope."""
    return Round.objects.select_related("site__unit").filter(pk=pk).first()


def counsel_of(person) -> Counsel | None:
    """Whether somebody (by id) waits to be talked with."""
    return Counsel.objects.filter(person=person, answered_at=None).first()


def duties_of(site, on) -> list[Duty]:
    """Who is on duty on a day."""
    return list(Duty.objects.filter(site=site, on=on).select_related("account").order_by("shift", "group", "account__name"))
