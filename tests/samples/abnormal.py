"""Somebody who was seen abnormal in the near village, measured; and one who was ruled out, so that each word stands somewhere."""
from decimal import Decimal

from lianfang.ground.ids import uuid7
from lianfang.registers.people.actions import Somebody
from lianfang.response.abnormal import actions

from . import sample


@sample("abnormal/<uuid:pk>")
def sighting(stage):
    told = {"by": stage.near, "at": stage.cast.at}
    who = Somebody("万长河", door=stage.cast.units["601"].pk)
    one = actions.report_sighting(id=uuid7(), who=who, unit=stage.cast.units["601"], seen=["cough"], words="一直咳", **told)
    actions.measure_sighting(sighting=one, temperature=Decimal("38.1"), has_symptoms=True, **told)
    one.held_at, one.why = "村卫生室", "待核"
    one.save()
    return one.pk
