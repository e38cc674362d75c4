"""Measures against risk points become tasks; how far these are is known where risk points are weighed."""
from django.urls import reverse

from lianfang.ground.journal.reactions import Reaction
from lianfang.ground.workflow import FLOWS
from lianfang.response.directives import actions as directives
from lianfang.response.directives import queries as tasks
from lianfang.response.risk.points import queries as riskpoints


def measures_are_given(lines):
    """Each measure is a task of whoever was named, under its point."""
    told = {line.record: line for line in lines}
    for one in riskpoints.measures(told):
        line = told[one.pk]
        spec = directives.TaskSpec(one.words, one.unit, role=one.role, due_at=one.due_at)
        directives.give(tasks=[spec], source="risk_point", origin=one.point_id, by=one.by, at=line.at, because=line.id,
                        given_unit=one.point.unit)


def _tasks(origins):
    states = FLOWS["task"].states
    return [riskpoints.Task(one.origin, one.words, one.whose, str(states[one.state]), reverse("directives:task", args=[one.pk]), one.due_at,
                            one.is_open, one.state == "closed") for one in tasks.of_origin(origins)]


riskpoints.hand_in(_tasks)

WEIGHED = [Reaction("riskpoints.order_measure", measures_are_given, ("directives.give",))]
