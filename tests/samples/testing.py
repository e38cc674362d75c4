"""A member next door whose test is due, with a result kept, and his place in a group."""
from datetime import timedelta

from lianfang.response.testing import actions
from lianfang.response.testing.models import Belonging, DueTest, Member

from . import sample


@sample("testing/members/<uuid:pk>")
def member(stage):
    who = actions.Somebody(stage.cast.units["601"], "安平", "id_card", "220722197605140030")
    actions.enrol_people(people=[who], group="inpatient", source="名册", by=stage.near, at=stage.cast.at)
    one = Member.objects.get(person__name="安平")
    told = actions.Told(one.person_id, "nucleic", stage.cast.at - timedelta(days=10), "negative", "paper", "县医院")
    actions.note_results(results=[told], by=stage.near, at=stage.cast.at)
    actions.enrol(entries=[actions.Entry(one.person_id, "inbound", "名册", stage.cast.at)], by=stage.near, at=stage.cast.at)
    return one.pk


@sample("testing/belongings/<uuid:pk>")
def belonging(stage):
    return Belonging.objects.filter(member=stage.of(member)).first().pk


@sample("testing/dues/<uuid:pk>")
def due(stage):
    return DueTest.objects.get(member=stage.of(member), closed_at=None).pk
