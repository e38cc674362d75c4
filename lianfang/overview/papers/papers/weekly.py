"""疫情防控周报 and 新闻通稿 as PDF and Word; both are made of the figures kept with the paper, nothing is counted here."""
from dataclasses import dataclass
from pathlib import Path

from django.utils import translation

from lianfang.ground import documents, indicators
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import SHANGHAI, day_of
from lianfang.ground.documents.wording import change_words, day_words, moment_words, short_day_words, stamp_words
from lianfang.ground.indicators import INDICATORS

from ..models import Paper
from ..queries.filled import Piece, filled, now_differs
from ..queries.weekly import DAILY, ROWS

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Printed:
    """A paper as it is printed."""

    paper: Paper
    values: dict

    def pdf(self, foot: str = "") -> bytes:
        """PDF/A; `foot` says who has this copy."""
        return documents.pdf(HERE / f"{self.paper.kind}.typ", self.values, foot=foot)

    def docx(self, foot: str = "") -> bytes:
        """A Word document, by the county's own template where there is one."""
        return documents.docx(HERE / f"{self.paper.kind}.docx", self.values, foot)


@everything()
def printed(paper, *, is_drill) -> Printed:
    """The paper with its own figures; what the ledger has otherwise by now stands below it."""
    with translation.override("zh-hans"):
        told = {(one.code, one.cut_off_at): one for one in paper.figures.all() if one.unit_id == paper.unit_id}
        said = ["".join(piece.text for piece in line) for line in pieces_of(paper)]
        mended = [f"更正：{short_day_words(day_of(one.cut_off_at))}“{_label(one.code)}”原报{one.shown}，台账现为{stands}。"
                  for one, stands in now_differs(paper)] if paper.text else []
        state = "　".join(word for word, holds in (("演练数据", is_drill), ("未审签", not paper.approved_at),
                                                  ("未发布", paper.approved_at and not paper.published_at)) if holds)
        make = _weekly if paper.kind == "weekly" else _press
        return Printed(paper, make(paper, told, said, mended, state))


def pieces_of(paper) -> list[list[Piece]]:
    """Its words with the figures it has told; once it is approved its text as it stands, whatever a unit or a figure is called by now."""
    kept = {(one.unit_id, one.code): one for one in paper.figures.all() if one.cut_off_at == paper.cut_off_at}
    book = indicators.book(paper.unit, paper.cut_off_at)
    found = filled(paper.words, book, paper.drafted_at, is_public=paper.kind == "press", kept=kept)
    stands = paper.text.splitlines()
    return found.pieces if stands in ([], found.paragraphs) else [[Piece(line)] for line in stands]


def _label(code) -> str:
    return INDICATORS[code].label["zh"]


def _cut(at) -> str:
    local = at.astimezone(SHANGHAI)
    return f"{local.day}日{local:%H:%M}"


def _weekly(paper, told, said, mended, state) -> dict:
    signed = (("起草", paper.drafted_name, paper.drafted_at), ("审签", paper.approved_name, paper.approved_at),
              ("发布", paper.published_name, paper.published_at))
    days = sorted({cut for code, cut in told if code in DAILY and cut != paper.previous_at})
    daily = [f"{short_day_words(day_of(cut))}：{_said(told, cut)}。" for cut in days]
    return {
        "title": paper.title, "issue": f"{paper.year}年第{paper.number}期", "signer": paper.approved_name,
        "issuer": f"{paper.unit.name}疫情防控工作领导小组（指挥部）办公室", "issued": day_words(day_of(paper.cut_off_at)), "summary": said,
        "now_at": _cut(paper.cut_off_at), "before_at": _cut(paper.previous_at) if paper.previous_at else "无",
        "figures": _rows(paper, told), "corrections": mended, "sections": [{"title": "三、逐日情况", "paragraphs": daily}],
        "signatures": [{"act": act, "name": name, "at": stamp_words(at)[5:] if at else "未签"} for act, name, at in signed],
        "frozen": f"数字截至{stamp_words(paper.cut_off_at)}，出自统计台账", "serial": f"编号 {paper.serial}",
        "check_code": f"校验码 {paper.check_code or '未审签'}", "journal": "一个指标、一个单位、一天只有一个数", "state": state,
    }


def _said(told, cut) -> str:
    return "，".join(f"{_label(code)}{told[code, cut].shown}" for code in DAILY if (code, cut) in told)


def _rows(paper, told) -> list[dict]:
    found = []
    for code in ROWS:
        now, before = told.get((code, paper.cut_off_at)), told.get((code, paper.previous_at))
        if now:
            change = change_words(now.value, before.value) if before else "—"
            found.append({"place": str(len(found) + 1), "label": _label(code), "now": now.shown, "before": before.shown if before else "无",
                          "change": change, "is_total": code in ("managed", "isolated", "zero_due")})
    return found


def _press(paper, _told, said, mended, state) -> dict:
    return {"drill": state, "title": paper.title, "below": f"（{day_words(day_of(paper.published_at or paper.drafted_at))}）",
            "parts": [{"title": "", "paragraphs": said}], "issuer": f"{paper.unit.name}疫情防控指挥部",
            "issued": day_words(day_of(paper.published_at or paper.drafted_at)),
            "notes": [*mended, f"数字截至{moment_words(paper.cut_off_at)}，编号 {paper.serial}，校验码 {paper.check_code or '未审签'}"]}
