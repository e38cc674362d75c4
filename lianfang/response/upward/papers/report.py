"""疫情信息报告: what goes up to the city; nobody is named."""
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils import translation

from lianfang.ground import documents
from lianfang.ground.days import day_of
from lianfang.ground.documents.wording import day_words, moment_words
from lianfang.ground.units.queries import above

from ..models import STAGES

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Paper:
    """Its words."""

    values: dict

    def pdf(self, foot: str = "") -> bytes:
        """PDF/A; `foot` says who printed it."""
        return documents.pdf(HERE / "report.typ", self.values, foot=foot)

    def docx(self, foot: str = "") -> bytes:
        """A Word document."""
        return documents.docx(HERE / "report.docx", self.values, foot)


def paper_of(report, *, is_drill) -> Paper:
    """One report on paper."""
    event = report.event
    county = above(event.unit, "county") or event.unit
    with translation.override("zh-hans"):
        return Paper({
            "title": f"疫情信息报告（{STAGES[report.stage]}）", "issuer": f"{county.name}联防联控指挥部",
            "drill": "演练数据" if is_drill else "",
            "to": report.to, "words": report.words, "subject": event.title, "found": moment_words(event.found_at),
            "known": moment_words(event.known_at), "reported": moment_words(report.reported_at), "minutes": report.minutes,
            "by": report.source or report.by.name, "phone": settings.HELP_PHONE, "issued": day_words(day_of(report.reported_at)),
            "code": documents.check_code(str(report.pk), report.words),
        })
