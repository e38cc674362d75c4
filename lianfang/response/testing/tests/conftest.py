"""Members of the cast's county, over everything."""
from datetime import timedelta

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.response.testing import actions
from lianfang.response.testing.models import DueTest, Member

IDS = ["220722198103120042", "230103198503120033", "220722197605140030", "110101199003074397"]


class House:
    """What is done in a test, in short words."""

    def __init__(self, cast):
        self.cast, self.at = cast, cast.at

    def later(self, **time):
        return self.at + timedelta(**time)

    def enrol(self, group="medical_staff", name="周建明", number=0, at=None):
        who = actions.Somebody(name, "id_card" if number is not None else "",
                               IDS[number] if number is not None else "", "13800005678")
        place = self.cast.units["丰禾社区"].pk
        actions.enrol_people(people=[who], group=group, unit_id=place, source="名册", by=self.cast.officer, at=at or self.at)
        return Member.objects.get(person__name=name, left_at=None)

    def told(self, member, outcome="negative", at=None, kind="nucleic"):
        return actions.Told(member.person_id, kind, at or self.at, outcome, "paper", "县医院 0310-7")

    def note(self, member, outcome="negative", taken=None, at=None, **more):
        taken = taken or self.at
        return actions.note_results(results=[self.told(member, outcome, taken, **more)], by=self.cast.officer, at=at or taken)

    def plan(self, at):
        return actions.plan_tests(by=self.cast.officer, at=at)

    def open(self, member):
        return DueTest.objects.get(member=member, closed_at=None)

    def again(self, member):
        return Member.objects.get(pk=member.pk)


@pytest.fixture
def house(cast):
    with everything():
        yield House(cast)
