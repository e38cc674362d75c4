"""The sealed file of a phone without a signal, handed in at a desk: each entry and photo once, nothing shown to whoever brings it."""
import json
from base64 import b64encode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.outbox.models import Conflict, Photo, Sent

from .test_boxes import RECORD, box, sealed_photo
from .test_photos import shot


@pytest.fixture(autouse=True)
def _all_seen(cast, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with everything():
        yield


@pytest.fixture
def bring(client, cast):
    """Hand a file in as the duty officer; what the page says then."""
    client.force_login(cast.officer, backend="lianfang.ground.accounts.sessions.AccountBackend")

    def brought(content):
        text = content if isinstance(content, bytes) else json.dumps(content).encode()
        sent = {"file": SimpleUploadedFile("lianfang-outbox.json", text)}
        answer = client.post(reverse("outbox:stick"), sent, follow=True)
        return answer.content.decode()

    return brought


def test_what_it_holds_waits_for_the_supervisor_once(phone, cast, checks, bring):
    entry, ident = phone.entry(RECORD, checks[0].pk, temperature=38.3, symptoms=[]), uuid7()
    sealed, key = sealed_photo(cast.grid, entry, shot(), ident)
    found = {"boxes": [box(entry, cast.grid)], "photos": [{"id": str(ident), "box": key, "bytes": b64encode(sealed).decode()}]}
    says = bring(found)
    assert "收下 1 条" in says and "照片 1 张" in says and "38.3" not in says
    assert (Sent.objects.get().account, Sent.objects.get().deliverer, Photo.objects.get().has_come) == (cast.grid, cast.officer, True)
    bring(found)
    assert (Sent.objects.count(), Conflict.objects.count(), Photo.objects.count()) == (1, 1, 1)


def test_what_does_not_open_is_said_and_the_rest_is_kept(phone, cast, checks, bring):
    good, bad = phone.entry(RECORD, checks[0].pk, temperature=36.6, symptoms=[]), str(uuid7())
    says = bring({"boxes": [box(good, cast.grid), {"id": bad, "box": b64encode(b"0" * 90).decode()}],
                  "photos": [{"id": bad, "box": b64encode(b"0" * 90).decode(), "bytes": "AAAA"}]})
    assert "收下 1 条" in says and "记录 1 条、照片 1 张" in says and Conflict.objects.count() == 1


OTHERS = [b"PK\x03\x04", b"[]", b'{"boxes": 1}', b"[" * 100_000, b'{"boxes": [{"id": "x", "box": ""}], "photos": []}',
          b'{"boxes": [{"id": 7, "box": 1}], "photos": []}']


@pytest.mark.parametrize(("content", "said"), [*((one, "这不是手机存出来的") for one in OTHERS),
                                               (b'{"boxes": [], "photos": []}', "没有记录"), (b"", "空")])
def test_another_file_is_refused_in_words(bring, content, said):
    assert said in bring(content) and not Sent.objects.exists()
