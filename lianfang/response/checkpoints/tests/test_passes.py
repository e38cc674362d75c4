"""Passes: signed, valid for days, counted exits while a village is closed, revoked; the sheet bears no name."""
from datetime import timedelta

import pytest

from lianfang.ground.workflow import Refused
from lianfang.response.checkpoints import actions
from lianfang.response.checkpoints.asking.slips import code_of, shown, word_of
from lianfang.response.checkpoints.models import PassUse
from lianfang.response.checkpoints.papers.passes import sheet_of
from tests.reading import text

from .gate import put_up


@pytest.fixture
def slip(gate, cast):
    [made] = actions.issue_passes(units=[cast.units["502"]], kind="resident", road="closed", by=cast.cadre, at=cast.at)
    return made


@pytest.fixture
def door(gate, cast):
    """A compound's gate under closed management."""
    return put_up(cast, name="向阳小区大门", tier="compound", kind="gate", form="quick", road="closed", document="县指挥部令",
                  unit=cast.units["向阳小区"])


def leaves(gate, door, slip, at, direction="out"):
    quick = actions.Quick(gate.car().id, door, at, at, 1, 36.4, False, direction, slip=code_of(slip))
    return actions.pass_quick(quicks=[quick], by=gate.cast.post, at=at)[0].outcome


def test_days_and_exits_come_from_the_table(slip, cast):
    assert (slip.number, slip.exits, slip.per_days, (slip.ends_at.date() - cast.on).days) == ("2020-000001", 1, 2, 30)


def test_once_in_two_days_a_household_goes_out_and_may_always_come_back(gate, door, slip, cast):
    assert leaves(gate, door, slip, cast.at) == "pass"
    assert leaves(gate, door, slip, cast.at + timedelta(hours=2), "in") == "pass"
    assert leaves(gate, door, slip, cast.at + timedelta(hours=5)) == "turn_back"
    assert leaves(gate, door, slip, cast.at + timedelta(days=1)) == "turn_back"
    assert leaves(gate, door, slip, cast.at + timedelta(days=2)) == "pass"
    assert PassUse.objects.filter(direction="out").count() == 2, "who was turned back has not gone out"


def test_a_revoked_expired_or_forged_pass_opens_nothing(gate, door, slip, cast):
    code = code_of(slip)
    assert shown([code.lower().replace("-", " ")]).popitem()[1] == slip
    assert shown([code[:-1] + ("0" if code[-1] != "0" else "1")]) == {} == shown(["随便写的"])
    last = slip.ends_at - timedelta(seconds=1)
    assert word_of(slip, gate.car(at=last, post=door)) == "valid" and word_of(slip, gate.car(at=slip.ends_at, post=door)) == "expired"
    actions.revoke_pass(slip=slip, by=cast.cadre, at=cast.at)
    assert leaves(gate, door, slip, cast.at) == "turn_back"
    with pytest.raises(Refused, match="已经作废"):
        actions.revoke_pass(slip=slip, by=cast.cadre, at=cast.at)


def test_a_household_opens_the_gates_it_lives_behind_and_the_roads_of_its_county(gate, door, slip, cast):
    far = put_up(cast, name="梨花沟村口", tier="village", kind="road", unit=cast.units["梨花沟村"])
    assert [word_of(slip, gate.car(post=one)) for one in (door, gate.post, far)] == ["valid", "valid", "none"]


def test_a_vehicle_s_pass_is_for_its_plate(gate, cast):
    [slip] = actions.issue_passes(units=[cast.units["丰禾社区"]], kind="vehicle", road="closed", plate="禾A58K21", by=cast.cadre,
                                  at=cast.at)
    assert [word_of(slip, gate.car(plate=plate)) for plate in ("禾A58K21", "禾A58K22", "")] == ["valid", "none", "none"]


def test_who_is_let_out_after_all_has_used_his_pass(gate, door, slip, cast):
    hot = actions.Quick(gate.car().id, door, cast.at, cast.at, 1, 37.6, False, "out", slip=code_of(slip))
    [held] = actions.pass_quick(quicks=[hot], by=cast.post, at=cast.at)[0].checked
    assert not PassUse.objects.exists()
    actions.recheck(passage=held, by=cast.post, at=cast.at, temperature=36.5, origin="本地", code="green", symptoms="no")
    assert (held.outcome, PassUse.objects.get().direction) == ("pass", "out")


def test_serial_numbers_have_no_gaps(gate, slip, cast):
    made = actions.issue_passes(units=[cast.units["502"], cast.units["601"]], kind="resident", road="open", by=cast.cadre, at=cast.at)
    assert [one.number for one in made] == ["2020-000002", "2020-000003"] and made[0].exits is None


def test_the_sheet_bears_the_door_the_days_and_a_code(gate, slip, cast):
    says = text(sheet_of([slip], cast.units["丰禾社区"], drill=True, on=cast.on).pdf("丁立春")).replace("\n", "")
    for word in ("居民出入证", "502", "每2天外出1次", "2020-000001", code_of(slip)[:9], "演练数据"):
        assert word in says, word
