"""Urging: whoever leads above tells whoever owes a turn that it is waited for; counted on the turn, one line each."""

from datetime import timedelta

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import urge
from lianfang.ground.workflow.models import Turn


@pytest.fixture(autouse=True)
def _all_seen(cast):
    with everything():
        yield


@pytest.fixture
def turn(cast):
    """The village cadre's, overdue."""
    village = cast.units["丰禾社区"]
    return Turn.objects.create(flow="order", record=uuid7(), state="issued", unit=cast.units["502"], level="village", role="village_cadre",
                               owner_unit=village, opened_at=cast.at, due=cast.at)


@pytest.mark.parametrize("part", ["officer", "leader", "township"])
def test_it_is_counted_and_told(turn, cast, part):
    above, later = getattr(cast, part), cast.at + timedelta(hours=1)
    urge(turns=[turn], by=above, at=cast.at)
    [told] = urge(turns=[turn], by=above, at=later)
    turn.refresh_from_db()
    assert (turn.urged, turn.urged_at, turn.urged_by) == (2, later, above.pk)
    assert (told.verb, told.record, told.by, told.unit, told.data) == (
        "workflow.urge", turn.record, above.pk, turn.unit_id, {"role": "village_cadre", "times": 2})  # fmt: skip
    assert Line.objects.filter(verb="workflow.urge").count() == 2


@pytest.mark.parametrize("part", ["cadre", "grid", "far_township", "supervisor", "epi"])
def test_only_who_leads_above_urges(turn, cast, part):
    with pytest.raises(Refused, match="上级"):
        urge(turns=[turn], by=getattr(cast, part), at=cast.at)
    turn.refresh_from_db()
    assert turn.urged == 0 and not Line.objects.filter(verb="workflow.urge").exists()


def test_what_is_done_meanwhile_is_not_urged(turn, cast):
    Turn.objects.filter(pk=turn.pk).update(closed_at=cast.at, closed_by=cast.cadre.pk)
    with pytest.raises(Refused, match="办完"):
        urge(turns=[turn], by=cast.officer, at=cast.at)
