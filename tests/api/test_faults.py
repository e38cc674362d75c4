"""Nothing is lost and nothing twice: answers that never arrive, the same outbox from two tabs at once, forty deliveries shuffled."""
import json
from importlib import import_module
from random import Random
from threading import Barrier, Thread

import pytest
from django.db import OperationalError, connection

from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.ground.outbox.models import Sent
from lianfang.response.isolation.models import Check

from .conftest import Phone, open_checks

RECORD, MANY = "isolation.record_check", 60


@pytest.fixture
def many(cast):
    with everything():
        return open_checks(cast, MANY)


def kept():
    """Records done, receipts kept, lines told: all three must be the same number."""
    with everything():
        done = Check.objects.filter(state="done")
        return done.count(), Sent.objects.filter(state="taken").count(), Line.objects.filter(verb=RECORD).count()


def entries_of(phone, checks):
    return [phone.entry(RECORD, check.pk, temperature=36.6, symptoms=[]) for check in checks]


def test_an_answer_that_is_lost_after_the_commit_is_asked_for_again(phone, many):
    entries = entries_of(phone, many)
    phone.client.raise_request_exception = False
    for start in range(0, MANY, 20):
        phone.post(*entries[start:start + 20])  # its answer never arrives
    receipts = [one for start in range(0, MANY, 20) for one in phone.receipts(*entries[start:start + 20])]
    assert kept() == (MANY, MANY, MANY) and [one["state"] for one in receipts] == ["taken"] * MANY


def test_records_out_of_order_in_shuffled_and_overlapping_deliveries(phone, many):
    chance, entries = Random("shuffled"), entries_of(phone, many)
    answered = {}
    for _ in range(40):
        for receipt in phone.receipts(*chance.sample(entries, 12)):
            assert answered.setdefault(receipt["id"], receipt) == receipt
    phone.receipts(*entries[:30])
    phone.receipts(*entries[30:])
    assert kept() == (MANY, MANY, MANY)


def test_a_fault_in_the_middle_of_the_transaction_leaves_neither_record_nor_receipt(phone, many, monkeypatch):
    receive = import_module("lianfang.ground.outbox.actions.receive")
    entries, real = entries_of(phone, many[:20]), receive.rows.insert
    phone.client.raise_request_exception = False

    def cut(rows):
        if type(rows[0]) is Sent:
            raise OperationalError("the server went away")
        return real(rows)

    monkeypatch.setattr(receive.rows, "insert", cut)
    assert phone.post(*entries).status_code >= 500 and kept() == (0, 0, 0)
    monkeypatch.setattr(receive.rows, "insert", real)
    assert len(phone.receipts(*entries)) == 20 and kept() == (20, 20, 20)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="an in-memory SQLite is one connection; the script of kills does it on a file")
@pytest.mark.parametrize("tabs", [2, 4])
def test_the_same_outbox_from_several_tabs_at_once_is_taken_once(cast, many, tabs):
    phones = [Phone(cast.grid) for _ in range(tabs)]
    entries, ready, answers = entries_of(phones[0], many), Barrier(tabs), []

    def deliver(phone, order):
        ready.wait()
        for start in range(0, MANY, 15):
            answers.extend(phone.receipts(*order[start:start + 15]))
        connection.close()

    threads = [Thread(target=deliver, args=(phone, entries if n % 2 else entries[::-1])) for n, phone in enumerate(phones)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(answers) == MANY * tabs and {one["state"] for one in answers} == {"taken"}
    assert len({json.dumps(one, sort_keys=True) for one in answers}) == MANY
    assert kept() == (MANY, MANY, MANY)


def test_more_than_one_request_may_bring_is_refused_in_words(phone, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000
    answer = phone.client.post("/api/v1/outbox", json.dumps({"sent_at": "", "entries": ["x" * 3_000]}), content_type="application/json")
    assert answer.status_code == 400 and "太多" in answer.json()["says"] and "分几次" in answer.json()["mend"]
