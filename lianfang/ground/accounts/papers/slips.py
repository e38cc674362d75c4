"""Sheets of one-time sign-in slips, ten a page, with marks to cut along; a new unit begins a new page."""
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from pathlib import Path

from lianfang.ground import documents
from lianfang.ground.documents.wording import day_words, moment_words

SHEET = Path(__file__).parent / "slips.typ"
A_PAGE = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Slip:
    """One person's slip."""

    name: str
    login: str
    unit: str  # printed on the slip, and the heading of its pages
    role: str
    code: str  # typed where no camera works
    link: str  # the whole address with the code, in the QR mark
    valid_until: datetime


@dataclass(frozen=True, kw_only=True)
class SlipSheet:
    """All slips of one printing, in the order they are handed out."""

    county: str  # 青禾县联防
    site: str  # the address to type
    printed_on: date
    slips: tuple[Slip, ...]
    is_drill: bool = False

    def parts(self, most: int = 500) -> Iterator["SlipSheet"]:
        """The sheet in parts of about `most` slips, cut between units, so that thousands take little memory."""
        part: list[Slip] = []
        for _unit, slips in groupby(self.slips, key=lambda slip: slip.unit):
            members = list(slips)
            if part and len(part) + len(members) > most:
                yield replace(self, slips=tuple(part))
                part = []
            part += members
        if part:
            yield replace(self, slips=tuple(part))

    def pdf(self, foot: str = "") -> bytes:
        """The slips as PDF/A; more than a thousand are better printed in parts. `foot` says who printed them."""
        return documents.pdf(SHEET, self.words(), accessible=False, foot=foot)

    def words(self) -> dict:
        """Every word on the sheets, page by page."""
        return {
            "title": f"{self.county}登录条",
            "issuer": self.county,
            "site": self.site,
            "printed": day_words(self.printed_on),
            "drill": "演练数据" if self.is_drill else "",
            "pages": [page for unit, slips in groupby(self.slips, key=lambda slip: slip.unit) for page in _pages(unit, list(slips))],
        }


def _pages(unit: str, slips: list[Slip]) -> list[dict]:
    starts = range(0, len(slips), A_PAGE)
    return [
        {
            "unit": unit,
            "place": f"共{len(slips)}张，第{page}页/{len(starts)}页",
            "slips": [_printed(slip) for slip in slips[start:start + A_PAGE]],
        }
        for page, start in enumerate(starts, start=1)
    ]


def _printed(slip: Slip) -> dict:
    return {
        "name": slip.name,
        "login": slip.login,
        "unit": slip.unit,
        "role": slip.role,
        "code": slip.code,
        "valid": f"{moment_words(slip.valid_until)}前有效，只能用一次",
        "mark": documents.Mark(slip.link),
    }
