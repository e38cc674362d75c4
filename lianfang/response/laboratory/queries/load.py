"""How much waits in the laboratory, by when it will be done, and which pool size would cost the fewest tests."""
from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from django.db.models import Count, Q

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_start
from lianfang.ground.units.fields import TOP

from ..models import REASONS, WAITING, Recall, Sample, Tube
from ..rules import capacity, rank, sizes

PER = 10_000  # a presumed share is so many in ten thousand
CERTAIN = 3  # no positive among n people: with 95 % certainty fewer than 3 in n (the rule of three)


@dataclass(frozen=True, slots=True)
class Load:
    """What waits now: tubes by reason, the most urgent first; late ones; how many a day can be done, and how many were done today."""

    waiting: int
    late: int
    per_day: int
    done: int
    by_reason: list

    @property
    def days(self) -> int:
        """In how many days what waits is done."""
        return ceil(self.waiting / self.per_day) if self.per_day else 0


@dataclass(frozen=True, slots=True)
class Size:
    """What one pool size costs: expected tests for one person, and for all that are expected."""

    size: int
    each: float
    all: int
    is_best: bool


def expected(size, prevalence) -> float:
    """Expected tests a person when `size` are pooled and a positive pool is resampled singly: 1/n + 1 − (1−p)^n (Dorfman 1943)."""
    return 1.0 if size == 1 else 1 / size + 1 - (1 - prevalence) ** size


def pool_sizes(prevalence, people, on, reason="group") -> list[Size]:
    """Each size that the table of the day allows for a reason, with its cost at a prevalence; the cheapest is marked."""
    costs = [(size, expected(size, prevalence)) for size in sizes(reason, on)]
    best = min(costs, key=lambda cost: cost[1])[0]
    return [Size(size, each, ceil(each * people), size == best) for size, each in costs]


@everything()
def load(on, at) -> Load:
    """The county's laboratory at a moment of a day."""
    counted = dict(Tube.objects.filter(state__in=WAITING).values_list("reason").annotate(n=Count("pk")).order_by())
    late = Tube.objects.filter(state__in=WAITING, due_at__lt=at).count()
    done = Tube.objects.filter(reported_at__gte=day_start(on), reported_at__lte=at).count()
    by_reason = [(REASONS[reason], counted[reason]) for reason in sorted(counted, key=lambda reason: rank(reason, on))]
    return Load(sum(counted.values()), late, capacity(on, TOP)["per_day"], done, by_reason)


@dataclass(frozen=True, slots=True)
class Prevalence:
    """The share positive that pools are reckoned with, and the people it is of; where too few were tested to tell, it is presumed."""

    share: float
    positive: int
    people: int
    is_told: bool


@everything()
def prevalence(on, at) -> Prevalence:
    """Of the samples of the last days that the table says; of none positive among enough people the upper bound."""
    rule = capacity(on, TOP)
    since = day_start(on - timedelta(days=rule["window"]))
    found = Sample.objects.filter(reported_at__gte=since, reported_at__lte=at).only("outcome", "person_id")
    people, positive = set(), set()
    for one in found.iterator(chunk_size=2000):
        people.add(one.person_id)
        if one.outcome.open() == "positive":
            positive.add(one.person_id)
    if not positive and len(people) < rule["least"]:
        return Prevalence(rule["presumed"] / PER, 0, len(people), is_told=False)
    return Prevalence((len(positive) or CERTAIN) / len(people), len(positive), len(people), is_told=True)


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the forecast: tubes that wait in the morning, that come, that are done, that are left in the evening."""

    on: object
    waiting: int
    coming: int
    done: int

    @property
    def left(self) -> int:
        """What goes over into the next day."""
        return self.waiting + self.coming - self.done


def tubes_of(people, on, prevalence) -> int:
    """How many tubes so many people ({reason: people}) are: those who may be pooled in the cheapest size, with the expected resamples."""
    singles = sum(count for reason, count in people.items() if sizes(reason, on) == [1])
    pooled = sum(people.values()) - singles
    return singles + (min(one.all for one in pool_sizes(prevalence, pooled, on)) if pooled else 0)


@everything()
def forecast(on, at, coming) -> list[Day]:
    """The days ahead that the table says: what waits, with the tubes that come on each day ({day: tubes}), over what can be done a day."""
    rule, days = capacity(on, TOP), []
    waiting = Tube.objects.filter(state__in=WAITING).count() + Recall.objects.filter(Q(state="due")).count()
    today = Tube.objects.filter(reported_at__gte=day_start(on), reported_at__lte=at).count()
    for n in range(rule["ahead"]):
        day = on + timedelta(days=n)
        can = max(rule["per_day"] - (today if n == 0 else 0), 0)
        days.append(Day(day, waiting, coming.get(day, 0), min(can, waiting + coming.get(day, 0))))
        waiting = days[-1].left
    return days
