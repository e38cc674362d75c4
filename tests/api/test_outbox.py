"""An outbox is taken: each entry once, in order, with a receipt, whatever happens to the answer."""
from datetime import timedelta

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now, today
from lianfang.ground.ids import uuid7
from lianfang.ground.journal.models import Line
from lianfang.ground.outbox.actions import drop_held, take_held
from lianfang.ground.outbox.models import Conflict, Sent
from lianfang.ground.outbox.queries import minutes, versions
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.isolation.actions import Reading, assign_minder, record_checks
from lianfang.response.isolation.models import Alarm, Check, Order, SecondReading

from .conftest import Phone

RECORD = "isolation.record_check"


@pytest.fixture(autouse=True)
def _all_seen(cast):
    with everything():
        yield


def test_a_check_filled_at_the_door_is_taken_with_a_receipt(phone, checks, cast):
    [receipt] = phone.receipts(phone.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[]))
    assert (receipt["state"], receipt["record"], receipt["verdict"]) == ("taken", str(checks[0].pk), {"outcome": "normal"})
    assert receipt["number"].endswith(receipt["id"].replace("-", "")[-8:].upper())
    check = Check.objects.get(pk=checks[0].pk)
    assert (check.state, check.temperature) == ("done", 36.6)
    kept = Sent.objects.get()
    assert (kept.account, kept.subject, kept.unit_id) == (cast.grid, check.person_id, check.unit_id) and not kept.content


def test_the_same_delivery_again_gives_the_same_receipts_and_does_nothing(phone, checks):
    entries = [phone.entry(RECORD, check.pk, temperature=36.6, symptoms=[]) for check in checks]
    first = phone.receipts(*entries)
    lines = Line.objects.count()
    assert phone.receipts(*reversed(entries)) == first[::-1]
    assert (Line.objects.count(), Sent.objects.count()) == (lines, 3)


def test_the_same_id_with_other_content_is_refused_in_words_and_tells_nothing(phone, checks, cast):
    entry = phone.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[])
    phone.receipts(entry)
    [other] = phone.receipts(entry | {"data": entry["data"] | {"temperature": 38.9}})
    assert (other["state"], other["record"], other["verdict"]) == ("refused", None, None) and "编号" in other["says"]
    [another] = Phone(cast.cadre).receipts(entry)
    assert (another["state"], another["record"]) == ("refused", None)
    assert Check.objects.get(pk=checks[0].pk).temperature == 36.6


def test_entries_of_one_action_are_one_transaction_and_a_bad_one_does_not_hold_the_others(phone, checks, cast):
    fine = phone.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[])
    slip = phone.entry(RECORD, checks[1].pk, temperature=31, symptoms=[])
    empty = phone.entry(RECORD, checks[2].pk, symptoms=[])
    found = phone.receipts(fine, slip, empty)
    assert [one["state"] for one in found] == ["taken", "refused", "refused"]
    assert "31" in found[1]["says"] and "体温" in found[2]["says"]
    refused = Sent.objects.get(pk=found[1]["id"])
    assert "31" in refused.content.open() and refused.says.open() == found[1]["says"]


def test_fever_alarms_as_it_does_at_the_desk(phone, checks):
    [receipt] = phone.receipts(phone.entry(RECORD, checks[0].pk, temperature=38.2, symptoms=["cough"]))
    assert receipt["verdict"] == {"outcome": "alarm"} and Alarm.objects.get().temperature == 38.2


def test_entries_are_taken_in_the_order_of_the_phone(phone, checks):
    later = phone.entry(RECORD, checks[0].pk, temperature=37.9, symptoms=[], seq=9)
    first = phone.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[], seq=3)
    assert [one["state"] for one in phone.receipts(later, first)] == ["conflict", "taken"]
    assert Check.objects.get(pk=checks[0].pk).temperature == 36.6
    assert SecondReading.objects.get().temperature == 37.9


def test_a_fact_that_fits_nowhere_any_more_waits_for_the_cadre_above_and_is_done_or_dropped(phone, checks, cast):
    for degrees in (36.4, 36.5):
        phone.receipts(phone.entry(RECORD, checks[0].pk, temperature=degrees, symptoms=[]))
    [third] = phone.receipts(phone.entry(RECORD, checks[0].pk, temperature=38.8, symptoms=[]))
    assert third["state"] == "conflict" and third["says"]
    conflict = Conflict.objects.get(sent=third["id"])
    assert conflict.policy == "hold" and "38.8" in conflict.sent.content.open()
    with pytest.raises(Refused):
        drop_held(conflict=conflict, by=cast.grid, at=now())
    drop_held(conflict=conflict, by=cast.cadre, at=now())
    assert not Sent.objects.get(pk=third["id"]).content and SecondReading.objects.count() == 1


def test_what_is_held_since_another_changed_it_is_done_by_the_cadre_as_it_was_filled_in(phone, cast, checks):
    order = Order.objects.get(person=checks[0].person_id)
    base = str(versions([order.pk])[order.pk])
    assign_minder(orders=[order], minder=cast.grid, by=cast.cadre, at=now())
    [receipt] = phone.receipts(phone.entry("isolation.serve", order.pk, base=base))
    assert receipt["state"] == "conflict" and Order.objects.get(pk=order.pk).state == "issued"
    conflict = Conflict.objects.get()
    take_held(conflict=conflict, by=cast.cadre, at=now())
    assert (Order.objects.get(pk=order.pk).state, conflict.state) == ("running", "taken")
    assert not Turn.objects.filter(flow="conflict", closed_at=None).exists()


@pytest.mark.parametrize("off", [timedelta(days=1), timedelta(days=-1), timedelta(hours=8)])
def test_a_phone_whose_clock_is_off_is_read_by_ours(cast, checks, off):
    phone = Phone(cast.grid, off)
    happened = now() - timedelta(minutes=40)
    phone.receipts(phone.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[], at=happened + off))
    kept = Sent.objects.get()
    assert abs(kept.at - happened) < timedelta(seconds=5)
    assert abs(kept.phone_at - happened - off) < timedelta(seconds=5)
    assert abs(timedelta(milliseconds=kept.offset_ms) + off) < timedelta(seconds=5)


def test_nothing_happens_later_than_now(phone, checks):
    phone.receipts(phone.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[], at=now() + timedelta(days=400)))
    assert Sent.objects.get().at <= now()


def test_what_happened_longer_ago_than_a_phone_may_keep_it_is_not_done_before_the_cadre_above_has_looked(phone, checks, cast):
    too_long = timedelta(minutes=minutes("late", today()) + 1)
    entries = [phone.entry(RECORD, check.pk, temperature=36.6, symptoms=[], at=now() - ago)
               for check, ago in zip(checks, (timedelta(minutes=9), too_long, timedelta(days=400)), strict=True)]
    found = phone.receipts(*entries)
    assert [one["state"] for one in found] == ["taken", "conflict", "conflict"] and "时间" in found[1]["says"]
    assert [Check.objects.get(pk=check.pk).state for check in checks] == ["done", "due", "due"]
    assert phone.receipts(*entries) == found
    waits = Conflict.objects.get(sent=found[1]["id"])
    assert waits.policy == "hold" and Turn.objects.get(record=waits.pk, closed_at=None).role == "village_cadre"
    drop_held(conflict=waits, by=cast.cadre, at=now())


def test_two_phones_on_one_check_are_both_kept_and_the_cadre_above_looks(phone, checks, cast):
    base = phone.carry()["sections"]["turns"]["rows"][0]["base"]
    record_checks(readings=[Reading(checks[0], 36.4)], by=cast.cadre, at=now())
    [receipt] = phone.receipts(phone.entry(RECORD, checks[0].pk, temperature=37.8, symptoms=[], base=base))
    assert receipt["state"] == "conflict"
    assert (Check.objects.get(pk=checks[0].pk).temperature, SecondReading.objects.get().temperature) == (36.4, 37.8)
    turn = Turn.objects.get(flow="conflict", closed_at=None)
    assert (turn.role, turn.owner_unit) == ("village_cadre", cast.units["丰禾社区"])


def test_what_the_phone_sent_is_read_by_whoever_decides_and_each_time_it_is_written_down(phone, checks, cast, client):
    for degrees in (36.4, 36.5, 36.9):
        phone.receipts(phone.entry(RECORD, checks[0].pk, temperature=degrees, symptoms=[]))
    conflict = Conflict.objects.get(policy="hold")
    client.force_login(cast.cadre, backend="lianfang.ground.accounts.sessions.AccountBackend")
    address = f"/outbox/conflicts/{conflict.pk}/"
    assert "36.9" not in client.get(address).content.decode() and not Line.objects.filter(verb="outbox.look").exists()
    assert "36.9" in client.post(address, {"act": "look"}).content.decode()
    assert Line.objects.get(verb="outbox.look").subject == conflict.subject


def test_what_oneself_did_before_is_no_conflict(phone, checks):
    base = phone.carry()["sections"]["turns"]["rows"][0]["base"]
    phone.receipts(phone.entry(RECORD, checks[0].pk, temperature=36.4, symptoms=[], base=base))
    [receipt] = phone.receipts(phone.entry("isolation.read_again", checks[0].pk, temperature=36.5, symptoms=[], base=base))
    assert receipt["state"] == "taken" and not Conflict.objects.exists()


def test_what_the_phone_decided_otherwise_becomes_a_turn(phone, checks):
    entry = phone.entry(RECORD, checks[0].pk, temperature=38.4, symptoms=[], decided={"outcome": "normal"})
    [receipt] = phone.receipts(entry)
    assert (receipt["state"], receipt["verdict"]) == ("conflict", {"outcome": "alarm"}) and Conflict.objects.get().policy == "keep"


def test_who_lacks_the_right_is_refused_and_nothing_is_lost(cast, checks):
    phone = Phone(cast.post)
    [receipt] = phone.receipts(phone.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[]))
    assert receipt["state"] == "refused" and "权限" in receipt["says"]
    assert "36.6" in Sent.objects.get().content.open()


def test_another_grids_check_is_not_there(cast, checks):
    phone = Phone(cast.far_grid)
    [receipt] = phone.receipts(phone.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[]))
    assert receipt["state"] == "refused" and Check.objects.get(pk=checks[0].pk).state == "due"


@pytest.mark.parametrize("data", [{"temperature": [36.6]}, {"temperature": True}, {"temperature": "\ud800"}, {"temperature": 1e999},
                                  {"temperature": {"a": 1}}, {"temperature": 36.6, "symptoms": "cough"},
                                  {"temperature": 36.6, "symptoms": ["plague"]}, {"temperature": 36.6, "record": "1 OR 1=1"},
                                  {"temperature": "36,6；"}, {}])
def test_what_does_not_fit_is_refused_in_words(phone, checks, data):
    [receipt] = phone.receipts(phone.entry(RECORD, checks[0].pk) | {"data": {"record": str(checks[0].pk), "symptoms": []} | data})
    assert receipt["state"] == "refused" and receipt["says"]


def test_an_action_nobody_knows_is_refused_and_the_rest_goes_on(phone, checks):
    strange = phone.entry("isolation.release_everybody", uuid7())
    fine = phone.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[])
    assert [one["state"] for one in phone.receipts(strange, fine)] == ["refused", "taken"]


def test_a_fault_of_ours_holds_one_entry_and_loses_none(phone, checks, monkeypatch):
    from lianfang.response.isolation.actions import sent

    real = sent.outcome_of
    monkeypatch.setattr(sent, "outcome_of", lambda reading: 1 / 0 if reading.temperature == 36.9 else real(reading))
    found = zip(checks, (36.5, 36.9, 36.7), strict=True)
    entries = [phone.entry(RECORD, check.pk, temperature=degrees, symptoms=[]) for check, degrees in found]
    assert [one["state"] for one in phone.receipts(*entries)] == ["taken", "held", "taken"]
    assert Check.objects.get(pk=checks[1].pk).state == "due" and "36.9" in Sent.objects.get(pk=entries[1]["id"]).content.open()
    assert Turn.objects.filter(flow="conflict", closed_at=None).count() == 1


@pytest.mark.parametrize("keeps", [True, False])
def test_where_it_was_done_is_kept_sealed_only_where_places_are_kept(phone, checks, settings, keeps):
    settings.KEEP_PLACES = keeps
    phone.receipts(phone.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[], place={"lat": 34.9, "lon": 116.1, "m": 20}))
    kept = Sent.objects.get()
    assert kept.state == "taken" and bool(kept.place) is keeps
    assert "34.9" in kept.place.open() if keeps else kept.place.open() == ""


def test_an_old_form_is_taken_and_marked(phone, checks):
    phone.receipts(phone.entry(RECORD, checks[0].pk, temperature=36.6, form="0123456789ab"))
    assert Sent.objects.get().is_old_form
    current = phone.carry()["sections"]["forms"]["rows"][RECORD]["version"]
    phone.receipts(phone.entry(RECORD, checks[1].pk, temperature=36.6, symptoms=[], form=current))
    assert not Sent.objects.get(record=checks[1].pk).is_old_form
