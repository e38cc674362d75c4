"""From a reported case to its tracing: from the day the newest card says, once, and withdrawn where it was no case."""
from datetime import date, timedelta

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow.models import Turn
from lianfang.response.cases import actions
from lianfang.response.cases.tests.conftest import Team
from lianfang.response.tracing.actions import close_index, retime_index
from lianfang.response.tracing.models import Index

ILL = date(2020, 3, 8)


@pytest.fixture
def team(cast):
    with everything():
        yield Team(cast)


def test_a_reported_case_is_traced_from_two_days_before_his_onset(team):
    case = team.report()
    index = Index.objects.get()
    assert (index.record, index.person_id, index.disease) == (case.pk, case.person_id, "covid_19")
    assert (index.anchor, index.anchor_on) == ("onset", ILL)
    assert index.from_on == ILL - timedelta(days=2) and Turn.objects.filter(record=index.pk, closed_at=None).exists()
    assert index.because == Line.objects.get(verb="cases.report").pk


def test_a_corrected_onset_moves_its_days_and_another_correction_nothing(team):
    case = team.report()
    actions.correct(case=case, said=team.said(onset_on=ILL - timedelta(days=1)), reason="复核病历", by=team.cast.epi,
                    at=team.later(hours=2))
    assert Index.objects.get().anchor_on == ILL - timedelta(days=1)
    lines = Line.objects.filter(verb__startswith="tracing.").count()
    actions.correct(case=case, said=team.said(onset_on=ILL - timedelta(days=1), phone="13900001111"), reason="电话改了", by=team.cast.epi,
                    at=team.later(hours=3))
    assert Line.objects.filter(verb__startswith="tracing.").count() == lines


def test_what_a_person_withdrew_is_not_opened_again_by_a_correction(team):
    case = team.report()
    close_index(index=Index.objects.get(), by=team.cast.epi, at=team.later(hours=1))
    actions.correct(case=case, said=team.said(onset_on=ILL - timedelta(days=1)), reason="复核病历", by=team.cast.epi,
                    at=team.later(hours=2))
    assert [one.state for one in Index.objects.all()] == ["closed"]


def test_who_was_no_case_is_traced_no_more(team):
    case = team.report()
    actions.rule_out(case=case, why="两次核酸阴性，诊断为流感", by=team.cast.epi, at=team.later(hours=5))
    assert Index.objects.get().state == "closed"


def test_nobody_is_traced_for_a_disease_whose_contacts_are_not_watched(team):
    one = team.take_in(disease="influenza_a")
    actions.report(case=one, said=team.said(disease="influenza_a"), by=team.cast.epi, at=team.at)
    assert not Index.objects.exists()


def test_a_carrier_is_traced_from_his_first_sampling_and_his_page_says_so(team, client):
    one = team.take_in()
    actions.report(case=one, said=team.said(klass="carrier"), by=team.cast.epi, at=team.at)
    index = Index.objects.get()
    assert index.anchor == "sampled"
    client.force_login(team.cast.epi)
    assert "采样" in client.get(f"/tracing/{index.pk}/").content.decode()


def test_another_disease_on_the_card_is_another_search(team):
    case = team.report()
    actions.correct(case=case, said=team.said(disease="measles"), reason="复核诊断", by=team.cast.epi, at=team.later(hours=2))
    assert [(one.disease, one.state) for one in Index.objects.order_by("opened_at")] == [("covid_19", "closed"), ("measles", "tracing")]


def test_a_correction_is_not_refused_for_an_isolation_that_no_longer_fits(team):
    case = team.report()
    index = Index.objects.get()
    retime_index(index=index, anchor="onset", anchor_on=ILL, isolated_at=team.at, by=team.cast.epi, at=team.at)
    actions.correct(case=case, said=team.said(onset_on=team.cast.on + timedelta(days=4), diagnosed_at=team.later(days=5)),
                    reason="重新问诊", by=team.cast.epi, at=team.later(days=6))
    index.refresh_from_db()
    assert (index.anchor_on, index.isolated_at) == (team.cast.on + timedelta(days=4), None)
