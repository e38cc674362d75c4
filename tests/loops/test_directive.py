"""A directive of the headquarters goes down to a grid with its words unchanged and comes back checked; what is open at midnight rises."""
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_end, moment
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow.actions import escalate
from lianfang.ground.workflow.models import Turn
from lianfang.response.directives import actions, queries
from lianfang.response.directives.actions import TaskSpec
from lianfang.response.directives.models import Directive, Receipt, Task

HOUR = timedelta(hours=1)
ORDER = "逐户送药，当面交到老人手里"


@pytest.fixture
def issued(cast):
    """At nine: the same measure for both towns."""
    with everything():
        tasks = [TaskSpec(ORDER, cast.units[town]) for town in ("禾阳街道", "梨花沟镇")]
        yield actions.issue(title="关于送药的指令", text="当天送到。", tasks=tasks, source="meeting", by=cast.officer, at=cast.at)


def given_on(task, where, words, by, cast):
    [part] = actions.pass_down(task=task, tasks=[TaskSpec(words, cast.units[where])], by=by, at=cast.at + HOUR)
    return part


def settled(task, doer, checker, at):
    actions.do(task=task, words="送到了", by=doer, at=at)
    actions.close_task(task=task, by=checker, at=at + HOUR)


def test_from_the_headquarters_to_a_grid_and_back_with_one_task_open_at_midnight(issued, cast, client):
    near, far = (Task.objects.get(directive=issued, unit=cast.units[town]) for town in ("禾阳街道", "梨花沟镇"))
    for account, unit in ((cast.township, "禾阳街道"), (cast.far_township, "梨花沟镇")):
        actions.receive(receipt=Receipt.objects.get(directive=issued, unit=cast.units[unit]), by=account, at=cast.at + HOUR)
    village = given_on(near, "丰禾社区", "社区排名单", cast.township, cast)
    grid = given_on(village, "丰禾第四网格", "网格照名单送", cast.cadre, cast)
    handed = Receipt.objects.select_related("directive", "unit").get(directive=issued, account=cast.grid)
    assert (handed.whom, handed.unit, handed.state) == ("丰禾第四网格", cast.units["丰禾社区"], "waiting"), "no narrower place is kept"
    assert Turn.objects.open().get(record=handed.pk).account == cast.grid
    client.force_login(cast.grid)
    with time_machine.travel(cast.at + 2 * HOUR, tick=False):
        assert "网格照名单送" in client.get(reverse("home:home")).content.decode()
        page = client.get(reverse("directives:task", args=[grid.pk])).content.decode()
    assert page.index(ORDER) < page.index("社区排名单") and issued.number in page
    for task, doer, checker in ((grid, cast.grid, cast.cadre), (village, cast.cadre, cast.township), (near, cast.township, cast.officer)):
        settled(task, doer, checker, cast.at + 3 * HOUR)

    handed.refresh_from_db()
    assert (handed.received_by, handed.received_at) == (cast.grid, cast.at + 3 * HOUR), "who does it has received it"
    evening = moment(cast.on, "19:00")
    assert list(queries.not_closed_by(evening)) == [far], "what the agenda of 19:00 lists"
    escalate(at=day_end(cast.on) - HOUR, by=named(SYSTEM))
    assert Turn.objects.get(record=far.pk, closed_at=None).role == "township_cadre"
    escalate(at=day_end(cast.on), by=named(SYSTEM))
    risen = Turn.objects.get(record=far.pk, closed_at=None)
    county = cast.units["青禾县"]
    assert (risen.role, risen.owner_unit) == ("duty_officer", county) and queries.risen([far]) == {far.pk: county}
    assert Directive.objects.get().state == "issued"

    settled(far, cast.far_township, cast.leader, day_end(cast.on) + 9 * HOUR)
    assert Directive.objects.get().state == "closed", "the last one closes it"
    over = day_end(cast.on) + 9 * HOUR
    rows = {one.name: (one.due, one.in_time) for one in queries.closure(county, cast.at, day_end(cast.on) + HOUR, at=over)}
    assert rows == {"禾阳街道": (3, 3), "梨花沟镇": (1, 0)} and list(queries.not_closed_by(day_end(cast.on) + 11 * HOUR)) == []
    assert causes(grid) == ["directives.give", "directives.pass_down", "directives.pass_down", "directives.issue"]


def causes(task):
    """The verbs that led to a task, the last first."""
    found, line = [], Line.objects.get(record=task.pk, verb="directives.give")
    while line:
        found.append(line.verb)
        line = Line.objects.filter(pk=line.because).first() if line.because else None
    return found
