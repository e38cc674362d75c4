"""The course of a case: investigated, discharged with revisits by the table, closed in every way there is."""
from datetime import date, timedelta

import pytest

from lianfang.ground import indicators
from lianfang.ground.journal.actions import seal
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.ground.workflow.straying import all_strays
from lianfang.registers.people.models import Membership
from lianfang.response.cases import actions
from lianfang.response.cases.models import Revisit
from lianfang.response.cases.queries import onsets
from lianfang.response.cases.tests.conftest import FULL


@pytest.fixture
def one(team):
    found = team.report()
    team.investigate(found, "imported", "3月1日自外省返回，同车一人确诊", team.later(hours=6))
    return found


def open_turns(record):
    return list(Turn.objects.filter(record=record, closed_at=None).values_list("state", flat=True))


def test_an_investigation_says_where_it_came_from(team):
    found = team.report()
    team.answered(found)
    for origin, summary in (("", "查过"), ("mars", "查过"), ("local", "  ")):
        with pytest.raises(Refused):
            actions.investigate(case=found, origin=origin, summary=summary, by=team.cast.epi, at=team.at)
    actions.investigate(case=found, origin="local", summary="家庭聚集", by=team.cast.epi, at=team.at)
    assert (found.state, open_turns(found.pk)) == ("investigated", ["investigated"])


def test_discharged_he_is_seen_again_in_the_second_and_fourth_week_and_closed_after_the_last(team, one):
    on = date(2020, 3, 10)
    planned = actions.discharge(case=one, on=on, by=team.cast.epi, at=team.later(hours=8))
    assert [visit.due_on for visit in planned] == [date(2020, 3, 24), date(2020, 4, 7)] and one.state == "discharged"
    with pytest.raises(Refused, match="复诊"):
        actions.recover(case=one, by=team.cast.epi, at=team.later(hours=9))
    with pytest.raises(Refused, match="还没有到"):
        actions.revisit(revisit=planned[0], found="well", notes="", by=team.cast.epi, at=team.later(days=13))
    actions.revisit(revisit=planned[0], found="well", notes="", by=team.cast.epi, at=team.later(days=14))
    one.refresh_from_db()
    assert one.state == "discharged"
    actions.revisit(revisit=planned[1], found="untested", notes="", by=team.cast.epi, at=team.later(days=28))
    one.refresh_from_db()
    assert (one.state, one.closed_at, open_turns(one.pk)) == ("recovered", team.later(days=28), [])
    assert not Membership.objects.filter(category="case", until_on=None).exists()


def test_positive_again_it_stays_open_and_a_word_is_asked(team, one):
    first, last = actions.discharge(case=one, on=date(2020, 3, 10), by=team.cast.epi, at=team.at)
    actions.drop_revisit(revisit=first, why="本人在外地", by=team.cast.epi, at=team.later(days=14))
    with pytest.raises(Refused, match="写明"):
        actions.revisit(revisit=last, found="positive", notes="", by=team.cast.epi, at=team.later(days=28))
    actions.revisit(revisit=last, found="positive", notes="已转定点医院", by=team.cast.epi, at=team.later(days=28))
    one.refresh_from_db()
    assert (one.state, Revisit.objects.get(pk=last.pk).found.open()) == ("discharged", "positive")


def test_where_the_table_asks_for_no_revisit_discharge_closes(team):
    found = team.take_in(disease="measles")
    actions.report(case=found, said=team.said(disease="measles"), by=team.cast.epi, at=team.at)
    team.investigate(found, "local", "同班")
    assert actions.discharge(case=found, on=date(2020, 3, 10), by=team.cast.epi, at=team.at) == []
    assert found.state == "recovered"


@pytest.mark.parametrize("on", [date(2020, 3, 11), date(2020, 3, 7)])
def test_nobody_leaves_before_he_fell_ill_or_tomorrow(team, one, on):
    with pytest.raises(Refused, match="出院日期"):
        actions.discharge(case=one, on=on, by=team.cast.epi, at=team.at)


def test_a_death_stands_on_the_card_first(team, one):
    with pytest.raises(Refused, match="死亡日期"):
        actions.record_death(case=one, cause="多器官衰竭", by=team.cast.epi, at=team.at)
    actions.correct(case=one, said=team.said(died_on=date(2020, 3, 10)), reason="死亡", by=team.cast.epi, at=team.at)
    actions.record_death(case=one, cause="多器官衰竭", by=team.cast.epi, at=team.at)
    assert (one.state, one.ending.open()) == ("died", "多器官衰竭")


@pytest.mark.parametrize(("act", "word", "state"), [("move_away", "why", "moved"), ("rule_out", "why", "ruled_out")])
def test_other_ends_say_on_what_they_rest(team, act, word, state):
    found, more = team.report(), {"to": "邻县疾控中心"} if act == "move_away" else {}
    with pytest.raises(Refused, match="依据"):
        getattr(actions, act)(case=found, by=team.cast.epi, at=team.at, **{word: " "}, **more)
    getattr(actions, act)(case=found, by=team.cast.epi, at=team.at, **more, **{word: "邻县疾控 3月10日 10:00 电话确认"})
    assert (found.state, found.closed_at, open_turns(found.pk)) == (state, team.at, [])
    assert bool(onsets([found.pk])) == (state == "moved")


def test_an_end_takes_the_planned_revisits_with_it(team, one):
    planned = actions.discharge(case=one, on=date(2020, 3, 10), by=team.cast.epi, at=team.at)
    actions.move_away(case=one, to="邻县疾控中心", why="疾控确认接收", by=team.cast.epi, at=team.later(days=1))
    assert {Revisit.objects.get(pk=visit.pk).state for visit in planned} == {"dropped"}
    seal()
    assert {code: ids for code, ids in all_strays().items() if code in ("case", "revisit")} == {}


def test_ill_again_after_the_end_is_another_case(team):
    found = team.report()
    actions.rule_out(case=found, why="两次阴性", by=team.cast.epi, at=team.at)
    again = team.take_in(at=team.at + timedelta(days=40), diagnosed_at=None)
    assert (again.person_id, again.number) == (found.person_id, "990100202000002")


def test_who_was_infected_here_nobody_knows_how_counts_as_of_unknown_source(team):
    def sourceless(at):
        return indicators.values(("cases_sourceless",), team.cast.units["青禾县"].path, at)["cases_sourceless"]

    one, at = team.report(), team.later(hours=2)
    team.answered(one)
    actions.fill(case=one, said={**FULL, "source_kind": "unknown"}, by=team.cast.epi, at=team.at)
    assert sourceless(team.at) == 1
    actions.investigate(case=one, origin="local", summary="查到3月5日为止，没有共同暴露", by=team.cast.epi, at=at)
    assert sourceless(at) == 1
    first = team.take_in(name="高原", id_number="220722197605140030", at=at)
    actions.name_source(case=one, source=first, by=team.cast.epi, at=team.later(hours=4))
    assert (sourceless(at), sourceless(team.later(hours=4))) == (1, 0)


@pytest.mark.parametrize(("origin", "kind", "counted"), [("local", "gathering", 0), ("imported", "unknown", 0)])
def test_a_source_outside_or_one_the_form_names_is_known(team, origin, kind, counted):
    one = team.report()
    team.answered(one)
    actions.fill(case=one, said={**FULL, "source_kind": kind}, by=team.cast.epi, at=team.at)
    actions.investigate(case=one, origin=origin, summary="见调查表", by=team.cast.epi, at=team.at)
    assert indicators.values(("cases_sourceless",), team.cast.units["青禾县"].path, team.at)["cases_sourceless"] == counted
