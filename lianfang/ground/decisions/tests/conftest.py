"""A county with two towns, two people who may change rules, and a small table of its own; nothing kept from the test before."""
from datetime import date

import pytest

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.queries import CONSOLE, named
from lianfang.ground.days import moment
from lianfang.ground.units.actions import add_units
from lianfang.ground.workflow.models import Turn

from .. import current, registry
from ..apps import TABLES
from .tables import COLUMNS, HEAD

SPRING = date(2020, 1, 1)
ROWS = HEAD + ">=37.3,-,-,-,manual_review,-,-,2020-01-01,-,文件,高温,\n-,-,-,-,home,14,-,2020-01-01,-,文件,一律,days\n"
ASKED = "says,on,temperature,code,came_on,measure,days\n"
TOLD = ASKED + "高烧,2020-03-10,38,green,unknown,manual_review,-\n其余,2020-03-10,36,green,unknown,home,14\n"
OWN = HEAD + "-,red,-,-,home,21,-,-,-,青隔〔2020〕1号,红码,\n"
OWN_TOLD = ASKED + "红码,2020-03-10,36,red,unknown,home,21\n"


class Place:
    """The units and the two people."""

    def __init__(self):
        self.at, self.console = moment(date(2020, 2, 20), "09:00"), named(CONSOLE)
        drafts = [{"parent": None, "level": "county", "name": "青禾县", "code": "990000"},
                  {"parent": 0, "level": "township", "name": "禾阳街道", "code": "990001"},
                  {"parent": 0, "level": "township", "name": "柳林镇", "code": "990101"}]
        self.county, self.town, self.other = add_units(drafts=[{**d, "from_on": SPRING} for d in drafts], by=self.console, at=self.at)
        self.wang, self.li = self._account("wang", "duty_officer"), self._account("li", "epidemiologist")

    def _account(self, login, role, unit=None):
        account = Account.objects.create(login=login, name=login, password="!")
        Assignment.objects.create(account=account, role=role, unit=unit or self.county, from_on=SPRING)
        return account


def turn_on(version):
    """Whose turn a version is."""
    return Turn._base_manager.filter(record=version.pk, closed_at=None).first()


@pytest.fixture
def place(db):
    """The county."""
    return Place()


@pytest.fixture
def small(tmp_path, monkeypatch):
    """A registered table "small"."""
    monkeypatch.setattr(registry, "_shipped", {})
    (tmp_path / "small.csv").write_text(ROWS)
    (tmp_path / "small.examples.csv").write_text(TOLD)
    codes = dict.fromkeys([*COLUMNS, "pass", "home", "manual_review", "green", "red", "unknown", "not_measured", "small.csv"])
    (tmp_path / "labels.csv").write_text("key,zh,en,note_zh,note_en\n" + "".join(f"{c},{c}字,{c},,\n" for c in codes))
    registry.register(tmp_path / "small.csv")
    registry.register(TABLES / "apart.csv")
    registry.register(TABLES / "versions.csv")
    return tmp_path / "small.csv"


@pytest.fixture(autouse=True)
def _fresh():
    current.forget()
    yield
    current.forget()
