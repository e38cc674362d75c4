"""One bad entry is refused on its own line, in words, and the rest of the delivery is taken; whatever stands in it."""
import json
from importlib import import_module

import pytest
from django import forms

from lianfang.ground.accounts.scope import everything
from lianfang.ground.outbox import formats
from lianfang.ground.outbox.models import Conflict, Sent
from lianfang.ground.ui.forms import Day, PlainForm
from lianfang.response.isolation.models import Check

from .conftest import Phone

RECORD = "isolation.record_check"


@pytest.fixture(autouse=True)
def _all_seen(cast):
    with everything():
        yield


BAD = [{"at": "0001-01-01T00:00:00+14:00"}, {"at": "9999-12-31T23:59:59-12:00"}, {"at": "1066-10-14T09:00:00Z"}, {"action": "no\x00such"},
       {"form": "\x00", "action": "nosuch"}, {"base": "\x00", "data": {}}, {"data": {"a": "\ud800", "temperature": "\udfff"}},
       {"data": {"record": {"a": [[]]}, "temperature": "\x00"}}, {"data": {"record": "0" * 5000}}]


@pytest.mark.parametrize("bad", BAD)
def test_it_is_refused_by_its_own_line(phone, checks, bad):
    first, last = (phone.entry(RECORD, check.pk, temperature=36.6, symptoms=[]) for check in checks[:2])
    wrong = phone.entry(RECORD, checks[2].pk, temperature=36.6, symptoms=[]) | bad
    found = phone.receipts(first, wrong, last)
    assert [one["state"] for one in found] == ["taken", "refused", "taken"] and found[1]["says"]
    assert phone.receipts(first, wrong, last) == found


def test_a_day_of_no_century_of_ours_is_refused_by_the_name_of_its_question():
    class Asked(PlainForm):
        since = forms.DateField(label="哪天", widget=Day())

    reader = formats.Reader(Asked)
    assert reader.read({"since": "2020-03-01"})[1] is None
    for day in ("0001-01-01", "9999-12-31"):
        assert "哪天" in reader.read({"since": day})[1].says


def test_what_the_form_itself_stumbles_over_is_refused_and_the_rest_taken(phone, checks, monkeypatch):
    real = formats.Reader.read
    monkeypatch.setattr(formats.Reader, "read", lambda self, content, **more: 1 / 0 if content.get("temperature") == 36.9
                        else real(self, content, **more))
    found = phone.receipts(*(phone.entry(RECORD, check.pk, temperature=degrees, symptoms=[])
                             for check, degrees in zip(checks, (36.5, 36.9, 36.7), strict=True)))
    assert [one["state"] for one in found] == ["taken", "refused", "taken"]
    assert "36.9" in Sent.objects.get(pk=found[1]["id"]).content.open()


def test_an_id_that_another_had_a_moment_before_undoes_what_the_action_did(phone, checks, cast, monkeypatch):
    entry = phone.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[])
    other = Phone(cast.cadre)
    other.receipts(other.entry(RECORD, checks[1].pk, temperature=36.4, symptoms=[], id=entry["id"]))
    module = import_module("lianfang.ground.outbox.actions.receive")
    real, asked = module.queries.sent, []
    monkeypatch.setattr(module.queries, "sent", lambda ids: asked.append(1) or {} if len(asked) < 2 else real(ids))
    [receipt] = phone.receipts(entry)
    assert receipt["state"] == "refused" and Check.objects.get(pk=checks[0].pk).state == "due"
    assert Sent.objects.get().account == cast.cadre


@pytest.mark.parametrize("content", [{"people": "x"}, {"people": [1]}, {"people": {"a": 1}}, {"record": []}, {"symptoms": 3},
                                     {"temperature": {}}])
def test_the_page_of_a_conflict_shows_whatever_stands_there(phone, checks, cast, client, content):
    for degrees in (36.4, 36.5, 36.9):
        phone.receipts(phone.entry(RECORD, checks[0].pk, temperature=degrees, symptoms=[]))
    conflict = Conflict.objects.get(policy="hold")
    conflict.sent.content, conflict.sent.action = json.dumps(content), "checkpoints.pass_vehicle" if "people" in content else RECORD
    conflict.sent.save()
    client.force_login(cast.cadre, backend="lianfang.ground.accounts.sessions.AccountBackend")
    assert client.post(f"/outbox/conflicts/{conflict.pk}/", {"act": "look"}).status_code == 200


def test_a_refused_entry_put_right_goes_under_its_own_id_and_the_old_one_is_given_up_by_name(phone, checks, cast):
    slip = phone.entry(RECORD, checks[0].pk, temperature=31, symptoms=[])
    phone.receipts(slip)
    mended = phone.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[]) | {"mends": slip["id"]}
    [receipt] = phone.receipts(mended)
    old, new = Sent.objects.get(pk=slip["id"]), Sent.objects.get(pk=mended["id"])
    assert receipt["state"] == "taken" and (old.state, str(new.mends)) == ("given_up", slip["id"])
    assert cast.grid.name in old.says.open() and receipt["number"] in old.says.open() and "31" in old.content.open()
    assert [one["state"] for one in phone.receipts(slip)] == ["given_up"]


def test_nobody_gives_up_what_another_recorded(phone, checks, cast):
    slip = phone.entry(RECORD, checks[0].pk, temperature=31, symptoms=[])
    phone.receipts(slip)
    other = Phone(cast.cadre)
    other.receipts(other.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[]) | {"mends": slip["id"]})
    assert Sent.objects.get(pk=slip["id"]).state == "refused"
