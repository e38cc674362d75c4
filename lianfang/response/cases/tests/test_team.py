"""The team: who has what, what is overdue and done; cases go from hand to hand with their turns."""
import pytest
from django.urls import reverse

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import escalate
from lianfang.ground.workflow.models import Turn
from lianfang.response.cases import actions, queries
from lianfang.response.cases.models import ShiftNote

NOTE = {"standing": "周家一例，基本部分没问完", "ask_next": "问他3月6日午饭同桌"}


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
    with pytest.raises(Refused, match="接着问什么"):
        actions.hand_over(giver=epi, to=officer, standing="一例", ask_next=" ", by=epi, at=team.at)
    note = actions.hand_over(giver=epi, to=officer, **NOTE, by=epi, at=team.at)
    told = Line.objects.filter(verb="cases.assign").latest("id")
    assert told.data == {"from": epi.pk, "to": officer.pk, "shift": True}
    assert Turn.objects.open().get(record=note.pk).account == officer
    with pytest.raises(Refused, match="要由他接收"):
        actions.receive_shift(note=note, by=epi, at=team.at)
    actions.receive_shift(note=note, by=officer, at=team.at)
    assert note.state == "received" and not Turn.objects.open().filter(record=note.pk).exists()
    actions.investigate(case=one, origin="local", summary="同住", by=officer, at=team.at)
    load = by_name(queries.loads(team.at))
    assert (load["officer"].open, load["officer"].full, load["epi"].basic, load["epi"].forms) == (0, 1, 1, 1)
    assert Turn.objects.get(record=one.pk, closed_at=None).account is None
    with pytest.raises(Refused, match="没有要交的"):
        actions.hand_over(giver=epi, to=officer, **NOTE, by=epi, at=team.at)


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
    assert client.post(reverse("cases:hand_over"), {}).status_code == 422
    client.force_login(team.cast.epi)
    shown = client.post(reverse("cases:hand_over"), {"to": team.cast.officer.pk, "standing": NOTE["standing"]}).content.decode()
    assert NOTE["standing"] in shown and not ShiftNote.objects.exists()
    client.post(reverse("cases:hand_over"), {"to": team.cast.officer.pk, **NOTE})
    assert Turn.objects.get(record=one.pk, closed_at=None).account == team.cast.officer
    note = ShiftNote.objects.get()
    client.force_login(team.cast.officer)
    assert "交班给您" in client.get(reverse("cases:team")).content.decode()
    assert NOTE["ask_next"] in client.get(reverse("cases:shift_note", args=[note.pk])).content.decode()
    client.post(reverse("cases:receive_shift", args=[note.pk]))
    assert ShiftNote.objects.get().state == "received"
