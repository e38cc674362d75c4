"""返岗点名册: unit by unit who was called, what he answered, whether he was there, whose leave is cancelled."""
from dataclasses import dataclass
from pathlib import Path

from django.utils import translation

from lianfang.ground import documents
from lianfang.ground.days import day_of
from lianfang.ground.documents.wording import day_words, moment_words, stamp_words
from lianfang.ground.workflow import FLOWS

from ..muster import is_missing, muster_of

HERE = Path(__file__).parent
HEADS = ["序号", "姓名", "答复几时到岗", "休假（原定到）", "点名"]


@dataclass(frozen=True)
class Paper:
    """Its words."""

    values: dict

    def pdf(self, foot: str = "") -> bytes:
        """PDF/A; `foot` says who printed it."""
        return documents.pdf(HERE / "muster.typ", self.values, foot=foot)

    def docx(self, foot: str = "") -> bytes:
        """A Word document."""
        return documents.docx(HERE / "muster.docx", self.values, foot)


def muster_paper(recall, reach, *, is_drill, at) -> Paper:
    """The list as it stands at a moment."""
    whole, units = muster_of(recall, reach, at)
    with translation.override("zh-hans"):
        boards = [{"title": f"{unit.name}（召回{unit.called}人，到岗{unit.present}人，没到{unit.missing}人）", "heads": HEADS,
                   "rows": [_row(n, one, at) for n, one in enumerate(unit.people, 1)]} for unit in units]
        leave = f"取消休假{whole.leave}人。" if recall.cancels_leave else ""
        return Paper({
            "title": "返岗点名册", "number": f"{moment_words(recall.return_by)}前到岗", "drill": "演练数据" if is_drill else "",
            "paragraphs": [recall.words, f"召回{whole.called}人（{recall.whom}），答复{whole.answered}人，到岗{whole.present}人，"
                           f"准许不回{whole.excused}人，过时没到{whole.missing}人。{leave}"],
            "boards": boards, "closing": [], "issuer": f"{recall.unit.name}联防联控指挥部", "issued": day_words(day_of(at)),
            "cut_off": stamp_words(at),
            "code": documents.check_code(str(recall.pk), *(row[4] for board in boards for row in board["rows"])),
        })


def _row(n, one, at) -> list[str]:
    came = f"{stamp_words(one.seen_at)[5:]} {one.seen_by.name}点" if one.seen_at else "没到" if is_missing(one, at) else str(
        FLOWS["called_back"].states[one.state])
    return [str(n), one.account.name, stamp_words(one.back_at)[5:] if one.back_at else "—",
            one.leave_until.isoformat() if one.leave_until else "—", came]
