"""From an accepted contact to an order, and on: by the table of the exposed, at once, because of the line that accepted him."""
from datetime import date, timedelta

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.actions import add_people
from lianfang.registers.people.drafts import draft_person
from lianfang.registers.people.looks import looks_at
from lianfang.response.isolation.models import Order, Review
from lianfang.response.tracing import actions, diary
from lianfang.response.tracing.models import Contact

ILL = date(2020, 3, 8)
MEAL = "1200-1300 吃饭 同福酒家"


class Story:
    """A case in door 502, somebody in door 601 who ate with him, and what is told of them."""

    def __init__(self, cast):
        self.cast = cast
        self.case, self.mate = (self._person(name, place) for name, place in (("周建明", "502"), ("高原", "601")))
        self.index = actions.open_index(person=self.case, disease="covid_19", anchor="onset", anchor_on=ILL, **self.now)

    @property
    def now(self):
        return {"by": self.cast.epi, "at": self.cast.at}

    def _person(self, name, place):
        return add_people(people=[draft_person(unit_id=self.cast.units[place].pk, name=name, at=self.cast.at)], **self.now)[0]

    def was_both(self, text, on=ILL):
        for person in (self.case, self.mate):
            actions.add_stays(person=person, told=diary.read(text, on), **self.now)

    def accept(self):
        return actions.accept(index=self.index, people=[self.mate.pk], **self.now)[0]


@pytest.fixture
def story(cast):
    with everything():
        yield Story(cast)


def test_an_accepted_contact_is_under_a_measure_at_once(story):
    story.was_both(MEAL)
    contact = story.accept()
    order, told = Order.objects.get(person=story.mate), Line.objects.get(verb="tracing.accept", record=contact.pk)
    assert (order.measure, order.base_on, order.days) == ("central_quarantine", ILL, 14)
    assert (order.verdict.table, order.verdict.because) == ("exposed", told.pk)


def test_a_later_exposure_moves_the_order(story):
    story.was_both(MEAL)
    story.accept()
    story.was_both("0800-0900 上班 棉纺厂", ILL + timedelta(days=1))
    order = Order.objects.get(person=story.mate, closed_at=None)
    assert (order.base_on, order.last_on) == (date(2020, 3, 9), date(2020, 3, 23))


def test_whom_the_rule_rules_out_and_who_lives_elsewhere_is_bound_by_nothing_here(story):
    who = actions.Somebody("林下", address="邻县北关大街3号")
    named = actions.Named(who, "meal", ILL, ILL, elsewhere="邻县", near="within_1m")
    said = actions.name_contact(index=story.index, named=named, **story.now)
    story.was_both(MEAL)
    actions.accept(index=story.index, people=[said.person_id], **story.now)
    actions.decline(index=story.index, people=[story.mate.pk], **story.now)
    assert not Order.objects.exists()


def test_nobody_is_let_go_by_a_correction(story):
    story.was_both(MEAL)
    contact = story.accept()
    actions.retime_index(index=story.index, anchor="sampled", anchor_on=date(2020, 3, 10), **story.now)
    assert Contact.objects.get(pk=contact.pk).state == "watched"
    assert Order.objects.filter(person=story.mate, closed_at=None).exists()


def test_who_was_no_contact_after_all_has_his_order_looked_at_and_it_stands_until_then(story):
    story.was_both(MEAL)
    actions.withdraw(contacts=[story.accept()], **story.now)
    order = Order.objects.get(person=story.mate)
    review = Review.objects.get(order=order)
    assert order.closed_at is None and Turn.objects.filter(record=review.pk, closed_at=None).exists()
    assert review.because == Line.objects.get(verb="tracing.withdraw").pk


def test_who_is_another_cases_contact_still_is_not_looked_at(story):
    other = actions.open_index(person=story._person("秦朗", "502"), disease="covid_19", anchor="onset", anchor_on=ILL, **story.now)
    story.was_both(MEAL)
    first = story.accept()
    actions.add_stays(person=other.person, told=diary.read(MEAL, ILL), **story.now)
    actions.accept(index=other, people=[story.mate.pk], **story.now)
    actions.withdraw(contacts=[first], **story.now)
    assert not Review.objects.exists()


def test_whose_letter_is_printed_can_see_it(story):
    story.was_both(MEAL)
    contact = story.accept()
    actions.print_letter(contact=contact, **story.now)
    assert [look.what for look in looks_at(story.mate.pk)] == ["打印了协查函"]
