"""By when something is due: working days from the day after, over weekends, holidays and the Saturdays worked for them."""
from datetime import date

import pytest

from lianfang.ground import decisions
from lianfang.ground.days import moment
from lianfang.ground.decisions.queries import shipped_examples
from lianfang.response.redress.clocks import due_of, is_working


@pytest.mark.parametrize("name", ["redress_terms", "workdays"])
def test_the_examples_hold(db, name):
    tried = shipped_examples(name)
    assert tried and [one for one in tried if one.wrong] == []


@pytest.mark.parametrize(("on", "works"), [((2020, 3, 10), True), ((2020, 3, 14), False), ((2020, 1, 19), True), ((2020, 2, 1), False),
                                           ((2020, 2, 3), True), ((2020, 5, 9), True), ((2020, 10, 8), False)])
def test_a_day_is_worked_or_not_by_the_calendar(db, on, works):
    assert is_working(date(*on)) == works


@pytest.mark.parametrize(("asked", "due"), [
    (("2020-03-10", "09:00"), "2020-03-13"),   # Tuesday: Wednesday, Thursday, Friday
    (("2020-03-13", "23:59"), "2020-03-18"),   # Friday night: Monday to Wednesday
    (("2020-04-03", "10:00"), "2020-04-09"),   # the day before 清明: Saturday to Monday are off
    (("2020-04-24", "10:00"), "2020-04-28"),   # the Sunday worked before the first of May counts
    (("2020-01-23", "10:00"), "2020-02-05"),   # the eve of the spring festival, which was made longer
])
def test_three_working_days(db, asked, due):
    assert due_of("appeal", moment(date.fromisoformat(asked[0]), asked[1])) == moment(date.fromisoformat(due), "24:00")


def test_every_turn_of_the_flows_has_its_term(db):
    from lianfang.response.redress.flow import FLOWS

    clocks = {state[4] for flow in FLOWS for state in flow["states"] if len(state) > 3}
    assert clocks == set(decisions.table("redress_terms").facts["clock"].listed)
