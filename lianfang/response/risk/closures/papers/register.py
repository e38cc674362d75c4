"""台账: an order's places, each with its state and who has seen it; what was lifted."""
from django.utils import translation

from lianfang.ground.days import day_of
from lianfang.ground.documents.wording import day_words, moment_words, stamp_words
from lianfang.ground.workflow import FLOWS

from ..words import what_words
from .notice import Paper, heading_of, until_words

MOST = 1_000  # lines on one paper: a longer list is exported as a sheet


def register_of(closure, at, *, is_drill) -> Paper:
    """The register of an order as it stands at a moment."""
    with translation.override("zh-hans"):
        checks = list(closure.checks.filter(later=None).select_related("unit", "firm", "seen_by").order_by("unit__path", "pk"))
        seen = sum(one.state == "seen" for one in checks)
        lines = [_line(n, one) for n, one in enumerate(checks[:MOST], 1)] or [
            {"n": str(n), "place": one.unit.name, "state": "执行", "seen": ""}
            for n, one in enumerate(closure.areas.select_related("unit").order_by("unit__path")[:MOST], 1)]
        more = f"；只列前 {MOST} 处，其余见电子台账" if len(checks) > MOST else ""
        return Paper({
            **heading_of(closure), "title": "封闭关停台账", "drill": "演练数据" if is_drill else "",
            "period": f"从{moment_words(closure.from_at)}起，{until_words(closure.until_at)}", "issued": day_words(day_of(at)),
            "sum": f"截至{stamp_words(at)}：应核实 {len(checks)} 处，已核实 {seen} 处{more}。", "lines": lines,
            "lifted": [_lifted(closure, one) for one in closure.lifts.select_related("unit").order_by("at", "unit__path", "pk")],
        }, "register")


def _line(n, one) -> dict:
    seen = f"{one.seen_by.name} {stamp_words(one.seen_at)}" if one.seen_by else ""
    place = f"{one.firm.title}（{one.unit.name}）" if one.firm_id else one.unit.name
    return {"n": str(n), "place": place, "state": str(FLOWS["closure_check"].states[one.state]), "seen": f"{seen} {one.words}".strip()}


def _lifted(closure, one) -> str:
    what = f"（{what_words(type(closure)(kind=closure.kind, what=one.what))}）" if one.what else ""
    return f"已解除：{one.unit.name}{what}　{one.number}　{stamp_words(one.at)}"
