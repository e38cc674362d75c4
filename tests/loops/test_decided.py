"""What a meeting decides is somebody's turn when it closes; what is open at midnight stands on the next morning's agenda."""
from datetime import date

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.ground.workflow.models import Turn
from lianfang.overview.meetings import actions as meetings
from lianfang.overview.meetings import jobs
from lianfang.overview.meetings.models import AgendaItem, Meeting
from lianfang.response.directives import actions, queries

ON, NEXT = date(2020, 3, 10), date(2020, 3, 11)


def test_decisions_of_an_evening_are_turns_and_the_open_one_is_on_the_mornings_agenda(cast):
    county, town, far = (cast.units[name] for name in ("青禾县", "禾阳街道", "梨花沟镇"))
    late = moment(ON, "19:10")
    with everything():
        for series in ("morning", "evening"):
            meetings.start_series(unit=county, series=series, by=cast.officer, at=moment(ON, "10:00"))
        jobs.freeze_due(at=moment(ON, "18:45"))
        jobs.call_due(at=moment(ON, "18:45"))
        evening = Meeting.objects.get(series="evening")
        meetings.begin(meeting=evening, chair="郑怀远", place="指挥部一楼", by=cast.officer, at=moment(ON, "19:00"))
        decided = meetings.word_decision(meeting=evening, words="今晚把体温计发到各村", by=cast.officer, at=late, shares=[
            {"unit": town, "evidence": "photo", "where": "丰禾社区"}, {"unit": far}, {"account": cast.epi, "words": "核对数量"}])
        meetings.close(meeting=evening, by=cast.officer, at=late)
        near, distant, own = queries.of_origin([decided.pk])
        assert [(one.words, one.evidence, one.source) for one in (near, own)] == [
            ("今晚把体温计发到各村（丰禾社区）", "photo", "meeting"), ("核对数量", "words", "meeting")]
        assert Turn.objects.get(record=near.pk, closed_at=None).role == "township_cadre" and near.due_at == moment(ON, "24:00")
        assert Turn.objects.get(record=own.pk, closed_at=None).account == cast.epi
        for task, by, photo in ((near, cast.township, b"picture"), (own, cast.epi, None)):
            actions.do(task=task, words="发了", by=by, at=moment(ON, "21:00"), photo=photo)
            actions.close_task(task=task, by=cast.leader, at=moment(ON, "22:00"))
        jobs.freeze_due(at=moment(NEXT, "07:45"))
        jobs.call_due(at=moment(NEXT, "07:45"))
        items = AgendaItem.objects.filter(meeting__series="morning", meeting__unit=county, section="tasks")
        assert [one.key for one in items] == [f"task:{distant.pk}"]
