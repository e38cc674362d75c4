"""Two weeks of the risk register: seven points, three units assess and one does not, a rating rises and becomes somebody's turn, a measure
is done, the next week it falls, and the report says so."""
import io
from datetime import date, timedelta

import pytest
from docx import Document

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.ground.units.fields import TOP, Reach
from lianfang.ground.workflow import agenda
from lianfang.ground.workflow.actions import escalate
from lianfang.ground.workflow.models import Turn
from lianfang.response.directives import actions as directives
from lianfang.response.directives.models import Task
from lianfang.response.risk.points import actions, jobs, queries
from lianfang.response.risk.points.models import Point, UnitRating, Week
from lianfang.response.risk.points.papers.weekly import weekly_of

THURSDAY, FRIDAY = date(2020, 3, 12), date(2020, 3, 13)
MONDAY = date(2020, 3, 9)


@pytest.fixture
def seven(cast):
    """The county's seven points in its register since Tuesday."""
    with everything():
        yield actions.take_points(unit=cast.units["青禾县"], by=cast.officer, at=cast.at)


def file(cast, unit, by, at, **worse):
    """A unit's week: every point as it stands, those named otherwise."""
    week = Week.objects.select_related("unit").get(unit=cast.units[unit], state="asked")
    points = queries.points_for(week.unit)
    said = {one.pk: worse.get(one.code, (one.likelihood, one.harm)) for one in points}
    actions.assess(week=week, ratings=said, words="", by=by, at=at)


def test_a_rating_rises_becomes_a_turn_is_worked_on_and_falls(cast, seven):
    jobs.ask_week(at=moment(THURSDAY, "07:45"))
    assert not Week.objects.exists(), "not before the table's hour"
    jobs.ask_week(at=moment(THURSDAY, "08:00"))
    jobs.ask_week(at=moment(THURSDAY, "08:15"))
    assert Week.objects.count() == 6, "the county, two towns, three villages, each once"
    at = moment(FRIDAY, "10:00")
    file(cast, "丰禾社区", cast.cadre, at, workers=("certain", "high"))
    file(cast, "禾阳街道", cast.township, at)
    file(cast, "梨花沟村", cast.far_cadre, at)
    risen = Point.objects.get(code="workers")
    turn = Turn.objects.open().get(record=risen.pk)
    assert (risen.state, turn.role, turn.due) == ("risen", "duty_officer", at + timedelta(hours=4))
    late = moment(FRIDAY, "13:01")
    escalate(at=late, by=named(SYSTEM))
    up = Turn.objects.open().get(record=Week.objects.get(unit=cast.units["望河社区"]).pk)
    assert (up.role, up.owner_unit) == ("township_cadre", cast.units["禾阳街道"]), "the village that did not answer is the town's to chase"
    told = agenda.items(cast.units["青禾县"], None, late)["risk"]
    assert told[0].key == f"risk_point:{risen.pk}" and "现为中，有单位评得更高" in told[0].note["zh"]
    risen = worked_on(cast, risen, late)
    next_week(cast, risen)


def worked_on(cast, risen, late):
    """The duty officer rates it and orders a measure; the town does it, and another checks it."""
    actions.rate_point(point=risen, likelihood="likely", harm="high", words="下周有两批包车返乡", by=cast.officer, at=late)
    assert (risen.level, risen.review_at) == ("high", moment(FRIDAY + timedelta(days=3), "18:00"))
    ordered = actions.Ordered("包车到站逐人登记、采样", cast.units["禾阳街道"])
    actions.order_measures(point=risen, measures=[ordered], by=cast.officer, at=late)
    task = Task.objects.select_related("unit", "given_unit").get(source="risk_point", origin=risen.pk)
    [told] = queries.tasks_of([risen.pk])
    assert (task.unit, told.is_open) == (cast.units["禾阳街道"], True)
    with pytest.raises(ValueError, match="1 项措施没有办结"):
        actions.close_point(point=risen, why="没有再来的", by=cast.officer, at=late)
    directives.do(task=task, words="两车 61 人登记采样完", by=cast.township, at=late + timedelta(hours=20))
    directives.close_task(task=task, by=cast.officer, at=late + timedelta(hours=21))
    [told] = queries.tasks_of([risen.pk])
    assert told.is_closed
    return Point.objects.select_related("unit").get(pk=risen.pk)


def next_week(cast, risen):
    """What was left open is passed over, the rating falls, and the paper says from what to what."""
    friday = FRIDAY + timedelta(days=7)
    jobs.ask_week(at=moment(THURSDAY + timedelta(days=7), "08:00"))
    assert Week.objects.get(unit=cast.units["望河社区"], week_on=MONDAY).state == "missed"
    for unit, by in (("丰禾社区", cast.cadre), ("禾阳街道", cast.township), ("梨花沟村", cast.far_cadre)):
        file(cast, unit, by, moment(friday, "10:00"), workers=("unlikely", "low"))
    assert queries.board(Reach(TOP), MONDAY + timedelta(days=7), moment(friday, "10:01"))[0].cards[0].proposed == "低"
    actions.rate_point(point=risen, likelihood="unlikely", harm="medium", words="两批已到，没有异常", by=cast.officer,
                       at=moment(friday, "15:00"))
    paper = weekly_of(Reach(TOP), cast.units["青禾县"], MONDAY + timedelta(days=7), is_drill=False, at=moment(friday, "16:00"))
    row = next(row for row in paper.values["rows"] if row[1] == "务工返乡输入")
    assert row[3:7] == ["高", "中", "3个评，高以上0个", "1/1"]
    said = "".join(paper.values["paragraphs"])
    assert "布置6个单位评估，交了3个" in said and "没有交的2个：禾阳街道望河社区、梨花沟镇" in said and "交办措施1项，办结1项" in said
    words = "".join(cell.text for row in Document(io.BytesIO(paper.docx())).tables[0].rows for cell in row.cells)
    assert "务工返乡输入" in words and paper.pdf()[:5] == b"%PDF-"
    assert UnitRating.objects.filter(level="extreme").count() == 1
