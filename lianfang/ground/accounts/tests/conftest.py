"""A small county to staff: two towns, a village with two grids in each, and people at every level; all invented."""
import pytest

from lianfang.ground.accounts import actions
from lianfang.ground.accounts.queries import CONSOLE, named
from lianfang.ground.days import now, today
from lianfang.ground.units.actions import add_units


class County:
    """The units by name, and accounts made on demand."""

    def __init__(self):
        self.at, self.on, self.console = now(), today(), named(CONSOLE)
        drafts = [{"parent": None, "level": "county", "name": "青禾县", "code": "990000"}]
        for town in ("禾阳街道", "柳林镇"):
            at = len(drafts)
            drafts += [{"parent": 0, "level": "township", "name": town, "code": f"99000{at}"},
                       {"parent": at, "level": "village", "name": f"{town[:2]}社区居委会", "code": f"99000{at}001"},
                       {"parent": at + 1, "level": "grid", "name": "第1网格"}, {"parent": at + 1, "level": "grid", "name": "第2网格"}]
        self.units = add_units(drafts=[{**draft, "from_on": self.on} for draft in drafts], by=self.console, at=self.at)
        self.county, self.town, self.village, self.grid, self.grid_2, self.other_town, self.other_village, *_rest = self.units

    def account(self, role, unit, name="周小川", phone="", **more):
        """Somebody who holds a role at a unit from today on."""
        draft = actions.Draft(name, phone, posts=[actions.Post(role, unit, self.on)], **more)
        return actions.add_accounts(drafts=[draft], by=self.console, at=self.at)[0]


@pytest.fixture
def county(db):
    """The county."""
    return County()
