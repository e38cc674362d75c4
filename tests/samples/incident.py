"""The file of a case in the near unit, and the draft of its trajectory."""
from lianfang.overview.incident import actions
from lianfang.overview.incident.models import Trajectory
from lianfang.response.cases.models import Case
from lianfang.response.tracing import actions as tracers
from lianfang.response.tracing import diary

from . import sample
from .cases import case


@sample("incidents/<uuid:case>")
def file(stage):
    return stage.of(case)


@sample("incidents/trajectories/<uuid:pk>")
def trajectory(stage):
    one = Case.objects.select_related("person", "unit").get(pk=stage.of(case))
    told = diary.read("1200-1300 吃饭 同福酒家", one.onset_on)
    tracers.add_stays(person=one.person, told=told, by=stage.near, at=stage.cast.at)
    return actions.draft_trajectory(case=one, by=stage.near, at=stage.cast.at).pk


@sample("incidents/trajectories/<uuid:pk>/trajectory.docx")
def published(stage):
    one = Case.objects.get(pk=stage.of(case))
    return Trajectory.objects.create(record=one.pk, person_id=one.person_id, unit_id=one.unit_id, edition=9, state="published",
                                     whom="新冠肺炎病例", lines=["3月8日：同福酒家"], drafted_by=stage.cast.epi, drafted_at=stage.cast.at,
                                     signed_by=stage.near, closed_at=stage.cast.at).pk
