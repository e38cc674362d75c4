"""What stands on a notice, and the notice as PDF and as Word; both are filled from the same words."""
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar

from lianfang.ground import documents
from lianfang.ground.documents.wording import day_words, moment_words, short_day_words, until_words

from .wording import CONDITIONS, MEASURES, Measure

HERE = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What both notices say; texts arrive ready to print, days as days."""

    paper: ClassVar[str]

    number: str  # 青隔〔2020〕0742号
    measure: str  # a key of MEASURES
    name: str
    id_number: str  # masked; empty where nobody has shown one
    place: str
    from_on: date
    last_on: date  # the last day; the measure ends at its 24时
    days: int  # as the rule counts them; 0 for a referral, which has no term
    day_one_on: date | None = None  # the rule's first day, where it lies before or after `from_on`
    reason: str  # one sentence to the person: 您于3月10日从…返回
    clause: str  # 青防指〔2020〕17号第六条（二）
    rule: str  # 措施表2020年3月版第7行
    minder: str
    minder_phone: str
    help_phone: str
    appeal_phone: str
    issuer: str
    issued_on: date
    code: str  # the short signed code
    link: str  # what the QR mark holds
    is_drill: bool = False

    def pdf(self, foot: str = "") -> bytes:
        """The notice as PDF/A; `foot` says who printed it, when, and under which number."""
        return documents.pdf(HERE / f"{self.paper}.typ", self.words(), foot=foot)

    def docx(self, foot: str = "") -> bytes:
        """The notice as a Word document."""
        return documents.docx(HERE / f"{self.paper}.docx", self.words(), foot)

    def words(self) -> dict:
        """Every word on the paper, by the names its templates use."""
        return {
            "number": self.number,
            "name": self.name,
            "identity": f"（证件号 {self.id_number}）" if self.id_number else "",
            "place": self.place,
            "measure": self.spoken.label,
            "period": self._period(),
            "ground": f"{self.clause}；{self.rule}",
            "minder": self.minder,
            "minder_phone": self.minder_phone,
            "help_phone": self.help_phone,
            "appeal_phone": self.appeal_phone,
            "issuer": self.issuer,
            "issued": day_words(self.issued_on),
            "code": self.code,
            "mark": documents.Mark(self.link, width=24),
            "drill": "演练数据" if self.is_drill else "",
        }

    def _period(self) -> str:
        if not self.days:
            return f"{day_words(self.from_on)}当天"
        same_year = self.from_on.year == self.last_on.year
        end = f"{short_day_words(self.last_on)}24时" if same_year else until_words(self.last_on)
        first = self.day_one_on or self.from_on
        counted = f"，共{self.days}天" if first == self.from_on else f"（从{short_day_words(first)}算起，满{self.days}天）"
        return f"{day_words(self.from_on)}至{end}{counted}"

    @property
    def spoken(self) -> Measure:
        """How the measure is spoken of."""
        return MEASURES[self.measure]


@dataclass(frozen=True, kw_only=True)
class StartNotice(Notice):
    """告知书: handed over when a measure begins."""

    paper: ClassVar[str] = "start"

    test_days: tuple[date, ...] = ()
    conditions: tuple[str, ...] = ()  # keys of CONDITIONS

    def words(self) -> dict:
        """Adds what is asked, the tests, the duties and the conditions of release."""
        return super().words() | {
            "title": f"{self.spoken.label}告知书",
            "why": f"{_sentence(self.reason)}为了您、家人和邻居的健康，请您{self.spoken.ask}{self._until()}。",
            "tests": "、".join(map(short_day_words, self.test_days)),
            "duties": self.spoken.duties,
            "release": self._release(),
        }

    def _until(self) -> str:
        return f"，到{short_day_words(self.last_on)}24时为止" if self.days else ""

    def _release(self) -> str:
        if not self.conditions:
            return "检查结果出来以后，我们当面告诉您下一步怎么办。"
        met = "；".join(CONDITIONS[condition] for condition in self.conditions)
        return f"{met}。都符合了，{short_day_words(self.last_on)}24时解除，发给您解除通知书。"


@dataclass(frozen=True, kw_only=True)
class ReleaseNotice(Notice):
    """解除通知书: handed over when the conditions of release hold."""

    paper: ClassVar[str] = "release"

    start_number: str  # the number of the start notice
    released_at: datetime
    findings: tuple[str, ...]  # what was found: 满14天; 3月22日核酸检测阴性

    def words(self) -> dict:
        """Adds the release, what it rests on, and what holds afterwards."""
        return super().words() | {
            "title": f"解除{self.spoken.label}通知书",
            "why": f"{_sentence(self.reason)}按{self.start_number}告知书，您自{short_day_words(self.from_on)}起{self.spoken.label}。"
            f"现已符合解除条件，自{moment_words(self.released_at)}起解除。感谢您和家人的配合。",
            "released": moment_words(self.released_at),
            "findings": self.findings,
            "afterwards": self.spoken.afterwards,
        }


def _sentence(text: str) -> str:
    return text.rstrip("。；， ") + "。"
