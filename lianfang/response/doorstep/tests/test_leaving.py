"""Only who is under a measure has his leaving and coming back written down; of a proved journey only outcome and day stay."""
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.models import Person
from lianfang.response.doorstep import actions
from lianfang.response.doorstep.models import Leave, TripProof

from .test_find import seen


@pytest.fixture
def bound(cast, doors):
    """Somebody whom the table put under an order."""
    actions.find(seen=[seen(doors["101"], arrived_on=cast.on)], by=cast.grid, at=cast.at)
    return Person.objects.get()


def test_leave_is_a_turn_until_he_is_back(cast, bound):
    leave = actions.let_out(person=bound, purpose="medical", by=cast.cadre, at=cast.at)
    turn = Turn.objects.open().get(record=leave.pk)
    assert turn.due == leave.due == cast.at + timedelta(hours=6) and turn.subject == bound.pk
    with pytest.raises(Refused, match="还没有登记回来"):
        actions.let_out(person=bound, purpose="test", by=cast.cadre, at=cast.at)
    actions.come_back(leave=leave, by=cast.grid, at=cast.at + timedelta(hours=2))
    assert leave.state == "back" and not Turn.objects.open().filter(record=leave.pk).exists()
    actions.let_out(person=bound, purpose="test", by=cast.cadre, at=cast.at + timedelta(hours=3))


@pytest.mark.parametrize("purpose", ["work", "funeral", "holiday"])
def test_what_the_table_does_not_allow_is_refused(cast, bound, purpose):
    with pytest.raises(Refused, match="不能"):
        actions.let_out(person=bound, purpose=purpose, by=cast.cadre, at=cast.at)
    assert not Leave.objects.exists()


def test_nobody_else_is_written_down(cast, doors):
    actions.find(seen=[seen(doors["101"], origin_kind="unknown", origin="", temperature=None, symptoms=None, colour="")],
                 by=cast.grid, at=cast.at)
    with pytest.raises(Refused, match="正在管控"):
        actions.let_out(person=Person.objects.get(), purpose="medical", by=cast.cadre, at=cast.at)


def test_of_a_proved_journey_only_outcome_and_day_stay(cast, bound):
    actions.prove_trip(person=bound, outcome="confirmed", by=cast.grid, at=cast.at)
    kept = {field.name for field in TripProof._meta.concrete_fields}
    assert kept == {"id", "person", "unit", "outcome", "on"}
    assert (TripProof.objects.get().outcome, TripProof.objects.get().on) == ("confirmed", cast.on)
    with pytest.raises(Refused):
        actions.prove_trip(person=bound, outcome="photo.jpg", by=cast.grid, at=cast.at)


def test_pages(cast, bound):
    client = Client()
    client.force_login(cast.grid, backend="lianfang.ground.accounts.sessions.AccountBackend")
    page = reverse("doorstep:coming_and_going", args=[bound.pk])
    assert client.post(page, {"purpose": "work"}).status_code == 422
    assert client.post(page, {"purpose": "medical"}).status_code == 302
    assert client.post(page, {"outcome": "confirmed"}).status_code == 302
    leave = Leave.objects.get()
    assert "还没回来" in client.get(page).content.decode()
    assert client.post(reverse("doorstep:leave", args=[leave.pk])).status_code == 302
    assert client.get(reverse("doorstep:leaves")).status_code == 200
    assert Leave.objects.get().state == "back"
