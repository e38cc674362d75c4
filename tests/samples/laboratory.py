"""A sampling point in the near unit: a pool that is in doubt with somebody to be resampled, a tube on its way, and one being filled."""
from lianfang.ground.accounts.scope import everything
from lianfang.registers.people.actions import add_people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.laboratory import actions
from lianfang.response.laboratory.models import Recall, Sample, Tube

from . import sample


def filled(stage, code, name):
    """A sealed tube for five with one person in it."""
    told = {"by": stage.near, "at": stage.cast.at}
    [who] = add_people(people=[draft_person(unit_id=stage.cast.units["601"].pk, name=name, at=stage.cast.at)], **told)
    with everything():
        tube = actions.open_tube(session=stage.of(session), code=code, places=5, **told)
        actions.take_samples(tube=tube, swabs=[actions.Swab(who)], **told)
        actions.seal(tube=tube, count=1, **told)
        return Tube.objects.get(pk=tube.pk)


def session(stage):
    return actions.open_session(unit=stage.cast.units["601"], name="向阳采样点", disease="covid_19", reason="voluntary", by=stage.near,
                                at=stage.cast.at)


@sample("laboratory/<uuid:pk>")
def session_id(stage):
    return stage.of(session).pk


@sample("laboratory/tubes/<uuid:pk>")
def tube(stage):
    return actions.open_tube(session=stage.of(session), code="9900000001", places=5, by=stage.near, at=stage.cast.at).pk


@sample("laboratory/boxes/<uuid:pk>")
def trip(stage):
    return actions.send(box="BOX-1", tubes=[filled(stage, "9900000002", "何晓晨")], carrier="禾A0001", temperature=4.0,
                        unit=stage.of(session).unit, by=stage.near, at=stage.cast.at).pk


@sample("laboratory/runs/<uuid:pk>")
def run(stage):
    told = {"by": stage.near, "at": stage.cast.at}
    one = filled(stage, "9900000003", "方舟")
    way = actions.send(box="BOX-2", tubes=[one], carrier="禾A0001", temperature=4.0, unit=one.unit, **told)
    actions.receive(transfer=way, codes=[one.code], temperature=4.0, note="冰排化了一半", **told)
    made = actions.run(tubes=[Tube.objects.get(pk=one.pk)], machine="一号机", unit=one.unit, **told)
    actions.report(found=[actions.Found(Tube.objects.get(pk=one.pk), "positive", "31.2")], **told)
    return made.pk


@sample("laboratory/samples/<uuid:pk>")
def sampled(stage):
    stage.of(run)
    with everything():
        return Sample.objects.get(tube__code="9900000003").pk


@sample("laboratory/recalls/<uuid:pk>")
def recall(stage):
    with everything():
        return Recall.objects.get(sample=stage.of(sampled)).pk


@sample("laboratory/queue/<uuid:pk>")
def on_the_way(stage):
    with everything():
        return Tube.objects.get(transfer=stage.of(trip)).pk
