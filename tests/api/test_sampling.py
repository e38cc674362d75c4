"""A sampler's phone over the wire: the points of his own scope with the table of tubes, and a sealed tube taken once."""
import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.ids import uuid7
from lianfang.response.laboratory import actions
from lianfang.response.laboratory.models import Sample, Tube

from .conftest import Phone


@pytest.fixture
def session(cast):
    point = {"unit": cast.units["丰禾社区"], "name": "丰禾采样点", "disease": "covid_19", "reason": "voluntary"}
    with everything():
        yield actions.open_session(**point, by=cast.cadre, at=now())


def test_a_sampler_carries_his_points_his_form_and_his_table_and_a_guard_none_of_them(cast, session):
    sections = Phone(cast.cadre).carry()["sections"]
    assert [one.keys() for one in sections["sampling"]["rows"]] == [{"id", "name", "unit", "reason", "disease"}]
    form = sections["forms"]["rows"]["laboratory.seal"]
    assert [one["name"] for one in form["fields"]] == ["session", "code", "places", "reason", "count", "people", "ago"]
    assert {"single", "pool"} == {row["then"]["tube"] for row in sections["tables"]["rows"]["tube_rule"]["rows"]}
    guard = Phone(cast.post).carry()["sections"]
    assert guard["sampling"]["rows"] == [] and "laboratory.seal" not in guard["forms"]["rows"]
    assert Phone(cast.far_cadre).carry()["sections"]["sampling"]["rows"] == []


def test_a_sealed_tube_is_taken_once_put_right_under_its_own_number_and_by_nobody_elsewhere(cast, session):
    phone, swab = Phone(cast.cadre), {"position": 1, "ago": 30, "name": "秦朗", "id_number": "220722199001010015"}
    said = {"session": str(session.pk), "places": 1, "reason": "contact", "count": 1, "ago": 60, "people": [swab]}
    actions.open_tube(session=session, code="8800000001", places=1, reason="contact", by=cast.grid, at=now())
    wrong = phone.entry("laboratory.seal", code="8800000001", **said)
    [refused] = phone.receipts(wrong)
    assert refused["state"] == "refused" and "新条码" in refused["says"] and phone.receipts(wrong) == [refused]
    right = phone.entry("laboratory.seal", code="8800000002", **said) | {"mends": wrong["id"]}
    [taken] = phone.receipts(right)
    assert (taken["state"], taken["record"]) == ("taken", right["id"]) and phone.receipts(right) == [taken]
    assert [one["state"] for one in phone.receipts(wrong)] == ["given_up"]
    assert Sample.objects.get().tube == Tube.objects.get(code="8800000002")
    far = Phone(cast.far_cadre)
    [refused] = far.receipts(far.entry("laboratory.seal", code="8800000003", **said, id=str(uuid7())))
    assert refused["state"] == "refused" and "不在您的辖区" in refused["says"]
