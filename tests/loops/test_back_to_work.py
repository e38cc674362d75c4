"""Who is under quarantine does not go back to work, however fit his tests are, and a pass he has opens no door meanwhile."""
from datetime import timedelta

import pytest

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow import Refused
from lianfang.registers.enterprises.actions import add_firm
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation.models import Order
from lianfang.response.testing import actions, queries
from lianfang.response.testing.tests.conftest import IDS

FACTS = {"disease": "covid_19", "kind": "close", "age": 30, "special": "none", "negative": "unknown", "symptoms": "no"}


def test_quarantine_comes_before_the_gate(cast):
    def bind():
        finding = isolation.Finding(one.person_id, one.unit_id, FACTS | {"exposure_on": cast.on}, cast.on, table="exposed")
        isolation.decide(findings=[finding], by=named(SYSTEM), at=cast.at)

    with everything():
        firm = add_firm(unit=cast.units["丰禾社区"], title="青禾米业", code="91990100000000001D", office="", by=cast.officer, at=cast.at)
        who = actions.Somebody("周建明", "id_card", IDS[0], door=cast.units["丰禾社区"].pk)
        one = actions.apply_pass(firm=firm, who=who, origin="本县", by=cast.officer, at=cast.at)
        bind()
        with pytest.raises(Refused, match="还不能返岗：还在隔离管控中"):
            actions.allow(work_pass=queries.pass_named(one.pk), by=cast.officer, at=cast.at)
        Order.objects.update(closed_at=cast.at, state="released")
        given = actions.allow(work_pass=queries.pass_named(one.pk), by=cast.officer, at=cast.at)
        assert queries.is_valid(given, cast.at + timedelta(days=1))
        bind()
        assert not queries.is_valid(given, cast.at + timedelta(days=1))
