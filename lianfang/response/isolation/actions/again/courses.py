"""How an order runs on, day by day: its stages to come, and those that other rows would put in their place."""
from datetime import date, timedelta
from typing import NamedTuple

from lianfang.ground.days import day_start
from lianfang.ground.decisions import Ruling
from lianfang.ground.decisions.models import Verdict

from ...models import Order
from ..decide import PASS, Finding
from ..issue import Drafted, order_of
from ..release import later_stage, second_stage
from .changed import LIFTED, OTHER, OVER, REVIEW, TERMS, fate_of
from .redecide import binds_more

SAME, EXCEPTION, ELSEWHERE, BOUND, STRICTER, MILDER = "same", "exception", "elsewhere", "bound", "stricter", "milder"
FREE = "-"
LETTERS = {"home_monitoring": "m", "home_quarantine": "h", "central_quarantine": "c", "refer_fever_clinic": "r"}
MINDED = {"one_to_one": "o", "by_door": "d"}


class Course(NamedTuple):
    """What becomes of those alike: their category and fate, and by letters, a day each, the measure, how they are minded, whether a test is
    due (t): as it stands, and as it would be."""

    category: str
    fate: str
    old: str
    new: str
    old_minding: str
    new_minding: str
    old_tests: str
    new_tests: str


class Told(NamedTuple):
    """What the rows say of somebody: both results, whether the new one leaves it to a person, and the days that periods begin with."""

    was: dict
    now: dict
    is_doubtful: bool
    exposure_on: date | None
    arrival_on: date | None


class Ahead(NamedTuple):
    """The days looked at, and from which of them the other rows would count."""

    table: str
    today: date
    days: int
    plan: date


def course_of(order: Order, told: Told | None, category: str, fate: str, ahead: Ahead) -> Course:
    """The course of an open order; without what rows say of it (`told`) it is left alone for the reason given as its fate."""
    stages = stages_of(order)
    if told is None or told.was == told.now:
        return _course(category, fate if told is None else SAME, stages, stages, ahead)
    is_overdue = order.until_on <= ahead.today  # still open, though its end has come: it is the order that stands
    standing = order if is_overdue else next((one for one in stages if one.until_on > ahead.plan), None)
    if standing is None or standing.verdict.result is None:  # over by then, or by then under another row's measure
        return _course(category, SAME, stages, stages, ahead)
    fate, new = fate_of(standing, _draft(told, ahead), day_start(ahead.plan))
    if fate in (LIFTED, OVER):
        return _course(category, fate, stages, [], ahead)
    if fate == OTHER:
        fate = STRICTER if binds_more(new, standing) else MILDER
    if fate in ("", REVIEW):
        return _course(category, fate or SAME, stages, stages, ahead)
    if fate == TERMS:
        new = Order(**{name: getattr(standing, name) for name in ("measure", "base_on", "days", "until_on")}, test_days=new.test_days)
    new.later, new.verdict = standing.later, Verdict(result=told.now)
    return _course(category, fate, stages, stages_of(new), ahead)


def free_course(told: Told, first_on: date, category: str, ahead: Ahead) -> Course | None:
    """The course of somebody who was found and is under no order; None where the rows would change nothing for him."""
    if told.was == told.now:
        return None
    if told.is_doubtful:
        return _course(category, REVIEW, [], [], ahead)
    if told.now["measure"] == PASS:
        return None
    known = told if told.exposure_on or told.arrival_on else told._replace(arrival_on=first_on)
    new = order_of(_draft(known, ahead), day_start(ahead.plan))
    if new.until_on <= ahead.plan:
        return None
    new.verdict = Verdict(result=told.now)
    return _course(category, BOUND, [], stages_of(new), ahead)


def _draft(told, ahead) -> Drafted:
    facts = {"exposure_on": told.exposure_on, "arrival_on": told.arrival_on}
    doubts = (("", "no_row"),) if told.is_doubtful else ()
    ruling = Ruling(ahead.table, None if told.is_doubtful else _AnyRow, told.now, facts, doubts)
    return Drafted(Finding(None, None, facts, ahead.plan, table=ahead.table), ruling, None, None)


class _AnyRow:
    """Stands for the row of a ruling that is not kept."""

    version, number, document, clause = "", 0, "", ""


def stages_of(order) -> list[Order]:
    """An order and what follows it when each is released on its last day."""
    found = [order]
    follows = second_stage(order, order.verdict.result)
    if follows:
        follows.pop("verdict_id")
        found.append(Order(**follows, verdict=order.verdict))
    if follows := later_stage(found[-1], found[-1].last_on):
        follows.pop("verdict_id")
        found.append(Order(**follows, verdict=Verdict(result=None)))
    return found


def _course(category, fate, old, new, ahead) -> Course:
    first = (ahead.plan - ahead.today).days
    was = _letters(old, ahead)
    will = was if old is new else [one[:first] + other[first:] for one, other in zip(was, _letters(new, ahead), strict=True)]
    return Course(category, fate, was[0], will[0], was[1], will[1], was[2], will[2])


def _letters(stages, ahead) -> list[str]:
    """Measures, minding and tests, a letter a day; whose end has come and who is not released yet is bound today still."""
    found = []
    for n in range(ahead.days):
        day = ahead.today + timedelta(days=n)
        one = next((one for one in stages if day < one.until_on or day == ahead.today), None)
        result = one.verdict.result or {} if one else {}
        found.append((LETTERS[one.measure], MINDED.get(result.get("minding") or "", FREE),
                      "t" if (day - one.base_on).days in one.test_days else FREE) if one else (FREE, FREE, FREE))
    return ["".join(letters) for letters in zip(*found, strict=True)]
