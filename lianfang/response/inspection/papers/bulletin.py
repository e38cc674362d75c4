"""排名通报: how a round was ranked, the townships, the villages, who is first and last, what is done with the last."""
from django.utils import translation

from lianfang.ground import documents
from lianfang.ground.accounts.scope import everything
from lianfang.ground.documents.wording import day_words, stamp_words

from ..models import LEVELS, TEAMS, Dispute
from ..queries.behind import counted_at, meanings
from ..queries.ranked import last_lists, standings
from ..rules import ranking, ties_word
from .paper import Paper, issuer_of

HEADS = ["名次", "单位", "所在乡镇", "得分", "检查", "问题"]


def bulletin_of(round, *, is_drill, on) -> Paper:
    """The ranking of a round that is shown or published."""
    rule = ranking(round.period, round.last_on, round.unit.path)
    levels = ["township", "village"] if round.level == "village" else ["township"]
    with translation.override("zh-hans"), everything():
        boards = [(level, list(standings(round, level))) for level in levels]
        last = last_lists(round.kind, round.period, round.level, round.last_on)
        again = [(unit.name, times) for unit, times, is_repeat in last if is_repeat]
        return Paper({
            "title": f"{round.title}排名通报", "number": round.number or "（公示稿）", "issuer": issuer_of(round.unit),
            "issued": day_words(on), "drill": "演练数据" if is_drill else "",
            "paragraphs": [_how(round, rule), "；".join(meanings(round)) + "。", _disputes(round)],
            "boards": [{"title": f"{LEVELS[level]}排名", "heads": HEADS, "rows": list(map(_row, rows))} for level, rows in boards if rows],
            "closing": [*_ends(boards, rule), *([_again(again, rule)] if again else [])],
            "cut_off": stamp_words(counted_at(round)), "code": documents.check_code(str(round.pk), *_figures(boards)),
        })


def _how(round, rule) -> str:
    days = day_words(round.from_on) if round.from_on == round.last_on else f"{day_words(round.from_on)}至{day_words(round.last_on)}"
    ties = "，".join(ties_word(code) for code in rule["ties"] or ())
    by = f"由{TEAMS[round.kind]}检查" if round.period != "half_year" else "按各月公布的得分评比"
    return f"{days}，{by}。同分的{ties or '并列'}，再相同的并列，后面的名次空出。"


def _disputes(round) -> str:
    found = list(Dispute.objects.filter(round=round).values_list("state", flat=True))
    if not found:
        return "公示期间没有单位提出申诉。"
    return f"公示期间收到申诉{len(found)}件，成立并改分{found.count('upheld')}件，维持原分{found.count('refused')}件。"


def _row(one) -> list[str]:
    above = one.unit.parent.name if one.level == "village" and one.unit.parent else ""
    return [f"{one.place}{'（并列）' if one.is_tied else ''}", one.unit.name, above, f"{one.points:.2f}", str(one.sheets),
            str(one.problems)]


def _ends(boards, rule) -> list[str]:
    for _level, rows in reversed(boards):
        first = "、".join(one.unit.name for one in rows if one.is_first)
        last = "、".join(one.unit.name for one in rows if one.is_last)
        if rows:
            told = [f"排在前列的：{first}。"] if first else []
            return told + ([f"排在末位的：{last}。{rule['measure']}。"] if last else [])
    return []


def _again(again, rule) -> str:
    return "连续" + str(rule["repeat"]) + "次以上排在末位的：" + "、".join(f"{name}（{times}次）" for name, times in again) + "。"


def _figures(boards) -> list[str]:
    return [f"{one.unit_id}:{one.score}:{one.place}" for _level, rows in boards for one in rows]
