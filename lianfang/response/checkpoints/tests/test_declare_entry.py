"""Who declares himself before he comes: a code for the day, what he said sealed behind it, filled in at the gate and nowhere else."""
from datetime import timedelta

import pytest

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.ground.retention.actions import sweep
from lianfang.ground.workflow import Refused
from lianfang.response.checkpoints import actions, queries
from lianfang.response.checkpoints.asking.slips import code_of, is_entry, shown, word_of
from lianfang.response.checkpoints.models import Declared, Pass

SAID = {"name": "章秋水", "id_kind": "id_card", "id_number": "420106198503120011", "phone": "13800005678", "origin": "广东深圳",
        "goes": "here", "destination": "禾阳街道丰禾社区", "purpose": "work"}
EMPTY = {"name": "", "id_number": "", "origin": "", "home": None}
TOLD = ("章秋水", "420106198503120011", "13800005678", "广东深圳")
ALL = ["destination", "id_number", "name", "origin", "phone", "purpose"]


def declared(cast, **said):
    return actions.declare_entry(said={**SAID, **said}, at=cast.at)


def told_of(one):
    return tuple(getattr(one, name).open() for name in ("name", "id_number", "phone", "origin"))


@pytest.fixture
def slip(gate, cast):
    return declared(cast)


def shows(gate, slip, **said):
    return gate.someone(**{**EMPTY, "slip": code_of(slip), **said})


def test_a_code_for_the_day_and_what_was_said_sealed_behind_it(slip, cast):
    one = Declared.objects.get()
    assert (slip.kind, slip.unit, slip.number) == ("entry", cast.units["丰禾社区"], "2020-000001")
    assert slip.ends_at - cast.at == timedelta(hours=15) and one.ends_at == slip.ends_at
    assert told_of(one) == TOLD
    assert len(code_of(slip)) == 19 and shown([code_of(slip).lower().replace("-", "")]).popitem()[1] == slip


@pytest.mark.parametrize("said", [{"goes": "elsewhere", "destination": "禾阳街道丰禾社区"}, {"destination": "我姐家"}])
def test_who_names_no_place_of_this_county_belongs_to_the_county(gate, cast, said):
    assert declared(cast, **said).unit == cast.units["青禾县"]


def test_the_journal_tells_of_it_by_the_system_and_of_nobody(slip):
    told = Line.objects.get(verb="checkpoints.declare_entry")
    assert (told.by, told.record, told.subject, told.unit) == (named(SYSTEM).pk, slip.pk, None, slip.unit_id)
    assert told.data == {"until": slip.ends_at.isoformat()} and slip.because == told.id


def test_at_the_gate_what_was_left_empty_is_filled_in_and_marked(gate, slip, cast):
    vehicle = gate.comes(shows(gate, slip))
    [one] = vehicle.checked
    assert told_of(one) == TOLD
    assert (one.origin_kind, one.home, one.outcome, vehicle.purpose) == ("other_province", cast.units["丰禾社区"], "register", "work")
    assert (one.slip_id, sorted(one.declared), one.person.name) == (slip.pk, ALL, "章秋水")


def test_what_the_guard_typed_wins(gate, slip, cast):
    vehicle = gate.comes(shows(gate, slip, name="张秋水", origin="本省四平", home=cast.units["望河社区"]), purpose="home")
    [one] = vehicle.checked
    assert (one.name.open(), one.origin.open(), one.home, vehicle.purpose) == ("张秋水", "本省四平", cast.units["望河社区"], "home")
    assert sorted(one.declared) == ["id_number", "phone"] and one.id_number.open() == SAID["id_number"]


def test_who_goes_on_to_another_county_does_so_at_the_gate(gate, cast):
    [one] = gate.comes(shows(gate, declared(cast, goes="elsewhere", destination="邻县", origin="湖北武汉"))).checked
    assert (one.home, one.destination.open(), one.outcome) == (None, "邻县", "turn_back")


@pytest.mark.parametrize("late", [timedelta(hours=15), timedelta(days=3)])
def test_an_expired_code_fills_in_nothing(gate, slip, cast, late):
    [one] = gate.comes(shows(gate, slip), at=cast.at + late).checked
    assert (one.name.open(), one.origin.open(), one.declared, one.outcome) == ("", "", [], "manual_review")


def test_nor_does_a_revoked_one_or_another_pass(gate, slip, cast):
    actions.revoke_pass(slip=slip, by=cast.cadre, at=cast.at)
    [other] = actions.issue_passes(units=[cast.units["502"]], kind="resident", road="open", by=cast.cadre, at=cast.at)
    for one in (slip, other):
        assert gate.comes(shows(gate, one)).checked[0].declared == []


def test_it_is_no_permission(gate, slip, cast):
    assert word_of(slip, gate.car()) == word_of(slip, gate.car(direction="out")) == "none"
    assert gate.comes(shows(gate, slip)).checked[0].facts["pass"] == "none"


def test_temperature_and_health_code_are_asked_all_the_same(gate, slip):
    for said, step in (({"temperature": None}, "测温"), ({"code": "unknown"}, "查验")):
        with pytest.raises(Refused, match=step):
            gate.comes(shows(gate, slip, **said))
    assert is_entry(code_of(slip)) and not is_entry("E0-0000-0000") and not is_entry("")


def test_a_child_beside_him_comes_from_and_goes_where_he_does(gate, slip, cast):
    child = gate.someone(**{**EMPTY, "name": "章小", "skips": {"scan": "child"}})
    first, second = gate.comes(shows(gate, slip), child).checked
    assert (second.origin.open(), second.home, sorted(second.declared)) == ("广东深圳", first.home, ["destination", "origin"])


def test_two_with_codes_of_their_own_come_from_where_each_said(gate, slip, cast):
    other = declared(cast, name="林下", id_number="220722199001010015", origin="本省四平")
    first, second = gate.comes(shows(gate, slip), shows(gate, other)).checked
    assert (first.origin.open(), second.origin.open(), second.name.open()) == ("广东深圳", "本省四平", "林下")


def test_who_was_held_on_the_short_form_is_filled_in_when_he_is_measured_again(gate, slip, cast):
    quick = actions.Quick(gate.car().id, gate.post, cast.at, cast.at, 1, 37.9, True, slip=code_of(slip))
    [held] = actions.pass_quick(quicks=[quick], by=cast.post, at=cast.at)[0].checked
    actions.recheck(passage=held, by=cast.post, at=cast.at, temperature=38.0, origin="本省四平")
    assert told_of(held) == (*TOLD[:3], "本省四平") and sorted(held.declared) == [one for one in ALL if one != "origin"]


def test_what_is_asked_anew_is_no_longer_only_his_word(gate, slip, cast):
    [held] = gate.comes(shows(gate, slip, temperature=37.9)).checked
    there = {"destination": "望河社区", "home": cast.units["望河社区"]}
    actions.recheck(passage=held, by=cast.post, at=cast.at, temperature=37.0, name="章秋水", **there)
    held.refresh_from_db()
    assert sorted(held.declared) == ["id_number", "origin", "phone", "purpose"]


def test_a_record_sent_twice_is_one_even_when_what_was_declared_is_gone(gate, slip, cast):
    first = gate.comes(shows(gate, slip))
    Declared.objects.all().delete()
    assert gate.comes(shows(gate, slip), id=first.pk).pk == first.pk


def test_it_is_taken_away_a_day_after_its_end_and_the_pass_stays_a_while(slip, cast):
    sweep(by=named(SYSTEM), at=slip.ends_at + timedelta(hours=23), code="declared")
    assert Declared.objects.exists()
    sweep(by=named(SYSTEM), at=slip.ends_at + timedelta(days=1, seconds=1), code="declared")
    assert not Declared.objects.exists() and Pass.objects.exists()


def test_the_page_is_told_code_and_end_while_it_is_good(slip, cast):
    code = code_of(slip)
    assert queries.entry_shown(code, cast.at) == {"code": code, "last_on": cast.on}
    for text, at in ((code, slip.ends_at), ("", cast.at), ("E0-0000-0000", cast.at)):
        assert queries.entry_shown(text, at) is None


def test_without_a_county_nobody_declares(cast):
    with everything():
        cast.units["青禾县"].__class__.objects.create(path="/9900/", level="county", name="邻县", from_on=cast.on)
    with pytest.raises(Refused):
        declared(cast)
