"""Results as facts for other loops: by the lines that told of them, and of persons."""
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of

from ..models import Recall, Sample


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one sample: whose, sampled when, what it says of him (negative, positive, grey, invalid, pending), read from which tube.

    `stands_at` is where he lives, `on` the day the result was told, `taken_at` the moment of the sample.
    """

    person_id: Any
    stands_at: int
    disease: str
    taken_on: date
    outcome: str
    code: str
    on: date
    because: Any
    held: bool = False
    taken_at: Any = None


@everything()
def answers(lines) -> list[Answer]:
    """The results that these lines tell of (laboratory.give_result), in the order of the samples."""
    told = {line.record: line for line in lines}
    found = Sample.objects.filter(pk__in=told).select_related("person", "tube").order_by("pk")
    return [_answer(one, told[one.pk]) for one in found]


def _answer(sample, line, held=False) -> Answer:
    return Answer(sample.person_id, sample.person.unit_id, sample.disease, day_of(sample.taken_at), sample.outcome.open(),
                  sample.tube.code if sample.tube_id else sample.laboratory, day_of(line.at), line.id, held, sample.taken_at)


@everything()
def called(lines) -> list[Answer]:
    """Who was called for single resampling by these lines (laboratory.recall), and whether he is to be held until then."""
    told = {line.record: line for line in lines}
    found = Recall.objects.filter(pk__in=told).select_related("sample__person", "sample__tube").order_by("pk")
    return [_answer(one.sample, told[one.pk], one.held) for one in found]


@everything()
def cleared(lines) -> dict:
    """Of those whose recall these lines settle (laboratory.settle_recall): who (by id) was negative by himself, each with the line."""
    told = {line.record: line for line in lines}
    found = Recall.objects.filter(pk__in=told, again__isnull=False).select_related("again")
    return {one.person_id: told[one.pk].id for one in found if one.again.outcome.open() == "negative"}


@everything()
def negative_twice(people, since) -> dict:
    """Of persons by id: whether their first two results of samples since a day (`since`, by id) were both negative; who has not two is
    left out."""
    outcomes = defaultdict(list)
    found = Sample.objects.filter(person__in=people).exclude(reported_at=None).order_by("taken_at")
    for one in found:
        if day_of(one.taken_at) >= since[one.person_id] and (said := one.outcome.open()) in ("negative", "positive"):
            outcomes[one.person_id].append(said)
    return {pk: said[:2] == ["negative", "negative"] for pk, said in outcomes.items() if len(said) > 1 or "positive" in said}
