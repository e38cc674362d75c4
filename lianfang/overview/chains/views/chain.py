"""The chain as a drawing, its cases as a list, and what the drawing is made of."""
from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from lianfang.ground.accounts.access import may
from lianfang.ground.ui import parts, tables
from lianfang.response.cases import queries as cases

from ..forest import NAMED, by_infected, forest, shape
from ..queries.outbreak import DAYS, groups, towns
from .asked import KEPT, asked

UNSURE, SURE = 0, 1
ONE = ("on", "by", "kind", "name")


@may("investigate")
@require_GET
def chain(request):
    """The drawing, with what it says in a sentence."""
    found = asked(request)
    nodes = forest(found.outbreak.seen)
    return render(request, "chains/chain.html", {**found.context("chain"), "shape": shape(nodes), "infected": by_infected(nodes),
                                                 "words": _words(), "focus": request.GET.get("case", "")[:60]})


def _words() -> dict:
    """What the drawing writes."""
    return {
        "day": _("{day} 发病"), "noday": _("没有发病日期，按 {day} 诊断或报告"), "generation": _("第 {n} 代"), "infected": _("传给 {n} 人"),
        "maybe": _("可能传给 {n} 人"), "source": _("来源 {label}"), "sources": _("可能的来源 {label}"), "root": _("来源还没有查到"),
        "imported": _("外地输入"), "none": _("没有找到编号含“{text}”的病例"), "found": _("找到 {n} 例，按回车看下一例"), "other": _("其他"),
        "unknown": _("不详"), "failed": _("没有取到数据，请刷新再试"), "place": _("场所、乡镇"), "klass": _("班级"), "household": _("户"),
        "and": _("、"), "last": _("第 {n} 代以后"),
    }


@may("investigate")
@require_GET
def drawing(request):
    """Nodes and links as numbers: the drawing lays them out. Nobody's name is among them."""
    nodes = forest(asked(request).outbreak.seen)
    at = {node.seen.id: n for n, node in enumerate(nodes)}
    first = min((node.seen.on for node in nodes), default=None)
    rows = [[str(node.seen.id), node.seen.label, (node.seen.on - first).days, int(node.seen.onset_on is not None), node.generation,
             node.infected, node.maybe, int(node.seen.is_imported)] for node in nodes]
    links = [[at[source], n, SURE if certainty == NAMED else UNSURE] for n, node in enumerate(nodes) for source, certainty in node.sources]
    named = {}
    for kind, names in groups([node.seen for node in nodes]).items():
        listed = sorted(set(names), key=lambda name, all=names: (name == "", -all.count(name), name))
        named[kind] = {"names": listed, "of": [listed.index(name) for name in names]}
    return JsonResponse({"first": first and first.isoformat(), "nodes": rows, "links": links, "groups": named,
                         "case": reverse("cases:case", args=["00000000-0000-0000-0000-000000000000"])})


@may("investigate")
@require_GET
def listed(request):
    """The same as a list, for whoever does not see the drawing, and as a sheet; `on` and `by` ask for the cases of one day of a curve,
    `kind` and `name` for those of one household, class or place."""
    found = asked(request)
    nodes = [node for node in forest(found.outbreak.seen) if _is_asked(node.seen, request)]
    town, labels = towns(found.outbreak.seen), {one.id: one.label for one in found.outbreak.seen}
    word = cases.WORDS["certainty"]

    def sources(node):
        return _("、").join(f"{labels[source]}（{word[certainty]}）" for source, certainty in node.sources) or _("不详")

    columns = [
        tables.Column("seen.label", gettext_lazy("编号"), "name", text=lambda node: node.seen.label,
                      cell=lambda node: parts.name(node.seen.label, reverse("cases:case", args=[node.seen.id]))),
        tables.Column("seen.on", gettext_lazy("日期"), "date"),
        tables.Column("generation", gettext_lazy("第几代"), "number"),
        tables.Column("sources", gettext_lazy("来源"), sort="", cell=sources, text=sources, width=30),
        tables.Column("infected", gettext_lazy("传给"), "number"),
        tables.Column("maybe", gettext_lazy("可能传给"), "number", on_phone=False),
        tables.Column("seen.origin", gettext_lazy("本地或输入"), cell=lambda node: cases.WORDS["origin"][node.seen.origin],
                      text=lambda node: str(cases.WORDS["origin"][node.seen.origin])),
        tables.Column("seen.path", gettext_lazy("乡镇（街道）"), cell=lambda node: town[node.seen.path],
                      text=lambda node: town[node.seen.path]),
    ]
    heading = _("传播链名单") + "".join(f" · {request.GET[name][:80]}" for name in ("on", "name") if request.GET.get(name))
    table = tables.plain_table(request, nodes, columns, title=heading, size=tables.PAGE_ROWS, keep=(*KEPT, *ONE), empty_title=_("没有病例"))
    return tables.page(request, "chains/listed.html", table, heading=heading, **found.context("chain"))


def _is_asked(one, request) -> bool:
    day, by, kind, name = (request.GET.get(word, "") for word in ONE)
    if day and by in DAYS and str(getattr(one, DAYS[by]) or "") != day:
        return False
    return not kind or any(name == known for known, _size in one.circles.get(kind, ()))
