"""A village is closed: the gate turns a lorry away and lets a supply vehicle with an exemption pass, a wedding is refused by the table; the
headquarters lift it, and both are open again."""
import json
from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine

from lianfang.entry.field.tests.test_modules import run
from lianfang.ground.accounts.queries import PORTAL, named
from lianfang.ground.accounts.scope import held
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.territory.queries.shut import shut_ways
from lianfang.response.checkpoints import actions as gates
from lianfang.response.checkpoints import queries as posts
from lianfang.response.checkpoints.asking import way_of
from lianfang.response.checkpoints.asking.bearings import bearings
from lianfang.response.checkpoints.tests.gate import Gate, put_up
from lianfang.response.risk.closures import actions, queries
from lianfang.response.risk.closures.actions import Exempt, Wish
from lianfang.response.risk.closures.models import Check
from lianfang.response.risk.closures.tests.conftest import Room, room

__all__ = ["room"]
LORRY, SUPPLIES = "禾B12345", "禾C88 k66"


@pytest.fixture
def gate(room: Room):
    return Gate(room.cast, put_up(room.cast))


def comes(gate, plate, purpose="supplies", where="丰禾社区", at=None):
    return gate.comes(gate.someone(home=gate.cast.units[where]), plate=plate, means="truck", purpose=purpose, at=at)


def test_a_closed_village_at_the_gate_and_on_the_portal(room, gate):
    cast, later = room.cast, room.at + timedelta(hours=2)
    assert comes(gate, LORRY).outcome == "pass"
    closed = room.ordered("place", "丰禾社区", hours=72)
    banned = room.ordered("event", "青禾县", what=("wedding", "funeral", "meeting"))
    [check] = Check.objects.filter(closure=closed)
    turn = Turn.objects.get(record=check.pk, closed_at=None)
    assert (turn.role, turn.owner_unit) == ("village_cadre", cast.units["丰禾社区"])

    back = comes(gate, LORRY)
    assert (back.outcome, back.checked[0].shut) == ("turn_back", f"{closed.number}：丰禾社区")
    assert comes(gate, LORRY, where="望河社区").outcome == "pass", "elsewhere the road is open"
    exempt = actions.propose_exemption(closure=closed, exempt=Exempt("vehicle", "supplies", room.at + timedelta(days=3), plate=SUPPLIES),
                                       by=cast.township, at=room.at)
    assert comes(gate, "禾C88K66").outcome == "turn_back", "not yet allowed"
    with pytest.raises(Refused):
        actions.allow_exemption(exemption=exempt, by=cast.township, at=room.at)
    actions.allow_exemption(exemption=exempt, by=cast.officer, at=room.at)
    assert comes(gate, "禾C88K66").outcome == "pass" and comes(gate, LORRY).outcome == "turn_back"

    wish = Wish("wedding", cast.units["丰禾社区"], 40, cast.on + timedelta(days=5), name="周建明", phone="13800005678", place="自家院子")
    refused = actions.apply_event(wish=wish, by=named(PORTAL), at=room.at)
    assert (refused.state, refused.closure, "红白喜事" in refused.clause) == ("refused", banned, True)
    assert queries.event_shown(queries.event_code(refused), room.at)["until"] == "到另行通知解除为止"
    assert not Turn.objects.filter(record=refused.pk, closed_at=None).exists()

    for one in (closed, banned):
        actions.lift_closure(closure=one, number="青防指〔2020〕20号", by=cast.officer, at=later)
    assert not Turn.objects.filter(record=check.pk, closed_at=None).exists()
    assert comes(gate, LORRY, at=later).outcome == "pass"
    again = actions.apply_event(wish=wish, by=named(PORTAL), at=later)
    turn = Turn.objects.get(record=again.pk, closed_at=None)
    assert (again.state, turn.role, turn.owner_unit) == ("waiting", "township_cadre", cast.units["禾阳街道"])
    with pytest.raises(Refused):
        actions.permit_event(event=again, by=cast.far_township, at=later)
    actions.permit_event(event=again, by=cast.township, at=later)
    assert again.state == "permitted" and "mask" in again.conditions
    assert Line.objects.get(verb="closures.permit_event").by == cast.township.pk


def test_a_phone_without_a_signal_says_of_every_way_what_the_server_says(room):
    cast, let = room.cast, {"by": room.cast.township, "at": room.at}
    whole = room.ordered("place", "禾阳街道", hours=72, spared=("emergency",))
    room.ordered("place", "梨花沟村", begins=30)
    actions.lift_part(closure=whole, units=[cast.units["望河社区"]], what=[], number="8号", by=cast.officer, at=room.at)
    for exempt in (Exempt("vehicle", "supplies", room.at + timedelta(hours=20), plate=SUPPLIES),
                   Exempt("place", "production", room.at + timedelta(hours=20), unit=cast.units["向阳小区"])):
        actions.allow_exemption(exemption=actions.propose_exemption(closure=whole, exempt=exempt, **let), by=cast.leader, at=room.at)
    asked = [(purpose, plate, said) for purpose in ("work", "emergency") for plate in (LORRY, SUPPLIES)
             for said in ("丰禾社区3号楼", "禾阳街道", "望河社区", "向阳小区5号楼", "丰禾社区到望河社区", "梨花沟镇梨花沟村", "不知道哪里")]
    county, freed, hours = cast.units["青禾县"], cast.units["望河社区"], (0, 21, 40, 80)
    with time_machine.travel(room.at, tick=False):
        carried = posts.shut(SimpleNamespace(assignments=held(cast.post, cast.on)), county)
    ways = [way_of(SimpleNamespace(unit=unit), purpose, plate, bearings(county).home_of(said))
            for unit in (county, freed) for purpose, plate, said in asked]
    server = [[shut.number if shut else "" for shut in shut_ways(ways, room.at + timedelta(hours=n))] for n in hours]
    moments = [(room.at + timedelta(hours=n)).timestamp() * 1000 for n in hours]
    told = [[{"around": unit.ancestor_ids}, {"purpose": purpose, "plate": plate}, {"goes": "here", "destination": said}]
            for unit in (county, freed) for purpose, plate, said in asked]
    phone = run("parts/shut.js", f"""const shut = {json.dumps(carried)}, told = {json.dumps(told)};
      return {json.dumps(moments)}.map(now => told.map(([post, car, one]) => m.shutBy(shut, post, car, one, now)?.number ?? ''));""")
    assert phone == server and len({tuple(row) for row in server}) == len(hours), "each moment has answers of its own"


def test_the_short_form_lets_nobody_out_of_a_closed_village_without_a_pass(room, gate):
    post = put_up(room.cast, unit=room.cast.units["丰禾社区"], name="丰禾社区东门", tier="village", kind="gate", form="quick")

    def goes(direction="out"):
        from lianfang.ground.ids import uuid7

        quick = gates.Quick(uuid7(), post, room.at, room.at, 1, 36.5, False, direction)
        return gates.pass_quick(quicks=[quick], by=room.cast.post, at=room.at)[0].outcome

    assert goes() == "pass"
    room.ordered("place", "禾阳街道", hours=24)
    assert (goes(), goes("in")) == ("turn_back", "pass")
