"""Results of tests under an order, as facts for other loops: by the lines that told of them."""
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line

from ..models import Result

FROM_THE_LABORATORY = "laboratory."


@dataclass(frozen=True, slots=True)
class OwnResult:
    """A result recorded by hand: whose, of which day, what it said (negative, positive, unclear), on what it rests, by which line; the
    disease that his order is for, '' where its table knows of none."""

    person_id: Any
    taken_on: date
    outcome: str
    evidence: str
    because: Any
    disease: str


@everything()
def own_results(lines) -> list[OwnResult]:
    """The results that these lines tell of (isolation.record_result), but for those a laboratory has told before."""
    causes = {told.because for told in lines if told.because}
    told_before = set(Line.objects.filter(pk__in=causes, verb__startswith=FROM_THE_LABORATORY).values_list("pk", flat=True))
    by_record = {told.record: told.id for told in lines if told.because not in told_before}
    found = Result.objects.filter(pk__in=by_record).select_related("order__verdict").order_by("pk")
    return [OwnResult(one.order.person_id, one.taken_on, one.outcome.open(), one.evidence.open(), by_record[one.pk],
                      one.order.verdict.facts.get("disease", "")) for one in found]


@everything()
def negative_twice(people, since) -> dict:
    """Of persons by id: whether the first two days with results kept with their orders, since a day (`since`, by id), were both negative:
    of one test the laboratory and a paper may tell. Who has not two is left out, unless he was positive."""
    outcomes = defaultdict(dict)
    for one in Result.objects.filter(order__person__in=people).select_related("order").order_by("taken_on", "recorded_at"):
        if one.taken_on >= since[one.order.person_id] and (said := one.outcome.open()) in ("negative", "positive"):
            days = outcomes[one.order.person_id]
            days[one.taken_on] = "positive" if "positive" in (said, days.get(one.taken_on)) else said
    told = {pk: list(days.values()) for pk, days in outcomes.items()}
    return {pk: said[:2] == ["negative", "negative"] for pk, said in told.items() if len(said) > 1 or "positive" in said}
