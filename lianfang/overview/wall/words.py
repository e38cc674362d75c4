"""What the screen's script says, in the language in force; it fills the blanks."""
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

CURVES = (("cases", gettext_lazy("新报告病例")), ("managed", gettext_lazy("在管人数")), ("moved", gettext_lazy("新纳入 ↑ 和结束 ↓")))


def words() -> dict:
    """All of them."""
    return {
        "ago": _("数据 {n} 秒前 · 截至 {time}"), "stopped": _("数据已停 {n} 分钟 · 截至 {time}"),
        "away": _("连不上服务器 {n} 秒 · 截至 {time}"),
        "cut": _("截数 {time}"), "sits": _("正在开会，已开"),
        "day": _("{m}月{d}日 {w}"),
        "weekdays": [_("周日"), _("周一"), _("周二"), _("周三"), _("周四"), _("周五"), _("周六")],
        "since": _("天无新报告病例"), "since_today": _("今天有新病例"), "since_none": _("没有报告过病例"), "cases": _("累计 {n} 例"),
        "few": "—", "few_says": _("不足 {n} 人，或能推算出来的"),
        "change": _("比昨日 24 时 {n}"), "same": _("和昨日 24 时持平"), "of": "{n} / {of}",
        "place": "{n} / {of}", "lacks": _("差 {n}"),
        "unknown": _("系统里还没有这个数"), "tiles": _("示意图，非地图"), "missing": _("没有边界：{names}"),
        "paused": _("已暂停"), "from": _("{n} 以上"), "between": "{a}–{b}", "late": _("逾期件数"),
        "late_high": _("含乡、县级逾期"), "late_county": _("粗框：有县级逾期"), "oldest": _("最久 {n}"), "minutes": _("{n} 分"),
        "hours": _("{n} 时"), "days": _("{n}天"), "items": _("{n} 件"), "later": _("还没开始"),
        "levels": {"grid": _("网格"), "village": _("村"), "township": _("乡镇"), "county": _("县")},
        "rehearsed": _("{title} · {time} 起用 · {note}"),
        "nothing": _("还没有"), "curve": _("{word}：{n}"),
    }
