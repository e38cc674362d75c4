"""The reader of codes: fetched apart after the first screen, reads a printed code without a signal; typing is always possible."""
import base64
import io

import pytest
import segno

from . import test_phone_offline as alone

pytestmark = pytest.mark.journey
double, signal, phone = alone.double, alone.signal, alone.phone
KEPT = """async () => { const name = (await caches.keys()).find(name => name.startsWith('field-scanner-'));
    return name && (await (await caches.open(name)).keys()).length === 3 }"""
READ = """async picture => { const {readPicture} = await import('/static/field/wire/codes.js');
    return readPicture(new Blob([Uint8Array.from(atob(picture), sign => sign.charCodeAt(0))])) }"""


def png(text):
    """A printed code."""
    out = io.BytesIO()
    segno.make(text, error="m").save(out, kind="png", scale=6, border=4)
    return base64.b64encode(out.getvalue()).decode()


def test_a_code_is_read_without_a_signal_and_can_always_be_typed(phone, signal):
    phone.page.wait_for_function(KEPT)
    signal.state = "off"
    phone.page.reload()
    phone.unlock()
    for text in ("LF1.7K3Q9.出入证", "https://example.org/p/8F3A11C2"):
        assert phone.page.evaluate(READ, png(text)) == text
    phone.page.goto(f"{phone.site}/field/#/scan")
    phone.sees("摄像头用不了，请在下面手输。").everybody_can_use_it()
    phone.page.locator("#typed").fill("8F3A11C2")
    phone.sees("就用这个")
