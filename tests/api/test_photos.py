"""Photos come after their record, piece by piece, sealed, without what the camera wrote into them."""
import io
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.db import connection
from PIL import Image

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.ids import uuid7
from lianfang.ground.outbox import pictures
from lianfang.ground.outbox.actions import photos, take_held
from lianfang.ground.outbox.models import Conflict, Photo
from lianfang.ground.outbox.queries import photos_of
from lianfang.ground.vault.files import SealedFiles
from lianfang.response.isolation.models import Order

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


@pytest.mark.parametrize("ago", [timedelta(), timedelta(days=40)])
def test_what_was_not_done_lays_no_photo_beside_anothers_record(cast, checks, ago):
    far, ident, order = Phone(cast.far_grid), uuid7(), Order.objects.get(person=checks[0].person_id)
    [receipt] = far.receipts(far.entry("isolation.serve", order.pk, photo=str(ident), at=now() - ago))
    assert receipt["state"] == ("conflict" if ago else "refused")
    put(far, ident, shot(), 0)
    photo = Photo.objects.get()
    assert (photo.record, photo.subject, str(photo.sent), photo.has_come) == (None, None, receipt["id"], True)
    assert not photos_of(order.pk) and photos_of(photo.sent) == [photo]


def test_once_what_waited_is_done_its_photo_lies_beside_the_record(phone, cast, checks):
    ident, order = uuid7(), Order.objects.get(person=checks[0].person_id)
    phone.receipts(phone.entry("isolation.serve", order.pk, photo=str(ident), at=now() - timedelta(days=40)))
    put(phone, ident, shot(), 0)
    assert Photo.objects.get().record is None
    take_held(conflict=Conflict.objects.get(), by=cast.cadre, at=now())
    assert Photo.objects.get().record == order.pk and photos_of(order.pk)


def test_pieces_are_known_from_the_database_and_two_at_once_write_two_files(phone, monkeypatch):
    drafts, real = [], Path.replace
    monkeypatch.setattr(Path, "replace", lambda draft, target: (drafts.append(draft.name), real(draft, target))[1])
    monkeypatch.setattr(Path, "glob", lambda *_: pytest.fail("the folder of all photos was searched"))
    ident, content = uuid7(), shot()
    for at in range(0, len(content), 9000):
        put(phone, ident, content[at:at + 9000], at, len(content))
    pictures.put_piece(ident, 0, b"x")
    pictures.put_piece(ident, 0, b"x")
    assert Photo.objects.get().has_come and len(drafts) == len(set(drafts)) > 4


def test_no_lock_is_held_while_a_file_is_written(phone, monkeypatch):
    held, real = [], SealedFiles.keep
    outside = connection.in_atomic_block and len(connection.savepoint_ids)
    monkeypatch.setattr(SealedFiles, "keep", lambda *file: (held.append(len(connection.savepoint_ids) - outside), real(*file))[1])
    content = shot()
    put(phone, uuid7(), content, 0)
    assert held == [0, 0]


def test_a_photo_in_crumbs_is_refused_before_it_fills_the_disk(phone, monkeypatch):
    monkeypatch.setattr(photos, "PIECES", 3)
    ident, content = uuid7(), shot()
    answers = [put(phone, ident, content[at:at + 9], at, len(content)).status_code for at in range(0, 36, 9)]
    assert answers == [200, 200, 200, 422]
    assert len(list(Path(pictures.settings.MEDIA_ROOT).iterdir())) == 3


def test_a_day_takes_so_many_photos_that_nothing_names(phone, cast, checks, settings):
    settings.LOOSE_PHOTOS_A_DAY = 2
    answers = [put(phone, uuid7(), shot(), 0) for _n in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429] and "明天" in answers[2].json()["says"]
    named, order = uuid7(), Order.objects.get(person=checks[0].person_id)
    phone.receipts(phone.entry("isolation.serve", order.pk, photo=str(named)))
    assert put(phone, named, shot(), 0).status_code == 200
    with time_machine.travel(now() + timedelta(hours=25)):
        assert put(Phone(cast.grid), uuid7(), shot(), 0).status_code == 200
