"""A directive with a task, split and done, a call at the desk, a shift handed over, a visit, a practice: next door."""
from lianfang.response.directives import actions
from lianfang.response.directives.actions import TaskSpec
from lianfang.response.directives.models import Adoption, Receipt, Shift
from lianfang.response.directives.reading import Entry

from . import free, sample

ROUTE = "directives/"


def _village(stage):
    return stage.cast.units["丰禾社区"]


@sample(ROUTE + "tasks/<uuid:pk>")
def task(stage):
    [one] = actions.give(tasks=[TaskSpec("看看东门有没有人", _village(stage))], source="meeting", by=stage.near, at=stage.cast.at)
    actions.do(task=one, words="有人", by=stage.cast.cadre, at=stage.cast.at)
    actions.send_back(task=one, why="夜里没有", by=stage.near, at=stage.cast.at)
    return one.pk


@sample(ROUTE + "issued/<uuid:pk>")
def directive(stage):
    """A town's: what the county issued is the county's."""
    one = actions.issue(title="关于值守的通知", text="夜里也要有人。", to=[_village(stage)], tasks=[TaskSpec("排夜班", _village(stage))],
                        by=stage.cast.township, at=stage.cast.at, file=("表.png", b"\x89PNG\r\n\x1a\n"))
    return one.pk


@sample(ROUTE + "received/<uuid:pk>")
def receipt(stage):
    return Receipt.objects.get(directive=stage.of(directive)).pk


@sample(ROUTE + "desk/calls/<uuid:pk>")
def call(stage):
    told = {"caller": "王某", "phone": "000", "detail": "502"}
    return actions.take_call(unit=_village(stage), words="断药", by=stage.near, at=stage.cast.at, **told).pk


@sample(ROUTE + "desk/shifts/<uuid:pk>")
def shift(stage):
    one = actions.begin_desk(unit=stage.cast.units["禾阳街道"], by=stage.cast.township, at=stage.cast.at)
    actions.hand_over_desk(shift=one, note="等回话", by=stage.cast.township, at=stage.cast.at)
    actions.take_over_desk(shift=one, answer="接到", by=stage.near, at=stage.cast.at)
    Shift.objects.exclude(pk=one.pk).delete()
    return one.pk


@sample(ROUTE + "visits/<uuid:pk>")
def visit(stage):
    return actions.record_visit(unit=_village(stage), leader="郑怀远", visited_at=stage.cast.at, by=stage.near, at=stage.cast.at).pk


@sample(ROUTE + "practices/<uuid:pk>")
def practice(stage):
    one = actions.write_practice(unit=_village(stage), title="大喇叭", text="早中晚各一遍", by=stage.near, at=stage.cast.at)
    actions.spread(practice=one, units=[stage.cast.units["望河社区"]], by=stage.near, at=stage.cast.at)
    return one.pk


@sample(ROUTE + "adoptions/<uuid:pk>")
def adoption(stage):
    return Adoption.objects.get(practice=stage.of(practice)).pk


@free(ROUTE + "issued/<uuid:pk>/paper.<slug:form>", ROUTE + "timeline/paper.<slug:form>")
def form(stage):
    entry = Entry(stage.cast.on, "青禾县", "启动一级响应", "县1号令", True)
    actions.add_milestones(unit=stage.cast.units["青禾县"], side="own", entries=[entry], by=stage.near, at=stage.cast.at)
    return "pdf"
