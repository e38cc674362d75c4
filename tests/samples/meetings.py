"""A meeting of a street that sits, with a note, a decision and who does it, on facts of its own."""
from lianfang.ground.days import now
from lianfang.overview.meetings import actions
from lianfang.overview.meetings.models import AgendaItem, Decision, Meeting, Share

from . import free, sample
from .isolation import alarm


@sample("meetings/<uuid:pk>")
def meeting(stage):
    stage.of(alarm)
    at, town = now(), stage.cast.units["禾阳街道"]
    made = actions.call(unit=town, series="adhoc", begins_at=at, title="发热病例会商", by=stage.near, at=at)
    actions.begin(meeting=made, chair="郑怀远", place="指挥部", by=stage.near, at=at)
    item = actions.add_item(meeting=made, words="物资", by=stage.near, at=at)
    actions.note_item(item=item, said="体温计够用。", was=0, by=stage.near, at=at)
    actions.word_decision(meeting=made, item=item, words="把体温计发到各村", shares=[{"unit": town}], by=stage.near, at=at)
    return made.pk


def of(stage, model, **found):
    return model.objects.filter(**found).first().pk


@sample("meetings/facts/<uuid:pk>")
def facts(stage):
    return Meeting.objects.get(pk=stage.of(meeting)).facts_id


@sample("meetings/items/<uuid:pk>")
def item(stage):
    return of(stage, AgendaItem, meeting=stage.of(meeting), section="typed")


@sample("meetings/seats/<uuid:pk>")
def seat(stage):
    made = Meeting.objects.get(pk=stage.of(meeting))
    return actions.attend(meeting=made, guest="院长", office="县医院", by=stage.near, at=now()).pk


@sample("meetings/decisions/<uuid:pk>")
def decision(stage):
    return of(stage, Decision, meeting=stage.of(meeting))


@sample("meetings/shares/<uuid:pk>")
def share(stage):
    return of(stage, Share, decision__meeting=stage.of(meeting))


@sample("meetings/rhythms/<uuid:pk>")
def rhythm(stage):
    return actions.start_series(unit=stage.cast.units["禾阳街道"], series="weekly", by=stage.near, at=now()).pk


@free("meetings/series/<slug:series>")
def series(stage):
    return "weekly"


@free("meetings/<uuid:pk>/minutes.<slug:form>")
def form(stage):
    return "docx"
