"""What stands on the form and on the receipt, and both as PDF, the form as Word, too."""
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lianfang.ground import documents
from lianfang.ground.documents.wording import moment_words, stamp_words

HERE = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Form:
    """本人事项申请单: a check, a need, a correction, an appeal, with the person's code printed on it."""

    name: str
    place: str
    order: str  # the order's number; empty for somebody under none
    code: str
    link: str
    symptoms: tuple[str, ...]
    needs: tuple[str, ...]
    fields: tuple[str, ...]
    correction_days: int
    appeal_days: int
    help_phone: str
    appeal_phone: str
    office: str
    is_drill: bool = False

    def pdf(self, foot: str = "") -> bytes:
        """The form as PDF/A; `foot` says who printed it, when, and under which number."""
        return documents.pdf(HERE / "form.typ", self.words(), foot=foot)

    def docx(self, foot: str = "") -> bytes:
        """The form as a Word document."""
        return documents.docx(HERE / "form.docx", self.words(), foot)

    def words(self) -> dict:
        """Every word on it, by the names its templates use."""
        return {
            "title": "本人事项申请单", "name": self.name, "place": self.place, "order": self.order, "code": self.code,
            "mark": documents.Mark(self.link, width=24),
            "symptoms": self.symptoms, "needs": self.needs, "fields": self.fields,
            "symptoms_line": _boxes(self.symptoms), "needs_line": _boxes(self.needs), "fields_line": _boxes(self.fields),
            "help_phone": self.help_phone, "appeal_phone": self.appeal_phone, "office": self.office,
            "terms": f"更正{self.correction_days}个工作日内答复；申诉{self.appeal_days}个工作日内答复，没有答复自动转到县里",
            "drill": "演练数据" if self.is_drill else "",
        }


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """回执: what was handed in, its number and until when it is answered; no name stands on it."""

    what: str
    number: str
    asked_at: datetime
    due: datetime
    unit: str
    code: str
    link: str
    phone: str
    is_drill: bool = False

    def pdf(self, foot: str = "") -> bytes:
        """The slip as PDF/A; `foot` says which office handed it over, when, and under which number."""
        return documents.pdf(HERE / "receipt.typ", self.words(), foot=foot)

    def words(self) -> dict:
        """Every word on it."""
        return {
            "title": "回执", "what": self.what, "number": self.number,
            "asked": stamp_words(self.asked_at),
            "due": moment_words(self.due), "unit": self.unit, "code": self.code, "mark": documents.Mark(self.link), "phone": self.phone,
            "drill": "演练数据" if self.is_drill else "",
        }


def _boxes(labels) -> str:
    return "　".join(f"□{label}" for label in labels)
