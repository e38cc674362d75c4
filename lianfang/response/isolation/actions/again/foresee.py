"""Everybody under an open order or found and decided, put to other rows, day by day ahead: nothing and nobody is changed."""
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import TextField
from django.db.models.functions import Cast

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.decisions.evaluator.many import decide_many
from lianfang.ground.decisions.models import Verdict

from ...models import Order
from ...queries.between import AT_ONCE, SAID_BY
from .courses import ELSEWHERE, EXCEPTION, Ahead, Course, Told, course_of, free_course

ORDERS = ("pk", "person_id", "unit_id", "unit__path", "measure", "base_on", "until_on", "days", "verdict__on", "verdict__table",
          "deviation_id")
TEXTS = ("test_days", "release", "later", "verdict__facts", "verdict__result")  # read as they lie there
DAYS = ("exposure_on", "arrival_on")


@dataclass(slots=True)
class Foreseen:
    """What came out: the different courses; of each person on a list (place in `courses`, order, person, unit, town); how many orders were
    looked at, and how many who are free were, who stay so and are not listed."""

    courses: list[Course] = field(default_factory=list)
    people: list[tuple] = field(default_factory=list)
    looked: int = 0
    free: int = 0
    places: dict = field(default_factory=dict)

    def add(self, course, order, person, unit, path):
        """One more person of a course."""
        at = self.places.setdefault(course, len(self.courses))
        if at == len(self.courses):
            self.courses.append(course)
        self.people.append((at, order, person, unit, int((path.strip("/").split("/") * 2)[1])))


@everything()
def foresee(*, before, after, plan, days, at) -> Foreseen:
    """Two tables of one name, each with the day whose rows are asked: what the one says, and what the other would from the day `plan` on,
    for the `days` from today on; held to what a switch would carry out."""
    ahead = Ahead(before[0].name, day_of(at), days, plan)
    found, known = Foreseen(), {}
    orders = list(_orders())
    asked = [one for one in orders if _is_asked(one, ahead.table)]
    free = _free({one[1] for one in orders}, ahead, (before, after))
    facts = [one[14] for one in asked] + [one[4] for one in free]
    paths = [one[3] for one in asked] + [one[2] for one in free]
    category = SAID_BY[ahead.table]
    days_asked = [name for name in DAYS if name in before[0].facts]
    bulks, said = decide_many([before, after], facts, paths, [one[8] for one in asked] + [plan] * len(free), (category, *days_asked))
    said_of = dict(zip((one[0] for one in asked), said, strict=False))
    for one in orders:
        key = (said_of.get(one[0], one[14]), one[4:8], one[10] is None, one[11:14], one[15])
        if key not in known:
            known[key] = _of_order(one, said_of.get(one[0]), bulks, days_asked, ahead)
        found.add(known[key], one[0], one[1], one[2], one[3])
    for person, told in zip(free, said[len(asked):], strict=True):
        key = (told, person[3])
        if key not in known:
            known[key] = free_course(_told(told, bulks, days_asked), person[3], told[2] or "", ahead)
        if known[key] is None:
            found.free += 1
        else:
            found.add(known[key], None, person[0], person[1], person[2])
    found.looked = len(orders)
    return found


def _orders() -> Iterator[tuple]:
    read = Order.objects.active().order_by("pk").values_list(*ORDERS, *(Cast(name, TextField()) for name in TEXTS))
    return read.iterator(chunk_size=AT_ONCE)


def _is_asked(one, table) -> bool:
    return one[9] == table and one[10] is None


def _free(bound, ahead, asked) -> list[tuple]:
    """(person, unit, path, day, facts) of the last verdict of each who is under no order, as far back as any row could still bind."""
    rows = [row.result for table, on in asked for row in table.rows if row.holds_on(on)]
    longest = max(((one["days"] or 0) + (one["then_days"] or 0) for one in rows), default=0)
    read = Verdict.objects.filter(table=ahead.table, on__gte=ahead.plan - timedelta(days=longest + 1)).exclude(subject=None).exclude(
        subject__in=Order.objects.active().values("person_id"))
    columns = ("subject", "unit_id", "unit__path", "on", Cast("facts", TextField()))
    last = {one[0]: one for one in read.order_by("at", "pk").values_list(*columns).iterator(chunk_size=AT_ONCE)}
    return [one for person, one in last.items() if person not in bound]  # nor who was released while this was read


def _told(said, bulks, days) -> Told:
    was, now, _category, *known = said
    by_name: dict[str, date] = dict(zip(days, known, strict=True))
    result = bulks[1].result(now)
    is_doubtful = now is None or result["measure"] == "manual_review"
    return Told(bulks[0].result(was), result, is_doubtful, by_name.get(DAYS[0]), by_name.get(DAYS[1]))


def _of_order(one, said, bulks, days, ahead) -> Course:
    tests, release, later, result = (text and json.loads(text) for text in (*one[11:14], one[15]))
    order = Order(measure=one[4], base_on=one[5], until_on=one[6], days=one[7], test_days=tests, release=release, later=later,
                  verdict=Verdict(result=result))
    if said is None:
        category = str(json.loads(one[14]).get(SAID_BY.get(one[9], ""), ""))
        return course_of(order, None, category, EXCEPTION if one[10] else ELSEWHERE, ahead)
    return course_of(order, _told(said, bulks, days), said[2] or "", "", ahead)
