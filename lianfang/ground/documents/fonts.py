"""The fonts on paper: those that travel with the package, then the county's own licensed ones."""
import struct
from functools import cache
from pathlib import Path

import pylopdf_fonts_zh_cn
import typst

from .county import fonts_folder

BOLD = Path(__file__).parent / "fonts"
GETA = "〓"


@cache
def shelf() -> typst.Fonts:
    """All fonts of this process, read once; fonts of the machine are left out, so that paper looks the same everywhere."""
    folders = [Path(pylopdf_fonts_zh_cn.serif_path()).parent, BOLD, fonts_folder()]
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder for folder in folders if folder.is_dir()]
    )


@cache
def _covered() -> bytearray:
    """One byte for each code point, 1 where some font has its glyph."""
    flags = bytearray(0x110000)
    for font in {info.path for info in shelf().fonts() if info.path}:
        for first, last in _character_ranges(Path(font).read_bytes()):
            flags[first:last + 1] = b"\1" * (last + 1 - first)
    return flags


def with_missing_marked(text: str) -> str:
    """The text with 〓, the printers' mark for a character no font here has, where a hand will have to write it."""
    covered = _covered()
    return "".join(sign if covered[ord(sign)] or sign.isspace() else GETA for sign in text)


def _character_ranges(font: bytes) -> list[tuple[int, int]]:
    """The ranges of characters in a font's `cmap` table (formats 4 and 12, as OpenType lays them out)."""
    start = struct.unpack_from(">I", font, 12)[0] if font[:4] == b"ttcf" else 0
    tables = struct.unpack_from(">H", font, start + 4)[0]
    for place in range(start + 12, start + 12 + 16 * tables, 16):
        if font[place:place + 4] == b"cmap":
            return _cmap_ranges(font, struct.unpack_from(">I", font, place + 8)[0])
    return []


def _cmap_ranges(font: bytes, cmap: int) -> list[tuple[int, int]]:
    ranges = []
    for place in range(cmap + 4, cmap + 4 + 8 * struct.unpack_from(">H", font, cmap + 2)[0], 8):
        table = cmap + struct.unpack_from(">I", font, place + 4)[0]
        kind = struct.unpack_from(">H", font, table)[0]
        if kind == 12:
            groups = struct.unpack_from(">I", font, table + 12)[0]
            ranges += [struct.unpack_from(">II", font, table + 16 + 12 * group) for group in range(groups)]
        elif kind == 4:
            ranges += _segments(font, table)
    return ranges


def _segments(font: bytes, table: int) -> list[tuple[int, int]]:
    count = struct.unpack_from(">H", font, table + 6)[0] // 2
    lasts = struct.unpack_from(f">{count}H", font, table + 14)
    firsts = struct.unpack_from(f">{count}H", font, table + 16 + 2 * count)
    return [(first, last) for first, last in zip(firsts, lasts, strict=True) if first != 0xFFFF]
