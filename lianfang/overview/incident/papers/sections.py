"""A paper of headed sections, each some paragraphs: what all Word documents of an incident are filled from."""
from dataclasses import dataclass, field
from pathlib import Path

from lianfang.ground import documents
from lianfang.ground.documents.wording import numeral

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Sections:
    """Its words: a title, a line below, (heading, paragraphs) pairs, who issued it and when."""

    title: str
    below: str
    parts: list
    issuer: str
    issued: str
    drill: bool = False
    notes: list = field(default_factory=list)

    def docx(self, foot: str = "") -> bytes:
        """As a Word document, to be gone on with."""
        parts = [{"title": f"{numeral(place)}、{title}", "paragraphs": [str(one) for one in said] or ["无。"]}
                 for place, (title, said) in enumerate(self.parts, 1)]
        values = {"title": self.title, "below": self.below, "parts": parts, "issuer": self.issuer, "issued": self.issued,
                  "drill": "演练数据" if self.drill else "", "notes": self.notes}
        return documents.docx(HERE / "sections.docx", values, foot)
