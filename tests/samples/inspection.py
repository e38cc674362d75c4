"""One of everything inspections keep about the near village, whichever a page needs."""
from datetime import timedelta

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.days import moment
from lianfang.response.inspection import actions
from lianfang.response.inspection.actions import Seat
from lianfang.response.inspection.models import Checklist, LastPlace, Problem, Round, Sheet, Standing, Team, Visit
from tests.cast import OPENED

from . import free, sample

FORM = {"code": "face", "version": "1", "title": "环境卫生评分", "fields": [
    {"name": "clean", "kind": "number", "required": False, "whole": True, "min": 0, "max": 20, "weight": 2, "help": {"zh": "", "en": ""},
     "label": {"zh": "净化", "en": "Clean"}}]}


def _second(stage) -> Account:
    """A supervisor besides those of the cast."""
    found, is_new = Account.objects.get_or_create(login="second", defaults={"name": "文正清"})
    if is_new:
        Assignment.objects.create(account=found, role="supervisor", unit=stage.cast.units["青禾县"], from_on=OPENED)
    return found


def _team(stage, kind, name) -> Team:
    """The county's officer, another supervisor and one more: none of them stands below the county."""
    third, _is_new = Account.objects.get_or_create(login="third", defaults={"name": "陆员"})
    seats = [Seat(stage.near, "bureau", "head"), Seat(_second(stage), "", "discipline"), Seat(third, "", "member")]
    return actions.compose_team(unit=stage.cast.units["青禾县"], kind=kind, name=name, seats=seats, by=stage.near, at=stage.cast.at)


@sample("inspection/teams/<uuid:pk>")
def team(stage):
    return _team(stage, "inspection", "督查一组").pk


def _checklist(stage) -> Checklist:
    found, _is_new = Checklist.objects.get_or_create(code="face", version="1", defaults={
        "topic": "environment", "title": FORM["title"], "form": FORM, "is_scored": True, "by": stage.near, "at": stage.cast.at})
    return found


def _seen(stage, round=None) -> Sheet:
    """What an unannounced visit to the near village saw."""
    visit = actions.plan_visit(team=Team.objects.get(pk=stage.of(team)), place=stage.cast.units["丰禾社区"], on=stage.cast.on, round=round,
                               is_unannounced=True, by=stage.near, at=stage.cast.at)
    answers = {_checklist(stage).pk: {"clean": 15}}
    return actions.finish_visit(visit=visit, people=3, answers=answers, note="卡点有人", by=_second(stage), at=stage.cast.at)


@free("inspection/rounds/<uuid:pk>")
def shown(stage):
    """A round that is shown to the units."""
    one = actions.open_round(unit=stage.cast.units["青禾县"], kind="inspection", period="day", level="village", title="每日评比",
                             from_on=stage.cast.on, last_on=stage.cast.on, checklist=_checklist(stage), by=stage.near, at=stage.cast.at)
    _seen(stage, one)
    actions.close_scoring(round=one, by=stage.near, at=moment(stage.cast.on, "17:00"))
    return one.pk


@free("inspection/rounds/<uuid:pk>/bulletin.<slug:form>", "inspection/report.<slug:form>")
def form(_stage):
    return "pdf"


@sample("inspection/visits/<uuid:pk>")
def visit(stage):
    return actions.plan_visit(team=Team.objects.get(pk=stage.of(team)), place=stage.cast.units["丰禾社区"],
                              on=stage.cast.on + timedelta(days=1), by=stage.near, at=stage.cast.at).pk


@sample("inspection/visits/<uuid:pk>/problem/")
def visited(stage):
    return Visit.objects.filter(place=stage.cast.units["丰禾社区"], state="done", round=stage.of(shown)).get().pk


@sample("inspection/sheets/<uuid:pk>")
def sheet(stage):
    return Sheet.objects.get(round=stage.of(shown)).pk


@sample("inspection/disputes/<uuid:pk>")
def dispute(stage):
    return actions.dispute(sheet=Sheet.objects.select_related("unit").get(pk=stage.of(sheet)), words="路灯亮着", by=stage.cast.cadre,
                           at=moment(stage.cast.on, "17:10")).pk


@sample("inspection/problems/<uuid:pk>")
def problem(stage):
    found = Sheet.objects.select_related("unit").get(pk=stage.of(sheet))
    one = actions.raise_problem(unit=found.unit, topic="gates", grade="usual", words="夜间无人", sheet=found, by=_second(stage),
                                at=stage.cast.at)
    actions.fix_problem(problem=one, words="已排两班", by=stage.cast.cadre, at=stage.cast.at)
    return one.pk


@sample("inspection/cases/<uuid:pk>")
def case(stage):
    one = Problem.objects.select_related("unit").get(pk=stage.of(problem))
    return actions.open_case(problem=one, number="案〔2020〕1号", note="涉嫌失职", by=stage.cast.supervisor, at=stage.cast.at).pk


@sample("inspection/written/<uuid:pk>")
def written(stage):
    return actions.issue_written(unit=stage.cast.units["丰禾社区"], kind="suggestion", title="夜间值守", words="两人一班", by=stage.near,
                                 at=stage.cast.at).pk


@sample("inspection/markets/cases/<uuid:pk>")
def market_case(stage):
    return actions.open_market_case(unit=stage.cast.units["丰禾社区"], kind="wildlife", number="市监案〔2020〕9号", words="活禽交易",
                                    by=stage.near, at=stage.cast.at).pk


@sample("inspection/complaints/<uuid:pk>")
def complaint(stage):
    one = actions.take_complaint(unit=stage.cast.units["丰禾社区"], kind="price", channel="hotline", words="口罩涨价", contact="留言板",
                                 by=stage.near, at=stage.cast.at)
    actions.answer_complaint(complaint=one, words="已责令退款", by=stage.cast.township, at=stage.cast.at)
    return one.pk


@sample("inspection/assessments/<uuid:pk>")
def assessment(stage):
    return actions.record_assessment(cadre=stage.cast.cadre, unit=stage.cast.units["丰禾社区"], team=_team(stage, "assessment", "考察一组"),
                                     on=stage.cast.on, way="visit", seen="连续值守", by=stage.near, at=stage.cast.at).pk


@sample("inspection/commendations/unit/<int:pk>")
def commended(stage):
    here = stage.cast.units["丰禾社区"]
    actions.commend(unit=here, batch="第一批", number="表彰〔2020〕1号", deeds="值守", evidence=stage.of(sheet), by=stage.near,
                    at=stage.cast.at)
    actions.record_market_check(unit=here, kind="price", where="东市场", on=stage.cast.on, people=2, checked=9, amiss=0, by=stage.near,
                                at=stage.cast.at)
    assert Standing.objects.filter(round=Round.objects.get(pk=stage.of(shown)), unit=here).exists()
    return here.pk


@sample("inspection/last/<uuid:pk>")
def last_place(stage):
    one = Round.objects.get(pk=stage.of(shown))
    unit = stage.cast.units["丰禾社区"]
    return LastPlace.objects.create(unit=unit, round=one, words="当天通报，第二天复查", role="supervisor",
                                    due=moment(stage.cast.on, "18:00")).pk
