"""QR marks, drawn on the machine itself; nothing leaves it."""
import io
from dataclasses import dataclass

import segno

MASK = 3  # one of the standard's eight; trying them all takes eight times as long and readers take any


@dataclass(frozen=True)
class Mark:
    """A value that becomes a QR mark on the paper, as wide as the template says (Word: `width` millimetres)."""

    text: str
    width: int = 26


def qr_svg(text: str, *, border: int = 2) -> str:
    """A QR mark as SVG that grows with the box it stands in; readable with a sixth of it soiled."""
    return _code(text).svg_inline(border=border, omitsize=True)


def qr_png(text: str, *, scale: int = 8, border: int = 2) -> bytes:
    """A QR mark as PNG, `scale` dots a module."""
    out = io.BytesIO()
    _code(text).save(out, kind="png", scale=scale, border=border)
    return out.getvalue()


def _code(text: str) -> segno.QRCode:
    return segno.make(text, error="m", micro=False, boost_error=False, mask=MASK)
