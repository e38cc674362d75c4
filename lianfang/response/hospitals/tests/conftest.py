"""A hospital of the cast's county with its own person, over everything."""
from datetime import date, timedelta

import pytest

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.response.hospitals import actions
from lianfang.response.hospitals.figures import FIGURES
from lianfang.response.hospitals.models import Reminder, Week

MONDAY = date(2020, 3, 9)
SUNDAY = moment(MONDAY + timedelta(days=6), "10:00")
SAID = {**dict.fromkeys(FIGURES, 0), "staff": 120, "staff_tested": 90, "hands_seen": 50, "hands_right": 46, "beds": 20, "beds_used": 3,
        "nothing_found": True}


class House:
    """A hospital, its nurse, and what they do in a test."""

    def __init__(self, cast):
        self.cast = cast
        self.one = self.put_up("青禾县医院")
        self.nurse = self.staff(self.one, "苏禾")

    def put_up(self, title, village="丰禾社区", **said):
        told = {"kind": "general", "grade": "two", "has_fever_clinic": True, "is_designated": True, "beds": 20, "office_phone": "", **said}
        return actions.put_up_hospital(village=self.cast.units[village], title=title, by=self.cast.epi, at=self.cast.at, **told)

    def staff(self, hospital, name):
        account = Account.objects.create(login=name, name=name)
        Assignment.objects.create(account=account, role="hospital", unit=hospital.unit, from_on=self.cast.on)
        return account

    @property
    def week(self):
        return Week.objects.select_related("hospital").get(hospital=self.one)

    @property
    def reminder(self):
        return Reminder.objects.select_related("hospital").get(hospital=self.one)

    def submit(self, at=SUNDAY, **said):
        week = self.week
        actions.submit(week=week, said={**SAID, **said}, by=self.nurse, at=at)
        return week

    def find(self, **said):
        told = {"area": "hands", "ward": "急诊科", "what": "速干手消空瓶没有换", **said}
        return actions.find_problem(week=self.week, by=self.nurse, at=self.cast.at, **told)


@pytest.fixture
def house(cast):
    with everything():
        yield House(cast)
