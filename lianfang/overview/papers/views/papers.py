"""Papers on screen: all of them, one with every figure opening its records, the draft."""
from datetime import timedelta

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from lianfang.ground import documents
from lianfang.ground.accounts.access import county_of, may
from lianfang.ground.days import now, today
from lianfang.ground.indicators import INDICATORS, link
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.forms import step
from lianfang.ground.workflow import FLOWS

from .. import actions
from ..forms import WEEKLY, DraftForm
from ..models import KINDS, Paper
from ..papers.weekly import HERE, pieces_of
from ..queries.filled import name_of, now_differs
from .asked import has

TONES = {"drafted": "warn", "approved": "warn", "published": "good"}
PRESS = ("截至【截至】，全县累计管控【累计管控】人，已结束【已结束】人，在管【在管】人，其中集中隔离【集中隔离】人、"
         "居家隔离【居家隔离】人。当日新纳入【今日新纳入】人，当日解除【今日解除】人。\n请广大居民做好个人防护，有发热等症状及时报告所在村（社区）。")


@may("look")
@require_GET
def papers(request):
    """All weekly bulletins and releases, the newest first; where the other papers stand."""
    states = FLOWS["paper"].states
    columns = [
        tables.Column("number", gettext_lazy("材料"), "name", sort=("kind", "year", "number"), text=name_of, width=28,
                      cell=lambda one: parts.name(name_of(one), reverse("papers:paper", args=[one.pk]))),
        tables.Column("title", gettext_lazy("标题"), width=30), tables.Column("cut_off_at", gettext_lazy("截数"), "moment"),
        tables.Column("state", gettext_lazy("状态"), text=lambda one: str(states[one.state]),
                      cell=lambda one: parts.tag(str(states[one.state]), TONES.get(one.state, ""))),
        tables.Column("drafted_name", gettext_lazy("起草人"), on_phone=False),
        tables.Column("approved_name", gettext_lazy("审签人"), on_phone=False),
        tables.Column("published_at", gettext_lazy("发布时间"), "moment"),
    ]
    filters = [tables.Filter("kind", gettext_lazy("哪一种"), choices=KINDS),
               tables.Filter("state", gettext_lazy("状态"), choices=lambda _request: [(one.code, str(one)) for one in states.values()])]
    table = tables.table(request, Paper.objects.all(), columns, filters, "-drafted_at", title=_("材料"), empty_title=_("还没有起草过"),
                         empty_text=_("起草周报或新闻通稿，数从统计台账来，另一位审签以后才能发。"))
    return tables.page(request, "papers/papers.html", table, may_draft=has(request, "manage", county_of(request)))


@may("look")
@require_GET
def paper(request, pk):
    """One paper: its words, each figure with its cut-off and its records, who signed, what the ledger has otherwise by now."""
    found = get_object_or_404(Paper.objects.select_related("unit"), pk=pk)
    lines = [[(piece, link(piece.code, piece.unit, found.cut_off_at) if piece.code else "") for piece in line] for line in pieces_of(found)]
    told = [(one, INDICATORS.get(one.code, one.code), link(one.code, one.unit, one.cut_off_at) if one.code in INDICATORS else "")
            for one in found.figures.select_related("unit").order_by("-cut_off_at", "unit__path", "code")]
    held = {right: has(request, right, found.unit) for right in ("manage", "sign")}
    return render(request, "papers/paper.html", {
        "one": found, "heading": name_of(found), "lines": lines, "told": told, "moved": [
            (one, INDICATORS[one.code], stands) for one, stands in now_differs(found)] if found.approved_at else [],
        "state": FLOWS["paper"].states[found.state], "tone": TONES.get(found.state, ""),
        "is_edited": documents.is_own(HERE / f"{found.kind}.docx"),
        "may_redraft": held["manage"] and found.state == "drafted",
        "may_approve": held["sign"] and found.state == "drafted" and found.drafted_by_id != request.user.pk,
        "may_publish": held["manage"] and found.state == "approved",
        "may_withdraw": (held["manage"] or held["sign"]) and found.state in ("drafted", "approved")})


@may("manage")
@require_http_methods(["GET", "POST"])
def draft_paper(request, kind):
    """A new one: its words stand ready, with the figures to be put in."""
    if kind not in KINDS:
        raise Http404(kind)
    county, made = county_of(request), []
    if not has(request, "manage", county):
        messages.error(request, _("材料由县里起草。"))
        return redirect("papers:papers")
    started = {"on": today() - timedelta(days=1), "title": KINDS[kind] if kind == "weekly" else "",
               "words": WEEKLY if kind == "weekly" else PRESS}
    return step(request, "papers/draft.html", DraftForm(request.POST or None, initial=started),
                lambda form: made.append(actions.draft_paper(kind=kind, unit=county, by=request.user, at=now(), **form.cleaned_data)),
                _("起草好了，等另一位审签。"), lambda: reverse("papers:paper", args=[made[0].pk]), heading=_("起草：{kind}").format(
                    kind=KINDS[kind]), figures=sorted(one.label["zh"] for one in INDICATORS.values()))


@may("manage")
@require_http_methods(["GET", "POST"])
def redraft_paper(request, pk):
    """Its words again, with the figures of now."""
    found = get_object_or_404(Paper.objects.select_related("unit"), pk=pk)
    if not has(request, "manage", found.unit):
        raise Http404(pk)
    form = DraftForm(request.POST or None, initial={"on": found.on, "title": found.title, "words": found.words})
    del form.fields["on"]
    return step(request, "papers/draft.html", form,
                lambda form: actions.redraft_paper(paper=found, by=request.user, at=now(), **form.cleaned_data), _("改好了。"),
                reverse("papers:paper", args=[pk]), heading=_("改稿：{paper}").format(paper=name_of(found)),
                figures=sorted(one.label["zh"] for one in INDICATORS.values()))
