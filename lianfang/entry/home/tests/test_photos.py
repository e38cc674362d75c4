"""Photos at the desk: from the record they belong to, for a reason, with a line in the journal; nobody else's."""
import io
import json

import pytest
from PIL import Image

from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.journal.models import Line
from lianfang.ground.outbox import pictures
from lianfang.ground.outbox.models import Photo, Sent
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.discretion.actions import protect


@pytest.fixture
def photo(cast, settings, tmp_path):
    """Of a record at door 502, come whole."""
    settings.MEDIA_ROOT = tmp_path
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG")
    with everything():
        made = Photo.objects.create(id=uuid7(), account=cast.grid, unit=cast.units["502"], record=uuid7(), subject=uuid7(), has_come=True,
                                    made_at=cast.at)
    pictures.finish(made.pk, out.getvalue())
    return made


@pytest.fixture
def signed_in(client):
    """Somebody of the cast."""
    def sign_in(account):
        client.force_login(account, backend="lianfang.ground.accounts.sessions.AccountBackend")
        return client

    return sign_in


def test_it_is_seen_for_a_reason_and_told(photo, cast, signed_in):
    page = signed_in(cast.cadre)
    address = f"/photos/{photo.record}/"
    assert "data:image" not in page.get(address).content.decode() and not Line.objects.filter(verb="outbox.open_photo").exists()
    page.post(address, {"reason": "nonsense"})
    assert "data:image" not in page.get(address).content.decode()
    page.post(address, {"reason": "visit"})
    assert "data:image/jpeg;base64," in page.get(address).content.decode()
    line = Line.objects.get(verb="outbox.open_photo")
    assert (line.record, line.subject, line.by, line.data["reason"]) == (photo.record, photo.subject, cast.cadre.pk, "visit")


def test_where_the_phone_was_stands_beside_it_for_the_same_reason(photo, cast, signed_in):
    with everything():
        Sent.objects.create(id=uuid7(), account=cast.grid, action="doorstep.visit", seq=1, at=cast.at, phone_at=cast.at, offset_ms=0,
                            received_at=cast.at, digest="", state="taken", record=photo.record, unit=photo.unit,
                            place=json.dumps({"lat": 43.16642, "lon": 124.35036, "m": 12}))
    page, address = signed_in(cast.cadre), f"/photos/{photo.record}/"
    assert "43.16642" not in page.get(address).content.decode()
    page.post(address, {"reason": "visit"})
    assert "北纬 43.16642，东经 124.35036" in page.get(address).content.decode()


def test_the_supervisor_who_decides_on_a_box_sees_its_photos(photo, cast, signed_in):
    with everything():
        Photo.objects.update(sent=(sent := uuid7()), record=None)
    page = signed_in(cast.supervisor)
    page.post(f"/photos/{sent}/", {"reason": "watch"})
    assert "data:image/jpeg" in page.get(f"/photos/{sent}/").content.decode()


def test_of_a_protected_person_only_those_who_were_named_see_his_door(photo, cast, signed_in):
    with everything():
        draft = draft_person(unit_id=cast.units["502"].pk, name="周建明", at=cast.at)
        [person] = people.add_people(people=[draft], by=cast.officer, at=cast.at)
        Photo.objects.update(subject=person.pk)
        protect(person=person, reason="informant", minder=cast.township, by=cast.leader, at=cast.at)
    answers = [signed_in(cast.accounts[who]).get(f"/photos/{photo.record}/").status_code for who in ("township", "officer", "supervisor")]
    assert answers == [200, 404, 404]


@pytest.mark.parametrize("who", ["far_cadre", "far_grid", "lab", "post"])
def test_nobody_sees_those_of_another_place(photo, cast, signed_in, who):
    page = signed_in(cast.accounts[who])
    assert page.get(f"/photos/{photo.record}/").status_code in (403, 404)
    page.post(f"/photos/{photo.record}/", {"reason": "visit"})
    assert not Line.objects.filter(verb="outbox.open_photo").exists()


def test_a_record_without_a_photo_has_no_page(cast, signed_in):
    assert signed_in(cast.cadre).get(f"/photos/{uuid7()}/").status_code == 404
