"""政策试算比较: what a policy would do, for the meeting that decides; counts of people, nobody by name."""
from dataclasses import dataclass
from pathlib import Path

from django.utils import translation

from lianfang.ground import documents
from lianfang.ground.days import day_of
from lianfang.ground.documents.wording import day_words, numeral, stamp_words
from lianfang.ground.units.queries import above

from ..models import Trial
from ..queries.figures import figures_of, needs_of
from ..queries.trials import trial_day
from ..words import title_of

PAIRS = ("bound", "rooms", "tubes", "minded")
HERE = Path(__file__).parent
TITLES = {"old": "现在的规则×试的这一版", "town": "按乡镇", "category": "按哪一类人"}


@dataclass(frozen=True)
class Comparison:
    """A trial's figures on paper."""

    trial: Trial
    groups: list
    is_drill: bool

    def pdf(self, foot: str = "") -> bytes:
        """As PDF/A; `foot` says who has this copy."""
        return documents.pdf(HERE / "comparison.typ", self.words(), foot=foot)

    def docx(self, foot: str = "") -> bytes:
        """As a Word document, to be gone on with."""
        told = self.words()
        parts = [("结论", told["said"]), ("每天要多少，有多少", [self._day(day) for day in told["needs"]] + [told["there"]])]
        parts += [(f"{cut['title']}（{told['day']}）", [self._line(cut, line) for line in cut["lines"]]) for cut in told["cuts"]]
        told["parts"] = [{"title": f"{numeral(n)}、{title}", "paragraphs": said} for n, (title, said) in enumerate(parts, 1)]
        return documents.docx(HERE / "comparison.docx", told, foot)

    @staticmethod
    def _day(day) -> str:
        return (f"{day['on']}：在管 {day['bound']}，隔离房间 {day['rooms']}，检测 {day['tubes']} 管，一对一包保 {day['minded']} 人。")

    @staticmethod
    def _line(cut, line) -> str:
        said = "，".join(f"{head} {n}" for head, n in zip(cut["head"], line["cells"], strict=True) if n)
        return f"{line['word']}：{said}；合计 {line['sum']}。"

    def words(self) -> dict:
        """Every word on the paper, by the names its templates use."""
        trial, first = self.trial, (self.trial.plan_on - trial_day(self.trial)).days
        with translation.override("zh-hans"):
            figures, there = figures_of(trial, self.groups, first), trial.needs
            fates = "，".join(f"{word} {n} 人" for _code, word, n in figures.fates)
            said = [f"{stamp_words(trial.at)}的名单，假定{day_words(trial.plan_on)}起按这一版：看了在管的 {trial.looked} 人。",
                    f"会解除的 {figures.freed} 人，管得更严、更久或新管的 {figures.more} 人，换得更松或缩短的 {figures.eased} 人，"
                    f"要人定的 {figures.undecided} 人，不变的 {figures.untouched} 人。", f"其中：{fates}。" if fates else "没有人在管。"]
            needs = [{"on": day_words(day.on)} | {name: " → ".join(map(str, getattr(day, name))) for name in PAIRS}
                     for day in needs_of(trial, self.groups)]
            cuts = [{"title": TITLES[cut.down], "head": [word for _code, word in cut.columns],
                     "lines": [{"word": word, "cells": counts, "sum": sum(counts)} for _code, word, counts in cut.lines]}
                    for cut in figures.cuts]
            return {"title": "政策试算比较", "below": title_of(trial), "said": said, "needs": needs, "cuts": cuts,
                    "day": day_words(trial.plan_on), "there": f"箭头左边照现在的规则，右边照试的这一版。现有隔离房间 {there['rooms']} 间"
                    f"（不含备用 {there['reserve']} 间，按一人一间算），一天能检 {there['per_day']} 管，包保人 {there['minders']} 名。",
                    "issuer": (above(trial.unit, "county") or trial.unit).name + "联防联控指挥部", "issued": day_words(day_of(trial.at)),
                    "drill": "演练数据" if self.is_drill else "",
                    "notes": [f"试算人：{trial.by.name}", f"核对码 {trial.digest}", "以后新来的人没有算在内。本表没有个人信息。"]}
