"""Somebody under a measure goes to the doctor with leave: his own gate opens, the county's asks a lead, and after his hour he is held."""
from datetime import timedelta

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.registers.people.models import Person
from lianfang.registers.territory.actions import add_doors
from lianfang.registers.territory.models import Door
from lianfang.response.checkpoints.tests.gate import Gate, put_up
from lianfang.response.doorstep import actions

NUMBER = "110101199003070070"


@pytest.fixture
def bound(cast):
    """Somebody found at a door, whom the table put under an order."""
    add_doors(unit=cast.units["向阳小区"], addresses=["8栋1单元101"], by=cast.officer, at=cast.at)
    seen = actions.Seen(Door.objects.get(number="101", building__isnull=False).unit_id, "周建明", "id_card", NUMBER,
                                 origin_kind="other_province", origin="湖北武汉", arrived_on=cast.on, temperature=36.5, symptoms=False,
                                 colour="green")
    actions.find(seen=[seen], by=cast.grid, at=cast.at)
    return Person._base_manager.get()


def test_who_has_leave_passes_his_own_gate_until_his_hour(cast, bound):
    with everything():
        own = put_up(cast, name="向阳小区大门", tier="compound", kind="gate", road="closed", document="县指挥部令",
                     unit=cast.units["向阳小区"])
        gate = Gate(cast, put_up(cast))

        def comes(post, at=cast.at):
            someone = gate.someone(name="周建明", id_number=NUMBER, id_kind="id_card", origin="本地")
            return gate.comes(someone, post=post, at=at, direction="out").outcome

        assert comes(own) == "observe"
        leave = actions.let_out(person=bound, purpose="medical", by=cast.cadre, at=cast.at)
        assert [comes(own), comes(gate.post), comes(own, leave.due + timedelta(seconds=1))] == ["pass", "manual_review", "observe"]
        actions.come_back(leave=leave, by=cast.grid, at=cast.at + timedelta(hours=1))
        assert comes(own) == "observe"
