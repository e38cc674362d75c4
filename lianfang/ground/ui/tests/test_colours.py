"""Colours are legible: text at 4.5 or more from its ground, edges of controls at 3."""

import re
from pathlib import Path

import pytest

from lianfang.ground import ui

SHEETS = Path(ui.__file__).parent / "static" / "ui"


def luminance(colour):
    """Relative, as WCAG defines it."""
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a, b):
    """Between two colours."""
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def colours():
    """The colour words of tokens.css."""
    pairs = re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})\b", (SHEETS / "tokens.css").read_text())
    return {name: value if len(value) == 7 else "#" + "".join(c * 2 for c in value[1:]) for name, value in pairs}


@pytest.mark.parametrize("ink, ground", [
    ("ink", "card"), ("ink", "page"), ("ink-2", "card"), ("ink-2", "page"), ("ink-2", "head"), ("ink-2", "grey-bg"),
    ("link", "card"), ("link", "page"), ("link", "total"), ("zero", "card"), ("card", "bar"), ("card", "bar-on"), ("mark", "bar"),
    ("card", "act"), ("card", "bad"), ("bad", "bad-bg"), ("bad", "card"), ("warn", "warn-bg"), ("warn", "card"),
    ("good", "good-bg"), ("good", "card"), ("blue", "blue-bg")])
def test_text_stands_out_from_its_ground(ink, ground):
    """4.5 at least."""
    assert contrast(colours()[ink], colours()[ground]) >= 4.5


@pytest.mark.parametrize("status, ink, ground", re.findall(
    r"\.is-(\w+) \{ --s-ink: (#\w{6}); --s-bg: (#\w{6})", (SHEETS / "status.css").read_text().replace("#fff;", "#ffffff;")))
def test_a_status_is_legible(status, ink, ground):
    """Each of the seven."""
    assert contrast(ink, ground) >= 4.5


def test_edges_of_controls_are_seen():
    """3 at least."""
    assert min(contrast(colours()[edge], "#ffffff") for edge in ("edge", "edge-2")) >= 3
