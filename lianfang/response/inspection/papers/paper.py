"""A paper of inspections: paragraphs and boards, as PDF and Word from the same words."""
from dataclasses import dataclass
from pathlib import Path

from lianfang.ground import documents
from lianfang.ground.units.queries import above

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Paper:
    """Its words."""

    values: dict

    def pdf(self, foot: str = "") -> bytes:
        """PDF/A; `foot` says who printed it."""
        return documents.pdf(HERE / "paper.typ", self.values, foot=foot)

    def docx(self, foot: str = "") -> bytes:
        """A Word document."""
        return documents.docx(HERE / "paper.docx", self.values, foot)


def issuer_of(unit) -> str:
    """Whose paper it is."""
    return f"{(above(unit, 'county') or unit).name}联防联控指挥部督查组"
