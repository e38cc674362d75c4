"""Photos come after their record, piece by piece, sealed, without what the camera wrote into them; and boxes of a phone that is locked."""
import io
import json
from base64 import b64decode, b64encode
from pathlib import Path

import pytest
from PIL import Image

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.ids import uuid7
from lianfang.ground.outbox import boxes, pictures
from lianfang.ground.outbox.actions import take_held
from lianfang.ground.outbox.models import Conflict, Photo, Sent
from lianfang.ground.workflow.models import Turn
from lianfang.response.isolation.models import Check, Order

from .conftest import Phone


@pytest.fixture(autouse=True)
def _all_seen(cast, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with everything():
        yield


def shot(kind="JPEG"):
    """A photo with the place it was taken at in it."""
    picture, out = Image.effect_noise((320, 240), 90).convert("RGB"), io.BytesIO()
    exif = Image.Exif()
    exif[0x010E], exif[0x013B] = "SECRET-PLACE", "SECRET-OWNER"
    picture.save(out, kind, **({"exif": exif, "comment": "SECRET-WORDS"} if kind == "JPEG" else {"exif": exif}))
    return out.getvalue()


def put(phone, ident, content, offset, size=None):
    return phone.client.put(f"/api/v1/photos/{ident}?offset={offset}", content, content_type="application/octet-stream",
                            headers={"Upload-Length": str(size or len(content))})


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photo_comes_in_pieces_is_begun_again_and_lies_sealed_and_bare(phone, cast, checks, kind):
    ident, content, order = uuid7(), shot(kind), Order.objects.get(person=checks[0].person_id)
    [receipt] = phone.receipts(phone.entry("isolation.serve", order.pk, photo=str(ident)))
    assert receipt["state"] == "taken" and not Photo.objects.get().has_come
    assert phone.client.get(f"/api/v1/photos/{ident}").json() == {"have": 0}
    half = len(content) // 2
    assert put(phone, ident, content[:half], 0, len(content)).json() == {"have": half}
    assert put(phone, ident, content[:half], 0, len(content)).json() == {"have": half}
    assert put(phone, ident, content[half + 9:], half + 9, len(content)).json() == {"have": half}
    assert phone.client.get(f"/api/v1/photos/{ident}").json() == {"have": half}
    assert put(phone, ident, content[half:], half, len(content)).json() == {"have": len(content)}
    [file] = Path(pictures.settings.MEDIA_ROOT).iterdir()
    assert file.name == f"{ident}.photo" and content[400:440] not in file.read_bytes()
    kept = pictures.picture(ident)
    assert b"SECRET" in content and b"SECRET" not in kept and Image.open(io.BytesIO(kept)).size == (320, 240)
    photo = Photo.objects.get()
    assert (photo.record, photo.subject, photo.has_come) == (order.pk, order.person_id, True)


def test_the_photo_may_come_before_its_record(phone, checks):
    ident, content, order = uuid7(), shot(), Order.objects.get(person=checks[0].person_id)
    put(phone, ident, content, 0)
    phone.receipts(phone.entry("isolation.serve", order.pk, photo=str(ident)))
    photo = Photo.objects.get()
    assert (photo.record, photo.has_come) == (order.pk, True)


@pytest.mark.parametrize(("content", "size"), [(b"<svg onload=alert(1)>", None), (b"\xff\xd8\xff" + b"\x00" * 500, None),
                                               (b"\x89PNG\r\n\x1a\n" + b"\x00" * 60, None), (b"\xff\xd8\xff", 2**30)])
def test_what_is_no_photo_is_refused_in_words_and_nothing_stays(phone, content, size):
    answer = put(phone, uuid7(), content, 0, size)
    assert answer.status_code == 422 and answer.json()["says"]
    assert not Photo.objects.exists() and not list(Path(pictures.settings.MEDIA_ROOT).iterdir())


def test_anothers_photo_is_not_there(phone, cast):
    ident = uuid7()
    put(phone, ident, shot()[:50], 0, 5000)
    other = Phone(cast.cadre)
    assert other.client.get(f"/api/v1/photos/{ident}").status_code == 404
    assert put(other, ident, b"x", 50, 5000).status_code == 404


def box(entry, account):
    return {"id": entry["id"], "box": b64encode(boxes.sealed({**entry, "account": account.pk})).decode()}


def handed(phone, *found):
    answer = phone.client.post("/api/v1/boxes", json.dumps({"boxes": found}), content_type="application/json")
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()["receipts"]


def test_a_locked_phones_entry_waits_for_the_supervisor_and_is_done_once(phone, cast, checks):
    entry = phone.entry("isolation.record_check", checks[0].pk, temperature=38.3, symptoms=[])
    other = Phone(cast.cadre)
    [receipt] = handed(other, box(entry, cast.grid))
    assert receipt["state"] == "held" and handed(other, box(entry, cast.grid))[0]["state"] == "held"
    sent, turn = Sent.objects.get(), Turn.objects.get(flow="conflict", closed_at=None)
    assert (sent.account, turn.role, Check.objects.get(pk=checks[0].pk).state) == (cast.grid, "supervisor", "due")
    assert "38.3" in sent.content.open()
    take_held(conflict=Conflict.objects.get(), by=cast.supervisor, at=now())
    assert Check.objects.get(pk=checks[0].pk).temperature == 38.3
    assert [one["state"] for one in phone.receipts(entry)] == ["held"] and Sent.objects.count() == 1


def test_a_box_of_what_was_taken_already_changes_nothing(phone, cast, checks):
    entry = phone.entry("isolation.record_check", checks[0].pk, temperature=36.6, symptoms=[])
    phone.receipts(entry)
    assert handed(phone, box(entry, cast.grid))[0]["state"] == "taken" and not Conflict.objects.exists()


SPOILT = [lambda sealed: sealed[:-1] + bytes([sealed[-1] ^ 1]), lambda sealed: b"", lambda sealed: sealed[:70],
          lambda sealed: b"\x04" * 200]


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_box_that_does_not_open_is_kept_as_it_is(phone, cast, checks, spoil):
    entry = phone.entry("isolation.record_check", checks[0].pk, temperature=36.6, symptoms=[])
    found = box(entry, cast.grid)
    found["box"] = b64encode(spoil(b64decode(found["box"]))).decode()
    [receipt] = handed(phone, found)
    assert receipt["state"] == "refused" and receipt["says"]
    assert Sent.objects.get().content.open() == found["box"]


def test_a_box_opens_under_its_own_id_only(phone, cast, checks):
    entry = phone.entry("isolation.record_check", checks[0].pk, temperature=36.6, symptoms=[])
    [receipt] = handed(phone, box(entry, cast.grid) | {"id": str(uuid7())})
    assert receipt["state"] == "refused"
