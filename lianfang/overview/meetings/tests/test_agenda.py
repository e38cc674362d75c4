"""Facts are frozen at the cut-off, the clock calls the meeting on them, and the agenda writes itself."""
from datetime import timedelta

from lianfang.ground import indicators
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.ground.ids import uuid7
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import agenda
from lianfang.overview.meetings import actions, jobs, queries
from lianfang.overview.meetings.actions.freezing import code_of
from lianfang.overview.meetings.agenda.moves import moves
from lianfang.overview.meetings.models import AgendaItem, Facts, Meeting, Reading

from .conftest import ON


def test_facts_are_frozen_by_unit_and_stay_what_they_were(cast, fever):
    county, cut = cast.units["青禾县"], moment(ON, "18:45")
    with everything():
        jobs.freeze_due(at=cut)
        jobs.freeze_due(at=cut + timedelta(minutes=1))
        facts = Facts.objects.get()
        units, figures = queries.readings(facts)
        assert [one.name for one in units] == ["青禾县", "禾阳街道", "梨花沟镇"] and facts.edition == "evening"
        whole = figures[county.pk]
        assert set(whole) == set(indicators.INDICATORS)
        assert whole == indicators.values(list(whole), county.path, cut)
        assert whole["managed"] == figures[cast.units["禾阳街道"].pk]["managed"] == 1 and whole["alarms_open"] == 1
        line = Line.objects.get(verb="meetings.freeze")
        assert line.data["check_code"] == facts.check_code == code_of(county, cut, figures, facts.journal_position, facts.journal_hash)


def test_the_clock_calls_the_meeting_and_its_agenda_writes_itself(cast, evening):
    with everything():
        assert evening.begins_at == moment(ON, "19:00") and evening.cut_off_at == moment(ON, "18:45")
        told = {section.code: section.items for section in queries.agenda_of(evening)}
        [alarm] = told["alarms"]
        assert alarm.title == {"zh": "发热与症状告警：1 件没有办结", "en": "Alarm: 1 not closed"} and "禾阳街道 1" in alarm.note["zh"]
        assert any("逾期待办" in one.title["zh"] and one.url for one in told["overdue"])
        seats = {str(seat): seat.office for seat in queries.attendance_of(evening)}
        assert seats["郑怀远"] == "青禾县" and "丁立春" not in seats
        jobs.call_due(at=moment(ON, "18:50"))
        assert Meeting.objects.count() == 1
        jobs.call_due(at=moment(ON + timedelta(days=1), "07:44"))
        assert Meeting.objects.count() == 1  # the morning's cut-off has not come


def test_another_source_is_heard_too_and_what_stands_again_is_counted(cast, evening, monkeypatch):
    matter = agenda.Item("inspection:1", agenda.both("三岔口卡口空岗"), weight=5)
    monkeypatch.setitem(agenda.SOURCES, "inspection", agenda.Source("inspection", lambda unit, since, at: [matter]))
    with everything():
        assert actions.renew(meeting=evening, by=cast.officer, at=moment(ON, "18:55")) == 1
        next_day = moment(ON + timedelta(days=1), "07:45")
        jobs.call_due(at=next_day)
        again = {one.key: one.times for one in AgendaItem.objects.filter(meeting__series="morning")}
        assert again["inspection:1"] == 2 and again["flow:alarm"] == 2


def test_a_section_takes_as_many_as_its_row_allows(cast, evening, monkeypatch):
    many = [agenda.Item(f"inspection:{n}", agenda.both("卡口空岗"), weight=n) for n in range(12)]
    monkeypatch.setitem(agenda.SOURCES, "inspection", agenda.Source("inspection", lambda unit, since, at: many))
    with everything():
        actions.renew(meeting=evening, by=cast.officer, at=moment(ON, "18:55"))
        shown = list(AgendaItem.objects.filter(meeting=evening, section="inspection").order_by("place"))
        assert [one.key for one in shown[:2]] == ["inspection:11", "inspection:10"] and len(shown) == 9
        assert shown[-1].title["zh"].startswith("另有 4 件")


def frozen(county, values, at):
    """Facts of earlier days with one figure that was what these values say."""
    with everything():
        for back, value in enumerate(values, 1):
            facts = Facts.objects.create(unit=county, edition="evening", cut_off_at=at - timedelta(days=back), made_at=at, check_code="x")
            Reading.objects.create(id=uuid7(), facts=facts, unit=county, figures={"alarms_open": value})


def test_a_figure_moved_when_it_is_further_out_than_usual(cast, fever):
    """Median 10, deviations 1: out from 10 ± 3 × 1.4826; at least 3 where nothing ever moves; with four values nothing is said."""
    county, cut = cast.units["青禾县"], moment(ON, "18:45")
    frozen(county, [9, 11, 9, 11, 10, 10, 9, 11], cut)
    with everything():
        facts = actions.freeze(unit=county, cut_off_at=cut, edition="evening", by=named(SYSTEM), at=cut)
        [move] = [one for one in moves(facts) if one.code == "alarms_open"]
        assert (move.value, move.low, move.high) == (1, 6, 14)
        item = next(one for one in agenda.items(county, None, cut)["moved"] if one.key == "moved:alarms_open")
        assert "1（平常 6～14）" in item.title["zh"] and "figure=alarms_open" in item.url
        Facts.objects.filter(cut_off_at__lt=cut).delete()
    frozen(county, [3, 3, 3, 3, 3], cut)
    with everything():
        assert not [one for one in moves(facts) if one.code == "alarms_open"]  # two less than ever is not three
        Facts.objects.filter(cut_off_at__lt=cut).delete()
    frozen(county, [40, 40, 40, 40], cut)
    with everything():
        assert not moves(facts)
