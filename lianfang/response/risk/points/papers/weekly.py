"""疫情风险周评估报告: the level by the table, every point with last week's and this week's level, who assessed, what is done."""
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.utils import translation

from lianfang.ground import documents
from lianfang.ground.days import day_of
from lianfang.ground.documents.wording import day_words, moment_words, stamp_words
from lianfang.ground.units.queries import above
from lianfang.response.risk.queries import levels_of

from .. import rules
from ..queries.board import cards_of, open_points
from ..queries.weeks import missing, trend, weeks

HERE, NAMED = Path(__file__).parent, 12
HEADS = ["关口", "风险点", "归谁", "上周", "本周", "各单位", "措施", "下次研判"]


@dataclass(frozen=True)
class Weekly:
    """Its words."""

    values: dict

    def pdf(self, foot: str = "") -> bytes:
        """PDF/A; `foot` says who printed it."""
        return documents.pdf(HERE / "weekly.typ", self.values, foot=foot)

    def docx(self, foot: str = "") -> bytes:
        """A Word document."""
        return documents.docx(HERE / "weekly.docx", self.values, foot)


def weekly_of(reach, unit, week_on, *, is_drill, at) -> Weekly:
    """The report of a week within a reach, as known at a moment."""
    with translation.override("zh-hans"):
        asked = next((one for one in weeks(reach, at, 60) if one.week_on == week_on), None)
        late, points = missing(reach, week_on, at), open_points(reach)
        moved = trend(points, [week_on - timedelta(days=7), week_on])
        cards = cards_of(points, week_on)
        gates = rules.gate_words(week_on)
        rows = [_row(one, gates, [level for _week, level, _said in moved[one.point.pk]]) for one in cards]
        last = week_on + timedelta(days=6)
        return Weekly({
            "title": "疫情风险周评估报告", "number": f"{day_words(week_on)}至{day_words(last)}", "drill": "演练数据" if is_drill else "",
            "issuer": f"{(above(unit, 'county') or unit).name}联防联控指挥部", "issued": day_words(day_of(at)),
            "paragraphs": [_levels(levels_of(unit)), _asked(asked, late), _graves(cards), _measures(cards)],
            "heads": HEADS, "rows": rows, "cut_off": stamp_words(at),
            "code": documents.check_code(week_on.isoformat(), *("|".join(row) for row in rows)),
        })


def _levels(held) -> str:
    levels = [(one.word, one.level, f"{one.level.get_source_display()}{day_words(one.level.source_on)}") for one in held]
    now = "；".join(f"{word}（{one.number}，{moment_words(one.confirmed_at)}起，{source}）" for word, one, source in levels
                   if one.confirmed_at)
    asked = "；".join(f"{word}（{source}）" for word, one, source in levels if not one.confirmed_at)
    said = f"风险等级：{now}。" if now else "没有在执行的风险等级。"
    return said + (f"按等级判定表提请核定：{asked}。" if asked else "")


def _asked(asked, late) -> str:
    if asked is None:
        return "这一周没有布置评估。"
    names = "、".join(one.where for one in late[:NAMED]) + ("等" if len(late) > NAMED else "")
    return f"本周布置{asked.asked}个单位评估，交了{asked.filed}个。" + (f"过了时限没有交的{len(late)}个：{names}。" if late else "")


def _graves(cards) -> str:
    counts = {level: sum(one.point.level == level for one in cards) for level in rules.TONES}
    said = "，".join(f"{rules.level_word(level)}风险{n}个" for level, n in counts.items() if n)
    worse = "、".join(f"{one.point.name}（评为{one.proposed}）" for one in cards if one.proposed and one.said.rank > one.point.rank)
    return f"在册风险点{len(cards)}个" + (f"：{said}。" if said else "。") + (f"有单位评得更高、待研判的：{worse}。" if worse else "")


def _measures(cards) -> str:
    tasks = [task for one in cards for task in one.tasks]
    closed, left = sum(one.is_closed for one in tasks), sum(one.is_open for one in tasks)
    return f"交办措施{len(tasks)}项，办结{closed}项，在办{left}项。" if tasks else "没有交办措施。"


def _row(card, gates, levels) -> list[str]:
    one, before = card.point, rules.level_word(levels[0]) if levels[0] else "—"
    units = f"{card.said.units}个评，高以上{card.said.grave}个" if card.said.units else "—"
    done = f"{sum(task.is_closed for task in card.tasks)}/{len(card.tasks)}" if card.tasks else "—"
    return [gates.get(one.gate, one.gate), one.name, one.owner, before, rules.level_word(levels[1] or one.level), units, done,
            moment_words(one.review_at)]
