"""The figures of cases and contacts on the board: each opens as many records as it says, to whoever investigates; earlier moments too."""
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground import indicators
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.overview.situation.queries import board
from lianfang.registers.people.actions import add_people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation.models import Check, Order
from lianfang.response.tracing import actions, diary

ILL, AT = date(2020, 3, 8), moment(date(2020, 3, 10), "09:00")
FIGURES = ("contacts", "contacts_in_time", "contacts_watched", "contacts_seen_today", "contacts_seen_daily", "contacts_lost", "new_indexes",
           "new_indexes_known")


class Story:
    """A case of the 8th; two who ate with him, one found at once, one two days later; the first falls ill himself."""

    def __init__(self, cast):
        self.cast = cast
        made = {"by": cast.epi, "at": AT}
        self.case, self.soon, self.late = (add_people(people=[draft_person(unit_id=cast.units[door].pk, name=name, at=AT)], **made)[0]
                                           for name, door in (("周建明", "502"), ("高原", "601"), ("林下", "梨花沟村12号")))
        self.index = self.opened(self.case, AT)
        self.meet(self.soon, AT)
        self.meet(self.late, AT + timedelta(days=2))

    def opened(self, person, at):
        return actions.open_index(person=person, disease="covid_19", anchor="onset", anchor_on=ILL, by=self.cast.epi, at=at)

    def meet(self, person, at):
        for one in (self.case, person):
            actions.add_stays(person=one, told=diary.read("1200-1300 吃饭 同福酒家", ILL), by=self.cast.epi, at=at)
        actions.accept(index=self.index, people=[person.pk], by=self.cast.epi, at=at)

    def figures(self, at):
        return {code: value for code, value in indicators.values(FIGURES, self.cast.units["青禾县"].path, at).items() if value}

    def check(self, person, at):
        order = Order.objects.get(person=person, closed_at=None)
        isolation.plan_checks(on=at.date(), by=self.cast.epi, at=at)
        due = Check.objects.filter(order=order, on=at.date(), half="am")
        due.update(recorded_at=at, state="done")


@pytest.fixture
def story(cast):
    with everything():
        yield Story(cast)


def test_what_was_known_then(story):
    assert story.figures(AT) == {"contacts": 1, "contacts_in_time": 1, "contacts_watched": 1, "contacts_seen_daily": 1, "new_indexes": 1}
    later = AT + timedelta(days=2)
    assert story.figures(later) == {"contacts": 2, "contacts_in_time": 1, "contacts_watched": 2, "contacts_seen_daily": 1,
                                    "contacts_lost": 1, "new_indexes": 1}
    own = story.opened(story.soon, later)
    assert story.figures(later) == {"contacts": 2, "contacts_in_time": 1, "contacts_watched": 1, "contacts_seen_daily": 1, "new_indexes": 2,
                                    "new_indexes_known": 1}
    actions.close_index(index=own, by=story.cast.epi, at=later + timedelta(hours=1))
    assert story.figures(later)["new_indexes"] == 2 and story.figures(later + timedelta(hours=1))["new_indexes"] == 1
    assert story.figures(AT + timedelta(days=9))["contacts_lost"] == 1


def test_who_was_seen_today_every_day_and_who_is_lost(story):
    story.check(story.late, AT + timedelta(days=3))
    then = AT + timedelta(days=5)
    found = story.figures(AT + timedelta(days=3))
    assert found["contacts_seen_today"] == 1 and found["contacts_watched"] == 2
    assert story.figures(then)["contacts_lost"] == 1


def test_the_board_shows_them_and_they_open_for_whoever_investigates(client, story):
    with time_machine.travel(AT, tick=False):
        assert board(story.cast.units["青禾县"], AT).total["days_since_case"] is None
        for account, opens in ((story.cast.epi, True), (story.cast.township, False)):
            client.force_login(account, backend="lianfang.ground.accounts.sessions.AccountBackend")
            page = client.get(reverse("situation:board")).content.decode()
            assert "病例和密接" in page
            assert ("figure=contacts_seen_today" in page) is opens
        client.force_login(story.cast.epi, backend="lianfang.ground.accounts.sessions.AccountBackend")
        listed = client.get(reverse("tracing:contacts"), {"figure": "contacts_watched"}).content.decode()
    assert "高＊" in listed and "在观察" in listed
