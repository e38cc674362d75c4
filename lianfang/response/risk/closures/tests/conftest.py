"""The cast with everything in sight, firms of some trades, and orders of the county."""
from datetime import timedelta

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.registers.enterprises import actions as enterprises
from lianfang.registers.enterprises import credit
from lianfang.response.risk.closures import actions
from lianfang.response.risk.closures.actions import Order

HOUR = timedelta(hours=1)


class Room:
    """The county's command room: short words for what its tests do often."""

    def __init__(self, cast):
        self.cast, self.at, self.serial, self.firms = cast, cast.at, 0, 0

    def order(self, kind="place", *where, what=(), hours=None, begins=0, by=None, unit="青禾县", **more):
        """Proposed by the officer, to begin so many hours from now."""
        self.serial += 1
        units = tuple(self.cast.units[name] for name in where or ("丰禾社区",))
        until = self.at + timedelta(hours=hours) if hours else None
        order = Order(f"青防指〔2020〕{self.serial}号", kind, units, "除一个出入口外一律封闭。", self.at + begins * HOUR, until,
                      tuple(what), **more)
        return actions.propose_closure(unit=self.cast.units[unit], order=order, by=by or self.cast.officer, at=self.at)

    def ordered(self, kind="place", *where, **more):
        """Approved by the leader."""
        one = self.order(kind, *where, **more)
        actions.approve_closure(closure=one, by=self.cast.leader, at=self.at)
        return one

    def firm(self, trade="market", where="丰禾社区", title="丰禾农贸市场"):
        self.firms += 1
        body = f"9199010000000{self.firms:03}X"[:17].ljust(17, "0")
        return enterprises.add_firm(unit=self.cast.units[where], title=title, code=body + credit.check_sign(body), trade=trade, office="",
                                    by=self.cast.officer, at=self.at)


@pytest.fixture
def room(cast):
    with everything():
        yield Room(cast)
