"""A photo is taken only if it is one, by its own bytes; it lies sealed, and what would blow up in a browser is refused unopened."""
import struct
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.response.redress import storage

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def png(wide=40, high=30):
    return storage.PNG + struct.pack(">I4sII", 13, b"IHDR", wide, high) + b"\x08\x02\0\0\0" + b"x" * 40


def jpeg(wide=40, high=30):
    return b"\xff\xd8\xff\xe0\x00\x04AB" + b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", high, wide) + b"\x01\x01\x11\x00\xff\xd9"


def sent(content, name="a.jpg", kind="image/jpeg"):
    return SimpleUploadedFile(name, content, kind)


@pytest.mark.parametrize("content", [png(), jpeg()])
def test_photos_are_taken_as_they_are(content):
    assert storage.read(sent(content)) == content
    assert storage.size_of(content) == (40, 30)


@pytest.mark.parametrize("content", [SVG, b"", b"GIF89a", b"%PDF-1.7", b"MZ", storage.PNG, png()[:20], b"\xff\xd8\xff",
                                     b"\xff\xd8\xff\xe0\x00\x00" * 9, png(60_000, 60_000), png(0, 9), jpeg(65_000, 65_000)])
def test_what_is_none_is_refused_whatever_its_name_says(content):
    with pytest.raises(Refused):
        storage.read(sent(content, "photo.jpg"))


def test_a_large_one_is_refused_before_it_is_read(settings):
    settings.PHOTO_BYTES = 1024
    with pytest.raises(Refused, match="太大"):
        storage.read(sent(png() + b"x" * 2000))


def test_it_lies_sealed(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    pk = uuid7()
    storage.EVIDENCE.keep(pk, png() + b"CANARY")
    [path] = Path(tmp_path).iterdir()
    assert b"CANARY" not in path.read_bytes() and storage.EVIDENCE.content(pk) == png() + b"CANARY"
    storage.EVIDENCE.drop(pk)
    assert storage.EVIDENCE.content(pk) is None
