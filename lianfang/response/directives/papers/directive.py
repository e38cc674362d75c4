"""指令、通知、公开信、倡议书: what goes out under the unit's number, with its measures and, on the second part, who has received it."""
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils import translation

from lianfang.ground import documents
from lianfang.ground.days import day_of
from lianfang.ground.documents.wording import day_words, moment_words, stamp_words

from ..models import EVIDENCE, URGENCY

HERE = Path(__file__).parent
SHOWN, TO_ALL = 12, ("letter", "appeal")  # these speak to everybody: who of the offices has them is not printed


@dataclass(frozen=True)
class Paper:
    """Its words."""

    values: dict
    template: str = "directive"

    def pdf(self, foot: str = "") -> bytes:
        """PDF/A; `foot` says who printed it."""
        return documents.pdf(HERE / f"{self.template}.typ", self.values, foot=foot)

    def docx(self, foot: str = "") -> bytes:
        """A Word document."""
        return documents.docx(HERE / f"{self.template}.docx", self.values, foot)


def paper_of(directive, receipts, *, is_drill) -> Paper:
    """One directive on paper, in the language of papers."""
    receipts, is_open = list(receipts), directive.kind in TO_ALL
    with translation.override("zh-hans"):
        return Paper({
            "title": directive.title, "issuer": f"{directive.unit.name}联防联控指挥部", "drill": "演练数据" if is_drill else "",
            "number": directive.number,
            "to": f"{directive.unit.name}广大居民" if is_open else _names([one.whom for one in receipts if not one.is_handed]),
            "lines": [line for line in directive.text.splitlines() if line.strip()], "basis": directive.basis,
            "measures": [_measure(n, one) for n, one in enumerate(directive.measures, 1)],
            "receipts": [] if is_open else [_receipt(one) for one in receipts], "issued": day_words(day_of(directive.issued_at)),
            "phone": settings.HELP_PHONE, "file": directive.file_name, "code": documents.check_code(str(directive.pk), directive.number),
        })


def _names(names) -> str:
    """丰禾社区、望河社区等 14 个单位."""
    return "、".join(names[:SHOWN]) + (f"等 {len(names)} 个单位" if len(names) > SHOWN else "")


def _measure(n, one) -> str:
    due = moment_words(datetime.fromisoformat(one["due"])) + "前" if one["due"] else str(URGENCY[one["urgency"]]) + "办完"
    return f"{n}. {one['words']}（{_names(one['who'])}；{due}；要{EVIDENCE[one['evidence']]}）"


def _receipt(one) -> str:
    words = f"{one.received_by.name} {stamp_words(one.received_at)} 签收" if one.received_at else "未签收"
    return f"{one.whom}　{words}" + (f"　反馈：{one.feedback}" if one.feedback else "")
