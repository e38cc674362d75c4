"""大事记: day by day what this county did and, beside it, what was done outside."""
from django.utils import translation

from lianfang.ground import documents
from lianfang.ground.days import today
from lianfang.ground.documents.wording import day_words

from .directive import Paper


def timeline_of(days, unit, *, is_drill) -> Paper:
    """The whole timeline of a county on paper."""
    with translation.override("zh-hans"):
        lines = [{"on": day_words(on), "own": _told(own), "outside": _told(outside)} for on, own, outside in days]
        return Paper({"title": f"{unit.name}疫情防控大事记", "issuer": f"{unit.name}联防联控指挥部",
                      "drill": "演练数据" if is_drill else "",
                      "lines": lines, "issued": day_words(today()), "code": documents.check_code(str(unit.pk), str(len(lines)))},
                      "milestones")


def _told(entries) -> str:
    return "\n".join(f"{'【第一个】' if one.is_first else ''}{one.place}：{one.words}（{one.source}）" for one in entries)
