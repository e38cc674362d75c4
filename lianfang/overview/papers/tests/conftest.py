"""A county of two towns on one day: figures of the evening and of the day before, written and signed."""
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.overview.ledger import actions as ledger
from lianfang.overview.ledger.models import Line

ON = date(2020, 3, 10)
CUT, LATER = moment(ON, "18:45"), moment(ON, "19:30")


@dataclass
class Desk:
    """The county and its towns, with what the ledger has of them."""

    cast: object
    county: object
    near: object
    far: object

    def book(self, on=ON, *, is_signed=True, **figures):
        """The figures of a day; of those named (near, far) stand, the county has their sum."""
        cut_off = moment(on, "18:45")
        cut = ledger.book(unit=self.county, cut_off_at=cut_off, by=named(SYSTEM), at=cut_off)
        for line in Line.objects.filter(cut=cut):
            told = {code: {self.county.pk: sum(pair), self.near.pk: pair[0], self.far.pk: pair[1]}[line.unit_id]
                    for code, pair in figures.items()}
            line.figures |= told
            line.save()
        if is_signed:
            ledger.sign(cut=cut, by=self.cast.officer, at=cut_off + timedelta(minutes=5))
        return cut


@pytest.fixture
def desk(cast):
    """Nothing is written yet."""
    with everything():
        yield Desk(cast, cast.units["青禾县"], cast.units["禾阳街道"], cast.units["梨花沟镇"])
