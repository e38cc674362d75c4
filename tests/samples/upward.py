"""The event of the case on the stage, reported first with the city's receipt."""
from lianfang.registers.outside.actions import Said
from lianfang.response.cases.models import Case
from lianfang.response.upward import actions
from lianfang.response.upward.models import Event, Report

from . import free, sample
from .cases import case as a_case


@sample("upward/<uuid:pk>")
def event(stage):
    one = Event.objects.get(record=Case.objects.get(pk=stage.of(a_case)).pk)
    actions.report_first(event=one, words="新冠肺炎确诊病例1例。", reported_at=stage.cast.at, way="system", to="市指挥部", by=stage.near,
                         at=stage.cast.at)
    said = Said("市疫情防控指挥部", "雷鸣", "0000-5550404", stage.cast.at, number="市收〔2020〕1号", note="已收")
    actions.take_answer(report=Report.objects.get(event=one), said=said, by=stage.near, at=stage.cast.at)
    one.why = "待核"
    one.save()
    return one.pk


@sample("upward/reports/<uuid:pk>")
def report(stage):
    return Report.objects.get(event=Event.objects.get(pk=stage.of(event))).pk


@free("upward/<uuid:pk>/report/<slug:stage>")
def stage(_stage):
    return "progress"


@free("upward/reports/<uuid:pk>/paper.<slug:form>")
def form(_stage):
    return "pdf"
