"""A case of the cast's county, over everything."""
from datetime import date, timedelta

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.response.cases import actions

BASIC = {"informant": "self", "household": 3, "found_by": "visit", "held_at": "hospital", "key_place": "none", "left_county": "no",
         "met_case": "yes", "met_ill": "unknown", "cluster": "no"}
FULL = {"mask": "sometimes", "source_kind": "known_case", "course": "3月8日发热，自行服药；3月9日到县医院发热门诊。"}
ID = "220722198103120042"


class Team:
    """What the case team does in a test."""

    def __init__(self, cast):
        self.cast, self.at = cast, cast.at

    def word(self, **said):
        told = {"unit": self.cast.units["丰禾社区"], "name": "周建明", "disease": "covid_19", "channel": "hospital",
                "source": "县医院发热门诊", "id_kind": "id_card", "id_number": ID, "phone": "13800005678", "sex": "f",
                "birth_on": date(1981, 3, 12), "onset_on": date(2020, 3, 8), "diagnosed_at": self.at - timedelta(minutes=30), **said}
        return actions.Word(**told)

    def take_in(self, at=None, **said):
        return actions.take_in(words=[self.word(**said)], by=self.cast.epi, at=at or self.at)[0]

    def said(self, **said):
        return {"name": "周建明", "id_kind": "id_card", "id_number": ID, "sex": "f", "birth_on": date(1981, 3, 12),
                "phone": "13800005678", "belongs": "county", "address": "丰禾社区向阳小区3号楼1单元502", "group": "trade",
                "klass": "confirmed", "disease": "covid_19", "onset_on": date(2020, 3, 8),
                "diagnosed_at": self.at - timedelta(minutes=30), "reporter": "青禾县医院", **said}

    def report(self, at=None, **said):
        one = self.take_in()
        actions.report(case=one, said=self.said(**said), by=self.cast.epi, at=at or self.at)
        return one

    def answered(self, one, at=None):
        """Both parts of the form, as far as anything must be said."""
        actions.fill(case=one, said=BASIC, by=self.cast.epi, at=at or self.at)
        actions.finish_basic(case=one, by=self.cast.epi, at=at or self.at)
        if one.klass in ("confirmed", "carrier"):
            actions.fill(case=one, said=FULL, by=self.cast.epi, at=at or self.at)

    def investigate(self, one, origin="local", summary="家庭聚集", at=None):
        self.answered(one, at)
        actions.investigate(case=one, origin=origin, summary=summary, by=self.cast.epi, at=at or self.at)

    def later(self, **time):
        return self.at + timedelta(**time)


@pytest.fixture
def team(cast):
    with everything():
        yield Team(cast)
