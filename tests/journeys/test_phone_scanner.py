"""The reader of codes: fetched apart after the first screen, reads a printed code without a signal; typing is always possible."""
import base64
import io

import pytest
import segno
from PIL import Image

from . import test_phone_offline as alone

pytestmark = pytest.mark.journey
double, signal, phone = alone.double, alone.signal, alone.phone
KEPT = """async () => { const name = (await caches.keys()).find(name => name.startsWith('field-scanner-'));
    return name && (await (await caches.open(name)).keys()).length === 3 }"""
READ = """async picture => { const {readPicture} = await import('/static/field/wire/codes.js');
    return readPicture(new Blob([Uint8Array.from(atob(picture), sign => sign.charCodeAt(0))])) }"""


STRIPES = dict(zip("0123456789*", "nnnwwnwnn wnnwnnnnw nnwwnnnnw wnwwnnnnn nnnwwnnnw wnnwwnnnn nnwwwnnnn nnnwnnwnw wnnwnnwnn nnwwnnwnn "
                   "nwnnwnwnn".split(), strict=True))  # Code 39


def label(digits):
    """A tube's label as a lab's printer makes it: bars and gaps, narrow and wide."""
    widths = [3 if sign == "w" else 1 for one in f"*{digits}*" for sign in STRIPES[one] + "n"]
    bars = [n % 2 == 0 for n in range(10)] * (len(widths) // 10)
    line = [255] * 60 + [0 if dark else 255 for width, dark in zip(widths, bars, strict=True) for _point in range(3 * width)] + [255] * 60
    image, out = Image.new("L", (len(line), 120), 255), io.BytesIO()
    image.putdata([255] * len(line) * 20 + line * 80 + [255] * len(line) * 20)
    image.save(out, "PNG")
    return base64.b64encode(out.getvalue()).decode()


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
    assert phone.page.evaluate(READ, label("7700000001")) == "7700000001"
    phone.page.goto(f"{phone.site}/field/#/scan")
    phone.sees("摄像头用不了，请在下面手输。").everybody_can_use_it()
    phone.page.locator("#typed").fill("8F3A11C2")
    phone.sees("就用这个")
