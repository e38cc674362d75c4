"""A visit is a secret until it happened; a problem is put right the same day, looked at again by another, closed or sent back."""
import io
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from PIL import Image

from lianfang.ground import indicators
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import seen_by
from lianfang.ground.days import moment
from lianfang.ground.journal.models import Line
from lianfang.ground.outbox.models import Photo
from lianfang.ground.outbox.pictures import picture
from lianfang.ground.units.fields import TOP, Reach
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import escalate
from lianfang.ground.workflow.models import Turn
from lianfang.response.inspection import actions, queries
from lianfang.response.inspection.actions import Found
from lianfang.response.inspection.models import CaseFile, Problem, Sheet, Visit
from lianfang.response.inspection.queries.visits import asked_on

from .conftest import SCORED, checklist_sheet


def photo():
    """A small picture with a note of the camera's."""
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "green").save(out, "JPEG", exif=b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00")
    return out.getvalue()


@pytest.fixture
def problem(cast, visited, head):
    return actions.raise_problem(unit=visited.unit, topic="gates", grade="usual", words="夜间无人值守", sheet=visited, by=head, at=cast.at)


def test_an_unannounced_visit_is_not_seen_by_whom_it_is_about_before_it_happened(cast, team, head):
    told = {"team": team, "by": cast.supervisor, "at": cast.at}
    shy = actions.plan_visit(place=cast.units["丰禾社区"], on=cast.on, is_unannounced=True, **told)
    actions.plan_visit(place=cast.units["望河社区"], on=cast.on, **told)
    with seen_by(cast.township, cast.on):
        assert not Visit.objects.exists() and [one.unit.name for one in Sheet.objects.all()] == ["望河社区"]
        assert not Turn.objects.filter(flow="inspection_visit").exists()
    actions.finish_visit(visit=shy, people=3, answers={}, note="", by=head, at=cast.at)
    with seen_by(cast.township, cast.on):
        assert {one.unit.name for one in Sheet.objects.all()} == {"丰禾社区", "望河社区"}


def test_only_the_team_records_and_not_before_the_day(cast, team, head):
    visit = actions.plan_visit(team=team, place=cast.units["丰禾社区"], on=cast.on + timedelta(days=1), by=cast.supervisor, at=cast.at)
    with pytest.raises(Refused, match="只有本组"):
        actions.finish_visit(visit=visit, people=3, answers={}, note="", by=cast.cadre, at=cast.at)
    with pytest.raises(Refused, match="还没有到"):
        actions.finish_visit(visit=visit, people=3, answers={}, note="", by=head, at=cast.at)
    later = cast.at + timedelta(days=1)
    with pytest.raises(Refused, match="去了几个人"):
        actions.finish_visit(visit=visit, people=0, answers={}, note="", by=head, at=later)
    sheet = actions.finish_visit(visit=visit, people=3, answers={}, note="", by=head, at=later)
    assert sheet.topics == ["gates", "isolation", "supplies", "resumption", "style"]
    with pytest.raises(Refused):
        actions.finish_visit(visit=visit, people=4, answers={}, note="", by=head, at=later)


def test_the_dated_focus_says_which_checklists_are_asked(cast, team):
    def take(topic, code, version="1"):
        return actions.take_checklist(content=checklist_sheet(code, SCORED[2:], version), topic=topic, by=cast.supervisor, at=cast.at)

    take("gates", "gates_list")
    gates, farming = take("gates", "gates_list", "2"), take("farming", "farming_list")
    visit = actions.plan_visit(team=team, place=cast.units["丰禾社区"], on=cast.on, by=cast.supervisor, at=cast.at)
    assert asked_on(visit, cast.on) == [gates], "the newest version, of what is looked at in March"
    assert asked_on(visit, cast.on.replace(month=5)) == [farming]
    with pytest.raises(Refused, match="换一个版本号"):
        actions.take_checklist(content=checklist_sheet("gates_list", SCORED, "2"), topic="gates", by=cast.supervisor, at=cast.at)


def test_a_problem_is_due_the_same_day_put_right_and_closed_by_another(cast, problem, head, second):
    turn = Turn.objects.open().get(record=problem.pk)
    assert (turn.role, turn.owner_unit, turn.due) == ("village_cadre", cast.units["丰禾社区"], moment(cast.on, "23:59"))
    noon = cast.at + timedelta(hours=3)
    with pytest.raises(Refused, match="怎么改的"):
        actions.fix_problem(problem=problem, words=" ", by=cast.cadre, at=noon)
    with pytest.raises(Refused, match="不归您办"):
        actions.fix_problem(problem=problem, words="改了", by=cast.far_cadre, at=noon)
    actions.fix_problem(problem=problem, words="已排两班", photo=photo(), by=cast.cadre, at=noon)
    kept = Photo.objects.get(record=problem.pk)
    assert kept.unit == problem.unit and b"Exif" not in picture(kept.pk)
    for who, says in ((cast.cadre, "不归您办"), (cast.township, "不归您办"), (head, "自己查出")):
        with pytest.raises(Refused, match=says):
            actions.close_problem(problem=problem, words="好了", by=who, at=noon)
    actions.reopen_problem(problem=problem, words="夜里还是没有人", by=second, at=noon)
    assert problem.state == "open" and problem.reopened == 1 and problem.fixed_at is None
    actions.fix_problem(problem=problem, words="加了夜班", by=cast.cadre, at=noon)
    actions.close_problem(problem=problem, words="夜里看过，有人", by=second, at=noon)
    found = queries.chain(Reach(TOP), cast.on, cast.on + timedelta(days=1))
    assert (found["problems"], found["closed"], found["reopened"], found["late"]) == (1, 1, 1, 0)
    assert not Turn.objects.open().filter(record=problem.pk).exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        Problem.objects.filter(pk=problem.pk).update(closed_by=cast.cadre)


def test_nobody_finds_problems_at_home(cast, visited):
    with pytest.raises(Refused, match="自己的单位"):
        actions.raise_problem(unit=cast.units["丰禾社区"], topic="gates", grade="usual", words="问题", by=cast.township, at=cast.at)
    with pytest.raises(Refused, match="什么问题"):
        actions.raise_problem(unit=cast.units["丰禾社区"], topic="gates", grade="usual", words="", by=cast.supervisor, at=cast.at)
    with pytest.raises(Refused, match="哪方面"):
        actions.raise_problem(unit=cast.units["丰禾社区"], topic="nothing", grade="usual", words="问题", by=cast.supervisor, at=cast.at)


def test_what_is_late_rises_and_what_was_found_at_night_has_two_hours(cast, visited):
    night = moment(cast.on, "23:30")
    late, quick = actions.raise_problems(found=[Found(visited.unit, "gates", "usual", "夜里发现"),
                                                Found(visited.unit, "style", "at_once", "没有戴")],
                                         by=cast.supervisor, at=night)
    assert late.due == night + timedelta(hours=2) and quick.due == night + timedelta(hours=2)
    escalate(at=late.due + timedelta(minutes=1), by=named(SYSTEM))
    assert Turn.objects.open().get(record=late.pk).role == "township_cadre"
    escalate(at=late.due + timedelta(hours=13), by=named(SYSTEM))
    assert Turn.objects.open().get(record=late.pk).role == "duty_officer"
    assert indicators.values(["inspection_late", "inspection_open"], Reach(TOP), late.due + timedelta(hours=1)) == {
        "inspection_late": 2, "inspection_open": 2}
    actions.withdraw_problem(problem=quick, words="看错了", by=cast.supervisor, at=late.due)
    assert indicators.values(["inspection_problems"], Reach(TOP), late.due + timedelta(hours=1)) == {"inspection_problems": 1}


def test_a_case_file_tells_nothing_but_its_count(cast, problem):
    with pytest.raises(Refused, match="不归您办"):
        actions.open_case(problem=problem, number="案〔2020〕1号", note="涉嫌失职", by=cast.officer, at=cast.at)
    case = actions.open_case(problem=problem, number="案〔2020〕1号", note="涉嫌失职", by=cast.supervisor, at=cast.at)
    with pytest.raises(Refused, match="已经移送"):
        actions.open_case(problem=problem, number="案〔2020〕2号", note="再来", by=cast.supervisor, at=cast.at)
    for who in (cast.cadre, cast.township):
        with seen_by(who, cast.on):
            assert not CaseFile.objects.exists() and not Turn.objects.filter(record=case.pk).exists()
    assert not Line.objects.filter(record=problem.pk, verb__contains="case").exists()
    actions.close_case(case=case, outcome="talk", note="已谈话", by=cast.supervisor, at=cast.at)
    assert queries.case_counts(cast.on, cast.on + timedelta(days=1)) == {"referred": 1, "closed": 1}
    assert case.note.open() == "涉嫌失职\n已谈话"


def test_notices_reports_and_suggestions_are_counted_each_by_itself(cast):
    told = {"unit": cast.units["禾阳街道"], "title": "关于值守", "words": "……", "by": cast.supervisor, "at": cast.at}
    with pytest.raises(Refused, match="文号"):
        actions.issue_written(kind="notice", **told)
    actions.issue_written(kind="notice", number="督〔2020〕3号", **told)
    for kind in ("report", "report", "suggestion"):
        actions.issue_written(kind=kind, **told)
    codes = [f"inspection_{kind}" for kind in ("notices", "reports", "suggestions")]
    assert list(indicators.values(codes, Reach(TOP), cast.at + timedelta(minutes=1)).values()) == [1, 2, 1]
