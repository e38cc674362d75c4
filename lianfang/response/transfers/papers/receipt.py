"""回执: to the county whose letter it answers: that it came, who took over, on which phone he is called back, and what became of whom."""
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils import translation

from lianfang.ground import documents
from lianfang.ground.documents.wording import day_words, moment_words
from lianfang.ground.units.queries import above
from lianfang.registers.diseases.queries import disease_word

from ..models import FOUND, KINDS

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Paper:
    """Its words, and the template they are set in."""

    values: dict
    template: str

    def pdf(self, foot: str = "") -> bytes:
        """PDF/A; `foot` says who printed it."""
        return documents.pdf(HERE / f"{self.template}.typ", self.values, foot=foot)

    def docx(self, foot: str = "") -> bytes:
        """A Word document."""
        return documents.docx(HERE / f"{self.template}.docx", self.values, foot)


def receipt_of(incoming, people, *, by, is_drill, on) -> Paper:
    """The receipt of one letter; before it is sent it names whoever prints it."""
    county = above(incoming.unit, "county") or incoming.unit
    with translation.override("zh-hans"):
        sent = incoming.receipted_at
        return Paper({
            "title": "协查回执", "issuer": f"{county.name}联防联控指挥部", "drill": "演练数据" if is_drill else "",
            "number": incoming.number, "to": incoming.county, "their_number": incoming.their_number or "（电话，无文号）",
            "came": moment_words(incoming.came_at), "disease": disease_word(incoming.disease, on), "issued": day_words(on),
            "taken_by": incoming.receipt_name or by.name, "phone_back": incoming.receipt_phone or settings.HELP_PHONE,
            "taken_at": moment_words(sent or incoming.at),
            "rows": [{"name": one.person.name, "kind": str(KINDS[one.kind]), "found": str(FOUND[one.found])} for one in people],
            "count": len(people), "code": documents.check_code(str(incoming.pk), incoming.number),
        }, "receipt")
