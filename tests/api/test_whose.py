"""Whose a record is, and whose phone: nothing is sent under another's name, and a phone forgets only what was taken from it."""
from datetime import timedelta

import pytest
import time_machine

from lianfang.ground.accounts.actions import deactivate, end_sessions
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.outbox.models import Sent
from lianfang.response.isolation.models import Check

from .conftest import Phone

RECORD = "isolation.record_check"


@pytest.fixture(autouse=True)
def _all_seen(cast):
    with everything():
        yield


def test_what_another_recorded_is_refused_in_words_and_done_in_nobodys_name(phone, checks, cast):
    entry = phone.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[])
    answer = Phone(cast.cadre).post(entry, account=cast.grid.pk)
    assert (answer.status_code, answer.json()["mend"], answer.json()["forget"]) == (403, "boxes", False)
    assert "另一个人" in answer.json()["says"] and not Sent.objects.exists() and Check.objects.get(pk=checks[0].pk).state == "due"
    assert phone.post(entry, account=cast.grid.pk).json()["receipts"][0]["state"] == "taken"


def refused(phone):
    answer = phone.client.get("/api/v1/carry")
    return answer.status_code, answer.json()["mend"] == "revoked", answer.json()["forget"]


def test_a_session_that_ended_asks_for_sign_in_and_makes_nobody_forget(phone, cast):
    phone.carry()
    with time_machine.travel(now() + timedelta(hours=13), tick=False):
        assert refused(phone) == (401, False, False)


def test_a_browser_nobody_knows_is_only_asked_to_sign_in(phone):
    phone.client.logout()  # its cookies go as well
    assert refused(phone) == (401, False, False)


def test_who_was_shut_out_forgets_even_when_the_session_had_ended_before(phone, cast):
    phone.carry()
    with time_machine.travel(now() + timedelta(hours=20), tick=False):
        deactivate(account=cast.grid, by=cast.officer, at=now())
        assert refused(phone) == (403, True, True)


def test_whose_sessions_were_ended_by_somebody_forgets(phone, cast):
    phone.carry()
    end_sessions(account=cast.grid, by=cast.officer, at=now())
    assert refused(phone) == (403, True, True)


def test_whose_password_was_set_anew_forgets(phone, cast):
    phone.carry()
    cast.grid.set_password("another-2020")
    cast.grid.save()
    assert refused(phone) == (403, True, True)


def test_who_lost_his_role_after_his_session_had_ended_forgets(phone, cast):
    phone.carry()
    cast.grid.assignments.all().delete()
    with time_machine.travel(now() + timedelta(hours=13), tick=False):
        assert refused(phone) == (403, True, True)
