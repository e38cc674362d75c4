"""返岗证明: who may go to which firm, on which tests, until when; whoever doubts it looks its code up."""
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import override

from lianfang.ground import documents
from lianfang.ground.days import day_of
from lianfang.ground.documents.wording import day_words, moment_words
from lianfang.ground.units.queries import above
from lianfang.ground.vault.masks import mask_id

from ..models import KINDS, RISKS
from ..queries.gate import asked_of, pass_code

HERE = Path(__file__).parent


@dataclass(frozen=True)
class PassPaper:
    """Its words."""

    values: dict

    def pdf(self, foot: str = "") -> bytes:
        """PDF/A; `foot` says who printed it."""
        mark = documents.Mark(self.values["code"])
        return documents.pdf(HERE / "work_pass.typ", self.values | {"mark": mark}, foot=foot)

    def docx(self, foot: str = "") -> bytes:
        """A Word document."""
        return documents.docx(HERE / "work_pass.docx", self.values, foot)


def pass_paper(work_pass, is_drill) -> PassPaper:
    """The paper of a pass that was given, in the language of the form: Chinese."""
    person, verdict = work_pass.person, work_pass.verdict
    tests = [f"{KINDS[one.kind]} {day_words(day_of(one.last.taken_at))}采样，合格" for one in asked_of(work_pass, work_pass.allowed_at)]
    with override("zh-hans"):
        return PassPaper({
            "title": "返岗证明", "drill": "演练数据" if is_drill else "", "number": work_pass.number, "name": person.name,
            "id_number": mask_id(person.id_number.open()), "firm": work_pass.firm.title, "risk": str(RISKS[work_pass.risk]),
            "tests": "；".join(map(str, tests)) or "按规定不要求检测",
            "until": f"{work_pass.until_at.year}年{moment_words(work_pass.until_at)}",
            "ground": f"{verdict.document}：{verdict.clause}", "row": f"返岗检测表第{verdict.row}行", "code": pass_code(work_pass),
            "issuer": f"{above(work_pass.unit, 'county').name}联防联控指挥部", "issued": day_words(day_of(work_pass.allowed_at)),
        })
