"""The team: who has what, what is overdue and done; cases go from hand to hand with their turns."""
import pytest
from django.urls import reverse

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import escalate
from lianfang.ground.workflow.models import Turn
from lianfang.response.cases import actions, queries


def by_name(loads):
    return {load.account.login if load.account else "": load for load in loads}


def test_a_case_is_assigned_given_on_and_handed_over_with_its_turn(team):
    one, epi, officer = team.report(), team.cast.epi, team.cast.officer
    assert by_name(queries.loads(team.at))[""].open == 1
    actions.assign(cases=[one], to=epi, by=officer, at=team.at)
    assert Turn.objects.get(record=one.pk, closed_at=None).account == epi
    load = by_name(queries.loads(team.later(hours=5)))
    assert (load["epi"].open, load["epi"].overdue, "" in load) == (1, 1, False)
    with pytest.raises(Refused, match="没有要指派的"):
        actions.assign(cases=[one], to=epi, by=officer, at=team.at)
    with pytest.raises(Refused, match="没有流调的权限"):
        actions.assign(cases=[one], to=team.cast.grid, by=officer, at=team.at)
    team.answered(one)
    assert Turn.objects.get(record=one.pk, closed_at=None).account == epi
    [told] = actions.hand_over(giver=epi, to=officer, by=epi, at=team.at)
    assert told.data == {"from": epi.pk, "to": officer.pk, "shift": True}
    actions.investigate(case=one, origin="local", summary="同住", by=officer, at=team.at)
    load = by_name(queries.loads(team.at))
    assert (load["officer"].open, load["officer"].full, load["epi"].basic, load["epi"].forms) == (0, 1, 1, 1)
    assert Turn.objects.get(record=one.pk, closed_at=None).account is None
    with pytest.raises(Refused, match="没有要交的"):
        actions.hand_over(giver=epi, to=officer, by=epi, at=team.at)


def test_what_one_of_the_team_leaves_undone_is_the_commands(team):
    one = team.report()
    actions.assign(cases=[one], to=team.cast.epi, by=team.cast.epi, at=team.at)
    escalate(at=team.later(hours=5), by=named(SYSTEM))
    assert Turn.objects.get(record=one.pk, closed_at=None).role == "duty_officer"


def test_the_page_counts_and_assigns(team, client):
    one = team.report()
    client.force_login(team.cast.officer)
    page = client.get(reverse("cases:team")).content.decode()
    assert "还没有指派" in page and "沈知微" in page and "何秋生" not in page
    page = client.post(reverse("cases:assign"), {"case": [str(one.pk), "x"], "to": team.cast.epi.pk}, follow=True).content.decode()
    assert "已指派 1 件给沈知微" in page
    assert "请选交给谁" in client.post(reverse("cases:hand_over"), {}, follow=True).content.decode()
    client.force_login(team.cast.epi)
    client.post(reverse("cases:hand_over"), {"to": team.cast.officer.pk})
    one.refresh_from_db()
    assert one.investigator == team.cast.officer
