"""Sheets of passes, eight a page, to be cut; each with its place, its days, how often one may go out, and a QR mark without any name."""
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from lianfang.ground import documents
from lianfang.ground.days import day_of
from lianfang.ground.documents.wording import day_words, until_words
from lianfang.ground.units.queries import above
from lianfang.registers.people.queries import whereabouts

from ..asking.slips import code_of
from ..models import PASS_KINDS

SHEET = Path(__file__).parent / "passes.typ"
A_PAGE, AT_ONCE = 8, 800


@dataclass(frozen=True)
class PassSheet:
    """The words of all pages."""

    values: dict

    def pdf(self, foot: str = "") -> bytes:
        """PDF/A; `foot` says who printed it."""
        return documents.pdf(SHEET, self.values, accessible=False, foot=foot)


def sheet_of(slips, place, *, drill, on) -> PassSheet:
    """The sheet of these passes."""
    where = whereabouts([slip.unit for slip in slips])
    printed = [_printed(slip, where[slip.unit_id]) for slip in slips]
    pages = [printed[start:start + A_PAGE] for start in range(0, len(printed), A_PAGE)]
    return PassSheet({"title": f"{place.name}出入证", "issuer": f"{above(place, 'county').name}联防", "drill": "演练数据" if drill else "",
                      "printed": day_words(on), "pages": pages})


def _printed(slip, where) -> dict:
    exits = f"每{slip.per_days}天外出{slip.exits}次，每次1人" if slip.exits else "不限次数"
    code = code_of(slip)
    return {"kind": str(PASS_KINDS[slip.kind]), "number": slip.number, "where": where, "plate": slip.plate.open(), "exits": exits,
            "until": f"{until_words(day_of(slip.ends_at - timedelta(seconds=1)))}前有效", "code": code, "mark": documents.Mark(code)}
