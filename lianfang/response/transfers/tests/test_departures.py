"""A case who goes to another county's hospital waits for its receipt, which says who has him; not receipted in time it goes up."""
from datetime import date, timedelta

import pytest
from django.urls import reverse

from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.outside.actions import Said
from lianfang.registers.outside.queries import answers_of
from lianfang.registers.people.actions import add_people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.transfers import actions
from lianfang.response.transfers.models import Departure


@pytest.fixture
def sent(cast):
    with everything():
        person = draft_person(unit_id=cast.units["601"].pk, name="周建明", at=cast.at, birth_on=date(1981, 3, 12))
        add_people(people=[person], by=cast.epi, at=cast.at)
        yield actions.send_case(case=person.pk, person=person.pk, unit=person.unit_id, number="990100202000001", disease="covid_19",
                                to="邻县人民医院", reason="hospital", by=cast.epi, at=cast.at)


def test_it_waits_for_the_receipt_of_the_hospital(cast, sent):
    assert Turn.objects.open().get(record=sent.pk).due == cast.at + timedelta(hours=2)
    again = actions.send_case(case=sent.case, person=sent.person_id, unit=sent.unit_id, number=sent.number, disease="covid_19",
                              to="邻县人民医院", reason="hospital", by=cast.epi, at=cast.at)
    assert again.pk == sent.pk
    at = cast.at + timedelta(hours=3)
    actions.chase_receipt(departure=sent, by=cast.epi, at=at)
    assert Turn.objects.open().get(record=sent.pk).due == at + timedelta(hours=2)
    actions.take_receipt(departure=sent, said=Said("邻县人民医院", "马原", "0000-5550202", at), by=cast.epi, at=at)
    assert sent.state == "received" and [one.name for one in answers_of(sent.pk)] == ["马原"]
    with pytest.raises(Refused):
        actions.cancel_departure(departure=sent, why="没走成", by=cast.epi, at=at)


def test_the_pages(cast, sent, client):
    client.force_login(cast.epi, backend="lianfang.ground.accounts.sessions.AccountBackend")
    assert "周＊明" in client.get(reverse("transfers:departures")).content.decode()
    assert "邻县人民医院" in client.get(reverse("transfers:departure", args=[sent.pk])).content.decode()
    for form in ("pdf", "docx"):
        assert client.post(reverse("transfers:print_letter", args=[sent.pk, form])).status_code == 200
    wrong = client.post(reverse("transfers:take_receipt", args=[sent.pk]), {"office": "邻县人民医院", "name": "马原"})
    assert wrong.status_code == 422 and "马原" in wrong.content.decode()
    client.post(reverse("transfers:cancel_departure", args=[sent.pk]), {"why": "路上好转，回县医院"})
    assert Departure.objects.get().state == "cancelled"
