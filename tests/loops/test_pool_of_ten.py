"""One pool: ten people at 10:00, positive at 14:00, held and told at once, resampled; by 20:00 one is a case and nine are free."""
from datetime import timedelta

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.ground.journal.actions import seal
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow.models import Turn
from lianfang.ground.workflow.straying import all_strays
from lianfang.response.cases.models import Case
from lianfang.response.isolation.models import Order
from lianfang.response.laboratory.models import Recall
from lianfang.response.laboratory.tests.conftest import Point


@pytest.fixture
def point(cast):
    with everything():
        yield Point(cast)


def held():
    return {one.person_id: one for one in Order.objects.filter(closed_at=None)}


def test_ten_in_one_tube(point):
    on = point.cast.on
    tube = point.filled(point.people, at=moment(on, "10:00"))
    assert Turn.objects.get(record=tube.pk, closed_at=None).account == point.cast.grid
    two = moment(on, "14:00")
    point.report(tube, "positive", two)
    assert set(held()) == {who.pk for who in point.people} and not Case.objects.exists()
    assert {turn.due for turn in Turn.objects.filter(flow="recall", closed_at=None)} == {moment(on, "15:00")}
    story_of_cause(tube)
    ill, *others = point.people
    tubes = [point.filled([who], 1, two + timedelta(minutes=10 + n)) for n, who in enumerate(point.people)]
    assert set(Recall.objects.values_list("state", flat=True)) == {"sampled"}
    for tube, who in zip(tubes, point.people, strict=True):
        point.report(tube, "positive" if who is ill else "negative", moment(on, "20:00"))
    case = Case.objects.get()
    assert (case.person_id, case.channel, case.state) == (ill.pk, "own_testing", "to_report")
    assert set(held()) == {ill.pk} and not Order.objects.filter(person__in=others, closed_at=None).exists()
    assert not Turn.objects.filter(flow__in=("tube", "recall"), closed_at=None).exists()
    seal()
    assert {code: ids for code, ids in all_strays().items() if code in ("tube", "recall")} == {}


def story_of_cause(tube):
    """From an order back to the tube: each line names the one that caused it."""
    order = Order.objects.first()
    line, verbs = Line.objects.get(verb="isolation.issue", record=order.pk), []
    while line:
        verbs.append(line.verb)
        line = Line.objects.filter(pk=line.because).first() if line.because else None
    assert verbs[:4] == ["isolation.issue", "isolation.decide", "laboratory.recall", "laboratory.give_result"]
    assert "laboratory.report" in verbs
