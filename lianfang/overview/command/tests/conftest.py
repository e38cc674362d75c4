"""A county that has stood up for COVID-19 at level I, as the province decided on 25 January 2020."""
from datetime import date

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.overview.command import actions, queries

SAID = {"title": "新冠肺炎疫情防控", "disease": "covid_19", "level": "i", "body": "province", "decided_by": "省领导小组",
        "number": "省疫防发〔2020〕1号", "from_at": moment(date(2020, 1, 25), "20:00")}


@pytest.fixture
def emergency(cast):
    with everything():
        return actions.declare(unit=cast.units["青禾县"], by=cast.officer, at=cast.at, **SAID)


@pytest.fixture
def stood(cast, emergency):
    with everything():
        actions.stand_up(response=queries.level_now(emergency), by=cast.officer, at=cast.at)
    return emergency
