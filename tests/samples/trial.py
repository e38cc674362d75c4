"""A policy tried, and the one person on its list."""
from lianfang.overview.trial.models import Group, Trial, TrialLine

from . import free, sample
from .isolation import person

NEEDS = {"rooms": 4, "reserve": 1, "to_clean": 0, "per_day": 600, "share": 0.0, "others": [0] * 15, "minders": 3}


@sample("trials/<uuid:pk>")
def trial(stage):
    cast = stage.cast
    made = Trial.objects.create(unit=cast.units["青禾县"], table="exposed", edition_on=cast.on, plan_on=cast.on, at=cast.at, by=stage.near,
                                was_rows="0" * 32, rows="1" * 32, digest="2" * 32, days=15, needs=NEEDS, done_at=cast.at)
    group = Group.objects.create(trial=made, town=cast.units["禾阳街道"], category="close", fate="milder", old="c" * 15, new="h" * 15,
                                 old_minding="o" * 15, new_minding="o" * 15, old_tests="-" * 15, new_tests="t" * 15, people=1)
    TrialLine.objects.create(group=group, person_id=stage.of(person), unit=stage.unit)
    return made.pk


@free("trials/<uuid:pk>/print/<slug:form>")
def form(stage):
    return "pdf"
