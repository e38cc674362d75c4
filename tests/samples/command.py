"""The near county's headquarters with its groups, a seat, a mechanism, who answers for a post of the near unit, and who stands in."""
from datetime import timedelta

from lianfang.ground.accounts.models import Responsible
from lianfang.ground.days import now, today
from lianfang.overview.command import actions, queries
from lianfang.overview.command.models import Called, Group, Mechanism

from . import free, sample


@sample("command/<uuid:pk>")
def emergency(stage):
    at = now()
    return actions.declare(unit=stage.cast.units["青禾县"], title="新冠肺炎疫情防控", disease="covid_19", level="i", body="province",
                           decided_by="省领导小组", number="省疫防发〔2020〕1号", from_at=at, by=stage.near, at=at).pk


def standing(stage):
    stage.of(emergency)
    return queries.standing(stage.cast.units["青禾县"])


@sample("command/responses/<uuid:pk>")
def response(stage):
    found = queries.level_now(standing(stage))
    actions.stand_up(response=found, by=stage.near, at=now())
    return found.pk


@sample("command/groups/<uuid:pk>")
def group(stage):
    stage.of(response)
    return Group.objects.get(code="prevention").pk


@sample("command/holders/<uuid:pk>")
def holder(stage):
    return actions.appoint(emergency=standing(stage), group=Group.objects.get(pk=stage.of(group)), post="lead", account=stage.cast.epi,
                           phone="0000-5550101", by=stage.near, at=now()).pk


@sample("command/posts/<int:unit>")
def unit(stage):
    return stage.cast.units["丰禾社区"].pk


@free("command/posts/<int:unit>/<slug:post>")
def post(stage):
    return "control"


@sample("command/answers/<uuid:pk>")
def answer(stage):
    village = stage.cast.units["丰禾社区"]
    return actions.assign(unit=village, post="control", account=stage.cast.cadre, by=stage.near, at=now()).pk


@sample("command/covers/<uuid:pk>")
def cover(stage):
    stage.of(answer)
    Responsible.objects.create(account=stage.cast.cadre, unit=stage.cast.units["丰禾社区"], from_on=today())
    return actions.cover(away=stage.cast.cadre, by_whom=stage.cast.grid, from_on=today(), until_on=today() + timedelta(days=3),
                         by=stage.near, at=now()).pk


@sample("command/mechanisms/<uuid:pk>")
def mechanism(stage):
    return actions.take_mechanism(unit=stage.cast.units["青禾县"], code="three_two_one", by=stage.near, at=now()).pk


@sample("command/parts/<uuid:pk>")
def part(stage):
    one = Mechanism.objects.get(pk=stage.of(mechanism))
    return actions.add_part(mechanism=one, kind="check", words="入户核查", owner="村（社区）", by=stage.near, at=now()).pk


@free("command/mechanisms/take/<slug:code>")
def code(stage):
    return "six_systems"


@sample("command/recalls/<uuid:pk>", owned=lambda route: False)
def recall(stage):
    stage.of(emergency)
    at = now()
    return actions.recall_members(unit=stage.cast.units["青禾县"], words="取消休假，全员返岗", return_by=at + timedelta(hours=8),
                                  units=[stage.cast.units["丰禾社区"]], by=stage.near, at=at).pk


@sample("command/called/<uuid:pk>")
def called(stage):
    return Called.objects.filter(recall=stage.of(recall), account=stage.cast.cadre).get().pk


@free("command/recalls/<uuid:pk>/muster.<slug:form>")
def muster(_stage):
    return "pdf"
