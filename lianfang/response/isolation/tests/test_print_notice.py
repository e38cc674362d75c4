"""Printing a notice is an act: a full name leaves the house, so it is posted by whoever may open names, and told once a print."""

import pytest
from django.urls import reverse

from lianfang.ground.days import SHANGHAI
from lianfang.ground.journal.models import Line
from lianfang.ground.journal.numbers import number_of, numbered
from lianfang.response.isolation.actions import record_death
from tests.reading import text, word_text


@pytest.fixture
def address(order):
    return reverse("isolation:notice", args=[order.pk, "start", "pdf"])


def prints():
    return Line.objects.filter(verb="isolation.print_notice")


def test_each_print_is_told_once(address, order, cast, client):
    client.force_login(cast.cadre)
    answer = client.post(address)
    assert (answer.status_code, answer["Content-Type"], answer.content[:5]) == (200, "application/pdf", b"%PDF-")
    told = prints().get()
    assert (told.record, told.subject, told.by) == (order.pk, order.person_id, cast.cadre.pk)
    assert told.data == {"paper": "start", "reason": "paper"}
    client.post(address.replace(".pdf", ".docx"))
    assert prints().count() == 2


@pytest.mark.parametrize(("form", "said"), [("pdf", text), ("docx", word_text)])
def test_the_foot_of_every_page_says_which_office_when_and_under_which_number(address, cast, client, form, said):
    client.force_login(cast.cadre)
    below = said(client.post(address.replace("pdf", form)).content)
    told = prints().get()
    assert below.endswith(f"丰禾社区{told.at.astimezone(SHANGHAI):%Y-%m-%d%H:%M}编号{number_of(told)}") and cast.cadre.name not in below
    assert numbered(number_of(told)) == told


def test_looking_shows_and_tells_nothing(address, cast, client):
    client.force_login(cast.cadre)
    assert client.get(address).status_code == 405 and client.head(address).status_code == 405
    assert not prints().exists()


@pytest.mark.parametrize(("part", "status"), [("supervisor", 403), ("grid", 403), ("epi", 403), ("leader", 403), ("far_cadre", 404)])
def test_who_may_not_open_names_prints_none(address, cast, client, part, status):
    client.force_login(getattr(cast, part))
    assert client.post(address).status_code == status
    assert not prints().exists()


def test_of_who_has_died_nothing_is_printed(address, order, cast, client):
    record_death(orders=[order], by=cast.cadre, at=cast.at)
    client.force_login(cast.cadre)
    assert client.post(address).status_code == 404 and not prints().exists()
    assert address not in client.get(reverse("home:person", args=[order.person_id])).content.decode()


@pytest.mark.parametrize(("part", "stands"), [("cadre", True), ("supervisor", False), ("leader", False)])
def test_the_button_stands_where_it_may_be_pressed(address, order, cast, client, part, stands):
    client.force_login(getattr(cast, part))
    pages = [reverse("home:person", args=[order.person_id])]
    if stands:
        pages.append(reverse("isolation:serve", args=[order.pk]))
    for page in pages:
        shown = client.get(page).content.decode()
        assert (f'action="{address}"' in shown) == stands, page
        assert f'href="{address}"' not in shown
