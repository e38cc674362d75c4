"""督查情况报告: the chain of inspections between two days, township by township; of case files only the count."""
from django.utils import translation

from lianfang.ground import documents
from lianfang.ground.accounts.scope import within
from lianfang.ground.days import day_of
from lianfang.ground.documents.wording import day_words, stamp_words
from lianfang.ground.units.models import Unit

from ..queries.counting import case_counts, chain, market_sums
from ..queries.covering import bare_units
from .paper import Paper, issuer_of

HEADS = ["序号", "乡镇（街道）", "检查覆盖村（社区）", "检查", "问题", "销号"]
NAMED = 12


def report_of(reach, unit, since, until, *, is_drill, on, at) -> Paper:
    """What was inspected from a day to another (not counted)."""
    found, market, cases = chain(reach, since, until, at), market_sums(reach, since, until), case_counts(since, until)
    with translation.override("zh-hans"):
        last = day_words(day_of(at) if until > day_of(at) else until.fromordinal(until.toordinal() - 1))
        rows = [_row(n, town, since, until) for n, town in enumerate(_towns(reach, on), 1)]
        return Paper({
            "title": "督查情况报告", "number": f"{day_words(since)}至{last}", "issuer": issuer_of(unit), "issued": day_words(on),
            "drill": "演练数据" if is_drill else "",
            "paragraphs": [_checks(found), _problems(found), _written(found, cases), _markets(market)],
            "boards": [{"title": "各乡镇（街道）情况", "heads": HEADS, "rows": rows}] if rows else [],
            "closing": [_bare(reach, at)], "cut_off": stamp_words(at),
            "code": documents.check_code(since.isoformat(), until.isoformat(), *map(str, sorted(found.items()))),
        })


def _towns(reach, on):
    return within(Unit.objects.in_force(on).filter(level="township"), reach, "path").order_by("path")


def _row(n, town, since, until) -> list[str]:
    found = chain(town.path, since, until)
    return [str(n), town.name, f"{found['places']} 个", str(found["checks"]), str(found["problems"]), str(found["closed"])]


def _checks(found) -> str:
    return f"共检查{found['checks']}次（其中暗访{found['unannounced']}次），{found['people']}人次，覆盖{found['places']}个单位。"


def _problems(found) -> str:
    return (f"查出问题{found['problems']}个：已销号{found['closed']}个，已报整改待复查{found['waiting']}个，待整改{found['open']}个；"
            f"复查退回{found['reopened']}个，逾期{found['late']}个。")


def _written(found, cases) -> str:
    told = f"移送{cases['referred']}件，办结{cases['closed']}件。" if cases["referred"] or cases["closed"] else ""
    return f"发出通报{found['notices']}件，形成书面报告{found['reports']}份，提出建议{found['suggestions']}条。{told}"


def _markets(market) -> str:
    return (f"市场检查出动{market['people']}人次，检查{market['checked']}户次（其中活禽、野生动物{market['wildlife']}户次），"
            f"立案{market['cases']}件，受理投诉{market['complaints']}件，办结{market['complaints_closed']}件。")


def _bare(reach, at) -> str:
    bare = bare_units(reach, "village", "month", at)
    if not bare:
        return "本月各村（社区）都有检查或者已经排了检查。"
    names = "、".join(unit.name for unit in bare[:NAMED]) + ("等" if len(bare) > NAMED else "")
    return f"本月还有{len(bare)}个村（社区）没有检查也没有排检查：{names}。"
