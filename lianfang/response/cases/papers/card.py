"""The report card on paper, as PDF and as Word: one A4 page, every field of the card of 2019."""
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import override

from lianfang.ground import documents
from lianfang.ground.units.queries import above

from ..words import open_rows, sealed_rows

HERE = Path(__file__).parent


@dataclass(frozen=True)
class CardPaper:
    """Its words."""

    values: dict

    def pdf(self, foot: str = "") -> bytes:
        """PDF/A; `foot` says who printed it."""
        return documents.pdf(HERE / "card.typ", self.values, foot=foot)

    def docx(self, foot: str = "") -> bytes:
        """The card as a Word document."""
        return documents.docx(HERE / "card.docx", self.values, foot)


def card_paper(case, card, drill) -> CardPaper:
    """One card, in the language of the form: Chinese."""
    with override("zh-hans"):
        return CardPaper({
            "title": "中华人民共和国传染病报告卡", "drill": "演练数据" if drill else "", "number": case.number,
            "kind": f"订正报告（第 {card.edition} 张）" if card.edition > 1 else "初次报告",
            "issuer": above(case.unit, "county").name, "rows": [{"label": label, "said": str(said)} for label, said in _rows(card)],
            "code": documents.check_code(case.number, str(card.edition), card.klass),
        })


def _rows(card):
    return [*sealed_rows(card)[:2], *open_rows(card), *sealed_rows(card)[2:]]
