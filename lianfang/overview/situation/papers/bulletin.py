"""What stands on a bulletin, and the bulletin as PDF and as Word; both are filled from the same words."""
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from lianfang.ground import documents
from lianfang.ground.days import SHANGHAI
from lianfang.ground.documents.wording import change_words, clock_words, day_words, moment_words, numeral, stamp_words

HERE = Path(__file__).parent
TEMPLATE = HERE / "bulletin.docx"
INDENT = "　　"
FEW = 3


@dataclass(frozen=True, kw_only=True)
class Correction:
    """A figure that was reported wrong: both figures, why, who approved the right one and when."""

    issue: str  # 第57期
    label: str
    reported: int | str
    correct: int | str
    unit: str = ""
    because: str
    at: datetime
    approved_by: str

    def words(self) -> str:
        """The correction as the sentence under the table."""
        return (
            f"更正：{self.issue}“{self.label}”原报{self.reported}{self.unit}，应为{self.correct}{self.unit}（{self.because}）。"
            f"{moment_words(self.at)}更正，核准人{self.approved_by}。"
        )


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One row: this issue's figure, the last one's, and the change in words; text where there is no number."""

    label: str
    now: int | str
    before: int | str
    change: str = ""  # left empty: counted from two numbers
    level: int = 0  # a part of a whole stands further in
    is_total: bool = False
    now_corrected: Correction | None = None
    before_corrected: Correction | None = None

    @property
    def frozen(self) -> int | str:
        """The figure as first reported, whatever was corrected later."""
        return self.now_corrected.reported if self.now_corrected else self.now

    @property
    def change_in_words(self) -> str:
        """增, 减 or 持平, or a dash where one of the two is no number."""
        if self.change:
            return self.change
        both = isinstance(self.now, int) and isinstance(self.before, int)
        return change_words(self.now, self.before) if both else "—"


@dataclass(frozen=True, kw_only=True)
class Signature:
    """One line of the signing table; without a name and a time it is still open."""

    act: str  # 制表, 核稿, 签发
    name: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Section:
    """A further section after the figures."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Bulletin:
    """One issue as it is printed."""

    issue: int
    edition: str  # 早 or 晚
    serial: str  # QH-2020-058
    issuer: str
    issued_on: date
    cut_off_at: datetime
    previous_at: datetime | None
    summary: tuple[str, ...]
    figures: tuple[Figure, ...]
    signatures: tuple[Signature, ...]
    journal_position: int
    journal_hash: str
    sections: tuple[Section, ...] = ()
    title: str = "疫情防控日报"
    is_drill: bool = False
    kept_code: str = ""  # the code as it was stored when the figures were frozen

    def pdf(self, foot: str = "") -> bytes:
        """The bulletin as PDF/A; `foot` says who has this copy, since when, and under which number."""
        return documents.pdf(HERE / "bulletin.typ", self.words(), foot=foot)

    def docx(self, foot: str = "") -> bytes:
        """The bulletin as a Word document."""
        return documents.docx(TEMPLATE, self.words(), foot)

    @property
    def check_code(self) -> str:
        """The code over the figures as first reported and the head of the journal; a reprint after a correction keeps it."""
        figures = [(figure.label, figure.frozen) for figure in self.figures]
        return documents.check_code(self.serial, stamp_words(self.cut_off_at), figures, self.journal_position, self.journal_hash)

    def words(self) -> dict:
        """Every word on the paper, by the names its templates use."""
        signed = self.signatures[-1]
        return {
            "title": self.title,
            "issue": f"第{self.issue}期（{self.edition}）",
            "signer": signed.name if signed.at else "",
            "issuer": self.issuer,
            "issued": day_words(self.issued_on),
            "summary": self.summary,
            "now_at": _cut_off(self.cut_off_at),
            "before_at": _cut_off(self.previous_at) if self.previous_at else "无",
            "figures": self._rows(),
            "corrections": [f"{mark} {correction.words()}" for correction, mark in self._marks().items()],
            "sections": [
                {"title": f"{numeral(place)}、{section.title}", "paragraphs": section.paragraphs}
                for place, section in enumerate(self.sections, start=3)
            ],
            "signatures": [
                {"act": each.act, "name": each.name if each.at else "", "at": clock_words(each.at) if each.at else "未签"}
                for each in self.signatures
            ],
            "frozen": f"数字已冻结：{stamp_words(self.cut_off_at)}",
            "serial": f"编号 {self.serial}",
            "check_code": f"校验码 {self.kept_code or self.check_code}",
            "journal": f"日志封至第{self.journal_position}条 {self.journal_hash[:12]}",
            "state": "　".join(word for word, holds in (("演练数据", self.is_drill), ("未签发", not signed.at)) if holds),
        }

    def _rows(self) -> list[dict]:
        marks = self._marks()
        return [
            {
                "place": str(place),
                "label": INDENT * figure.level + figure.label,
                "now": f"{figure.now}{marks.get(figure.now_corrected, '')}",
                "before": f"{figure.before}{marks.get(figure.before_corrected, '')}",
                "change": figure.change_in_words,
                "is_total": figure.is_total,
            }
            for place, figure in enumerate(self.figures, start=1)
        ]

    def _marks(self) -> dict[Correction, str]:
        both = ((figure.before_corrected, figure.now_corrected) for figure in self.figures)
        made = list(dict.fromkeys(correction for pair in both for correction in pair if correction))
        return {correction: "*" * place if len(made) <= FEW else f"*{place}" for place, correction in enumerate(made, start=1)}


def _cut_off(at: datetime) -> str:
    local = at.astimezone(SHANGHAI)
    return f"{local.day}日{local:%H:%M}"
