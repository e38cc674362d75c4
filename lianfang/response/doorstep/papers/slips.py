"""Sheets of seal slips, four strips a page, each pasted across the crack of a door, with marks to cut along."""
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lianfang.ground import documents
from lianfang.ground.documents.wording import day_words

SHEET = Path(__file__).parent / "slips.typ"
A_PAGE = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Slip:
    """One door's slip: no name, only the number, the place and the code."""

    number: str
    place: str
    code: str
    link: str


@dataclass(frozen=True, kw_only=True)
class SealSheet:
    """All slips of one printing, in the order one walks."""

    issuer: str
    phone: str
    printed_on: date
    slips: tuple[Slip, ...]
    is_drill: bool = False

    def pdf(self) -> bytes:
        """The slips as PDF/A."""
        return documents.pdf(SHEET, self.words(), accessible=False)

    def words(self) -> dict:
        """Every word on the sheets, page by page."""
        starts = range(0, len(self.slips), A_PAGE)
        return {
            "title": "骑缝条通知单",
            "issuer": self.issuer,
            "phone": self.phone,
            "printed": day_words(self.printed_on),
            "drill": "演练数据" if self.is_drill else "",
            "pages": [[_printed(slip) for slip in self.slips[start:start + A_PAGE]] for start in starts],
        }


def _printed(slip: Slip) -> dict:
    return {"number": slip.number, "place": slip.place, "code": slip.code, "mark": documents.Mark(slip.link)}
