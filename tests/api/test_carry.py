"""What a phone carries: its area, no more, and only what has changed."""
import gzip

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.outbox import queries
from lianfang.response.checkpoints import actions as checkpoints
from lianfang.response.isolation.models import Check

from .conftest import Phone


@pytest.fixture(autouse=True)
def _all_seen(cast):
    with everything():
        yield


def rows(phone, section, **asked):
    return phone.carry(**asked)["sections"][section]["rows"]


def test_a_turn_names_its_action_its_form_and_the_version_seen(phone, checks):
    turn = next(one for one in rows(phone, "turns") if one["record"] == str(checks[0].pk))
    assert (turn["action"], turn["flow"], turn["state"]) == ("isolation.record_check", "check", "due")
    assert turn["base"] == str(queries.versions([checks[0].pk])[checks[0].pk])
    assert turn["form"] in rows(phone, "forms")


def test_people_are_named_with_their_measure_and_never_a_number(phone, checks):
    found = rows(phone, "people")
    assert {one["id"] for one in found} == {str(one.person_id) for one in checks}
    assert found[0].keys() <= {"id", "name", "unit", "category", "measure", "says", "day", "days"} and found[0]["days"] == 14


def test_only_the_area_is_carried(phone, checks, cast):
    whole = Phone(cast.officer)
    area = cast.units["梨花沟一网格"]
    units = rows(whole, "units", area=area.pk)
    assert {one["name"] for one in units} == {"青禾县", "梨花沟镇", "梨花沟村", "梨花沟一网格", "梨花沟村12号"}
    assert rows(whole, "people", area=area.pk) == rows(whole, "turns", area=area.pk) == []


def test_an_area_of_another_is_not_there(phone, cast):
    assert phone.client.get("/api/v1/carry", {"area": cast.units["梨花沟村"].pk}).status_code == 404
    assert phone.client.get("/api/v1/carry", {"area": 999_999}).status_code == 404


def test_what_has_not_changed_is_not_sent_again(phone, checks):
    first = phone.carry()["sections"]
    have = ",".join(f"{name}:{one['digest']}" for name, one in first.items())
    assert phone.carry(have=have)["sections"] == {}
    phone.receipts(phone.entry("isolation.record_check", checks[0].pk, temperature=36.6, symptoms=[]))
    assert set(phone.carry(have=have)["sections"]) == {"turns"}
    assert Check.objects.get(pk=checks[0].pk).state == "done"


def test_it_is_packed_for_who_can_unpack(phone, checks):
    answer = phone.client.get("/api/v1/carry", headers={"Accept-Encoding": "gzip, br"})
    assert answer["Content-Encoding"] == "gzip" and b'"sections"' in gzip.decompress(answer.content)


def test_forms_are_drawn_from_what_the_desk_asks(phone, checks):
    form = rows(phone, "forms")["isolation.record_check"]
    fields = {one["name"]: one for one in form["fields"]}
    assert fields["temperature"]["kind"] == "temperature" and fields["temperature"]["required"]
    assert fields["symptoms"]["options"][0] == ["fever", "发热"] and fields["record"]["kind"] == "id"


def test_the_table_of_fever_goes_along(phone, checks):
    table = rows(phone, "tables")["fever"]
    assert [one["name"] for one in table["facts"]] == ["temperature", "fever", "cough", "dry_throat"]
    row = table["rows"][1]
    assert (row["then"], row["if"]["temperature"]["spans"]) == ({"outcome": "alarm"}, [[37.3, None, False, False]])


def test_who_has_no_role_any_more_forgets(phone, cast):
    cast.grid.assignments.all().delete()
    answer = phone.client.get("/api/v1/carry")
    assert (answer.status_code, answer.json()["forget"]) == (403, True)


def test_who_was_shut_out_forgets_and_takes_nothing_in(phone, cast, checks):
    from lianfang.ground.accounts.actions import deactivate

    phone.carry()
    entry = phone.entry("isolation.record_check", checks[0].pk, temperature=36.6, symptoms=[])
    deactivate(account=cast.grid, by=cast.officer, at=cast.at)
    answer = phone.post(entry)
    assert (answer.status_code, answer.json()["forget"]) == (403, True) and Check.objects.get(pk=checks[0].pk).state == "due"


def test_another_area_asked_for_with_nothing_in_hand_comes_whole(cast, checks):
    whole = Phone(cast.officer)
    here, there = (whole.carry(area=cast.units[name].pk)["sections"] for name in ("丰禾第四网格", "梨花沟一网格"))
    assert here.keys() == there.keys() and here["me"]["digest"] == there["me"]["digest"]


def test_what_lapses_and_what_is_late_stands_in_the_table_of_phones(phone):
    me = rows(phone, "me")
    assert (me["offline_minutes"], me["hidden_minutes"], me["unsent_minutes"], me["keeps_place"]) == (4320, 5, 480, False)


def test_a_guard_carries_his_own_turns_and_nobody_of_the_place(cast, checks):
    post = checkpoints.put_up_post(unit=cast.units["禾阳街道"], name="青禾南收费站", tier="county", kind="road", from_on=cast.on,
                                   by=cast.officer, at=now())
    shift = checkpoints.open_shift(post=post, people=3, by=cast.post, at=now())
    phone = Phone(cast.post)
    assert [(one["record"], one["title"]) for one in rows(phone, "turns")] == [(str(shift.pk), "交班：青禾南收费站")]
    assert rows(phone, "people", area=cast.units["丰禾社区"].pk) == []
