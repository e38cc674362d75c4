"""A contact who turns positive is a case: whoever met him is decided on from his own last exposure; a case who was none lets nobody go."""
from datetime import date

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.actions import add_people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.cases.models import Case
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation.models import Order, Review
from lianfang.response.tracing import actions, diary, queries
from lianfang.response.tracing.models import Contact

FIRST, THIRD, FOURTH, FIFTH = (date(2021, 6, day) for day in (1, 3, 4, 5))  # the eighth edition: close 14 days, second ring as well
MEAL = "1200-1300 吃饭 同福酒家"
WORK = "1400-1500 上班 供销社"


class Chain:
    """A case ate with a mate; the mate worked with a third two days later, and the day after with one who had been at the meal too."""

    def __init__(self, cast):
        self.cast, self.at = cast, moment(FIFTH, "09:00")
        self.case, self.mate, self.third, self.both = map(self._person, ("周建明", "高原", "林下", "吕春"))
        self.index = self.opened(self.case, FIRST)
        for person in (self.case, self.mate, self.both):
            self.was(person, MEAL, FIRST)
        for person in (self.mate, self.third):
            self.was(person, WORK, THIRD)
        for person in (self.mate, self.both):
            self.was(person, WORK, FOURTH)
        self.accept(self.index)

    @property
    def now(self):
        return {"by": self.cast.epi, "at": self.at}

    def _person(self, name):
        return add_people(people=[draft_person(unit_id=self.cast.units["青禾县"].pk, name=name, at=self.cast.at)], **self.now)[0]

    def opened(self, person, on, anchor="onset"):
        return actions.open_index(person=person, disease="covid_19", anchor=anchor, anchor_on=on, **self.now)

    def was(self, person, text, on):
        actions.add_stays(person=person, told=diary.read(text, on), **self.now)

    def accept(self, index):
        found = queries.proposals(index, self.at)
        actions.accept(index=index, people=[one.person_id for one in found], **self.now)
        return {one.person.name: (one.kind, one.last_on) for one in found}

    def order(self, person):
        return Order.objects.get(person=person, closed_at=None)


@pytest.fixture
def chain(cast):
    with everything():
        yield Chain(cast)


def test_rings_are_computed_anew_from_each_ones_own_last_exposure(chain):
    assert {one.person.name: one.kind for one in Contact.objects.all()} == {"高原": "close", "吕春": "close", "林下": "second"}
    assert Contact.objects.get(person=chain.third).via.person_id == chain.mate.pk
    assert chain.order(chain.both).base_on == FIRST and chain.order(chain.third).base_on == THIRD
    before = chain.order(chain.third)
    own = chain.opened(chain.mate, FIFTH, "sampled")
    assert Contact.objects.get(person=chain.mate).state == "turned"
    assert chain.accept(own) == {"林下": ("close", THIRD), "吕春": ("close", FOURTH)}
    assert (chain.order(chain.both).base_on, chain.order(chain.both).last_on) == (FOURTH, date(2021, 6, 18))
    third = chain.order(chain.third)
    assert third.base_on == THIRD and third.verdict.facts["kind"] == "close" and before.verdict.facts["kind"] == "second"


def test_a_positive_recorded_by_hand_opens_his_case_once(chain):
    order, told = chain.order(chain.mate), {"by": chain.cast.epi, "at": chain.at}
    for n in (1, 2):
        isolation.record_results(results=[isolation.Sampled(order, FIFTH, "positive", f"县医院 {n} 号")] * n, **told)
    case = Case.objects.get()
    assert (case.person_id, case.disease, case.channel, case.source.open()) == (chain.mate.pk, "covid_19", "contact", "县医院 1 号")
    assert Turn.objects.open().get(record=case.pk).state == "to_report"


def test_a_case_who_was_none_lets_nobody_go_and_only_who_is_nobody_elses_is_looked_at(chain):
    other = chain.opened(chain.mate, FIFTH, "sampled")
    chain.accept(other)
    actions.close_index(index=other, **chain.now)
    assert set(Contact.objects.filter(index=other).values_list("state", flat=True)) == {"dropped"}
    assert not Review.objects.exists()  # both are contacts of the first case still
    assert chain.accept(chain.index) == {"高原": ("close", FIRST)}  # who was no case is a contact again
    actions.close_index(index=chain.index, **chain.now)
    assert not Contact.objects.filter(state__in=("watched", "elsewhere")).exists()
    asked = {review.person_id: review for review in Review.objects.all()}
    assert set(asked) == {chain.both.pk, chain.third.pk, chain.mate.pk} and not Order.objects.exclude(closed_at=None).exists()
    assert Turn.objects.filter(record__in=[one.pk for one in asked.values()], closed_at=None).count() == 3
