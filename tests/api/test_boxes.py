"""Boxes: what a phone could not send as it was waits for the supervisor, in the name of whoever recorded it, with its photos."""
import io
import json
import os
from base64 import b64decode, b64encode
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from PIL import Image

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.ids import uuid7
from lianfang.ground.outbox import boxes, pictures
from lianfang.ground.outbox.actions import take_held
from lianfang.ground.outbox.models import Conflict, Photo, Sent
from lianfang.ground.outbox.queries import versions
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.checkpoints import actions as checkpoints
from lianfang.response.checkpoints.models import Tally
from lianfang.response.checkpoints.tests.gate import put_up
from lianfang.response.isolation.actions import assign_minder
from lianfang.response.isolation.models import Check, Order

from .conftest import Phone
from .test_photos import shot

RECORD = "isolation.record_check"


@pytest.fixture(autouse=True)
def _all_seen(cast, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with everything():
        yield


def box(entry, account, secret=None):
    sealed = boxes.sealed({**entry, "account": account.pk}, secret or boxes.secret_of(account.pk))
    return {"id": entry["id"], "box": b64encode(sealed).decode()}


def handed(phone, *found):
    answer = phone.client.post("/api/v1/boxes", json.dumps({"boxes": found}), content_type="application/json")
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()["receipts"]


def test_a_locked_phones_entry_waits_for_the_supervisor_and_is_done_once(phone, cast, checks):
    entry = phone.entry(RECORD, checks[0].pk, temperature=38.3, symptoms=[])
    other = Phone(cast.cadre)
    [receipt] = handed(other, box(entry, cast.grid))
    assert receipt["state"] == "held" and handed(other, box(entry, cast.grid))[0]["state"] == "held"
    sent, turn = Sent.objects.get(), Turn.objects.get(flow="conflict", closed_at=None)
    assert (sent.account, sent.deliverer, turn.role) == (cast.grid, cast.cadre, "supervisor")
    assert Check.objects.get(pk=checks[0].pk).state == "due" and "38.3" in sent.content.open()
    take_held(conflict=Conflict.objects.get(), by=cast.supervisor, at=now())
    assert Check.objects.get(pk=checks[0].pk).temperature == 38.3
    assert [one["state"] for one in phone.receipts(entry)] == ["held"] and Sent.objects.count() == 1


def test_a_box_of_what_was_taken_already_changes_nothing(phone, cast, checks):
    entry = phone.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[])
    phone.receipts(entry)
    assert handed(phone, box(entry, cast.grid))[0]["state"] == "taken" and not Conflict.objects.exists()


@pytest.fixture
def gate(cast):
    """A post of the county."""
    return put_up(cast)


def test_a_sealed_count_of_a_gate_is_taken_in_by_the_supervisor(cast, gate):
    shift = checkpoints.open_shift(post=gate, people=2, by=cast.post, at=now())
    phone = Phone(cast.post)
    handed(phone, box(phone.entry("checkpoints.tally", post=str(gate.pk), vehicles=3, people=7), cast.post))
    take_held(conflict=Conflict.objects.get(), by=cast.supervisor, at=now())
    assert [(one.shift_id, one.vehicles, one.people) for one in Tally.objects.all()] == [(shift.pk, 3, 7)]


def test_what_lay_outside_the_senders_reach_is_not_done_by_whoever_decides(cast, checks):
    phone = Phone(cast.far_grid)
    handed(phone, box(phone.entry(RECORD, checks[0].pk, temperature=38.3, symptoms=[]), cast.far_grid))
    with pytest.raises(Refused):
        take_held(conflict=Conflict.objects.get(), by=cast.supervisor, at=now())
    assert Check.objects.get(pk=checks[0].pk).state == "due"


def test_what_is_held_of_a_place_beyond_ones_reach_stays_undone(checks, cast):
    order, far = Order.objects.get(person=checks[0].person_id), Phone(cast.far_grid)
    base = str(versions([order.pk])[order.pk])
    assign_minder(orders=[order], minder=cast.grid, by=cast.cadre, at=now())
    far.receipts(far.entry("isolation.serve", order.pk, base=base))
    with pytest.raises(Refused):
        take_held(conflict=Conflict.objects.get(), by=cast.far_cadre, at=now())
    assert Order.objects.get(pk=order.pk).state == "issued"


@pytest.mark.parametrize("secret", ["", b64encode(b"0" * 32).decode(), "another's"])
def test_nobody_makes_a_box_in_anothers_name(phone, cast, checks, secret):
    forged = boxes.secret_of(cast.cadre.pk) if secret == "another's" else secret or b64encode(b"").decode()
    entry = phone.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[])
    [receipt] = handed(Phone(cast.cadre), {"id": entry["id"], "box": b64encode(
        boxes.sealed({**entry, "account": cast.grid.pk}, forged)).decode()})
    kept = Sent.objects.get()
    assert receipt["state"] == "refused" and "印记" in receipt["says"]
    assert (kept.account, kept.deliverer) == (cast.cadre, cast.cadre) and not Conflict.objects.exists()


SPOILT = [lambda sealed: sealed[:-1] + bytes([sealed[-1] ^ 1]), lambda sealed: b"", lambda sealed: sealed[:70],
          lambda sealed: b"\x04" * 200]


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_box_that_does_not_open_is_kept_as_it_is(phone, cast, checks, spoil):
    entry = phone.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[])
    found = box(entry, cast.grid)
    found["box"] = b64encode(spoil(b64decode(found["box"]))).decode()
    [receipt] = handed(phone, found)
    assert receipt["state"] == "refused" and receipt["says"]
    assert Sent.objects.get().content.open() == found["box"]


def test_a_day_keeps_so_many_boxes_that_do_not_open(phone, cast, checks, settings):
    settings.SPOILT_BOXES_A_DAY = 2
    spoilt = [{"id": str(uuid7()), "box": b64encode(b"0" * 90).decode()} for _n in range(3)]
    handed(phone, *spoilt[:2])
    answer = phone.client.post("/api/v1/boxes", json.dumps({"boxes": spoilt}), content_type="application/json")
    assert answer.status_code == 429 and "先不要删" in answer.json()["says"] and Sent.objects.count() == 2
    entry = phone.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[])
    assert [one["state"] for one in handed(phone, box(entry, cast.grid), *spoilt[:2])] == ["held", "refused", "refused"]


def test_a_box_opens_under_its_own_id_only(phone, cast, checks):
    entry = phone.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[])
    [receipt] = handed(phone, box(entry, cast.grid) | {"id": str(uuid7())})
    assert receipt["state"] == "refused"


def sealed_photo(account, entry, content, ident):
    key, nonce = os.urandom(32), os.urandom(12)
    told = {"id": str(ident), "entry": entry["id"], "account": account.pk, "key": b64encode(key).decode()}
    return nonce + AESGCM(key).encrypt(nonce, content, str(ident).encode()), box(told, account)["box"]


def put_sealed(phone, ident, content, offset, size, key):
    return phone.client.put(f"/api/v1/photos/{ident}?offset={offset}", content, content_type="application/octet-stream",
                            headers={"Upload-Length": str(size), "Photo-Box": key})


def test_a_photo_goes_with_its_box_in_pieces_and_belongs_to_the_record_when_that_is_done(phone, cast, checks):
    ident, order, other = uuid7(), Order.objects.get(person=checks[0].person_id), Phone(cast.cadre)
    entry = phone.entry("isolation.serve", order.pk, photo=str(ident))
    whole, key = sealed_photo(cast.grid, entry, shot(), ident)
    handed(other, box(entry, cast.grid))
    assert put_sealed(other, ident, b"", 0, len(whole), key).json() == {"have": 0}
    for at in range(0, len(whole), 9000):
        answer = put_sealed(other, ident, whole[at:at + 9000], at, len(whole), key)
    assert answer.json() == {"have": len(whole)}
    photo = Photo.objects.get()
    assert (photo.account, photo.sent, photo.has_come) == (cast.grid, Sent.objects.get().pk, True)
    assert Image.open(io.BytesIO(pictures.picture(ident))).size == (320, 240)
    take_held(conflict=Conflict.objects.get(), by=cast.supervisor, at=now())
    photo.refresh_from_db()
    assert (photo.record, photo.subject) == (order.pk, order.person_id)


def test_a_sealed_photo_that_is_none_or_anothers_is_refused(phone, cast, checks, settings):
    ident, entry = uuid7(), phone.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[])
    whole, key = sealed_photo(cast.grid, entry, b"<svg onload=alert(1)>", ident)
    assert put_sealed(phone, ident, whole, 0, len(whole), key).status_code == 422
    _whole, strange = sealed_photo(cast.grid, entry, shot(), uuid7())
    assert put_sealed(phone, ident, whole, 0, len(whole), strange).status_code == 422
    assert not list(Path(settings.MEDIA_ROOT).iterdir())
