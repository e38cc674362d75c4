"""Bulletins: the list, one issue as it is printed, its signatures and corrections, Word and PDF."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.scope import reach_of
from lianfang.ground.days import now
from lianfang.ground.documents import check_form, handed_out, is_own
from lianfang.ground.indicators import INDICATORS, link
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.actions import hand_out
from lianfang.ground.units.queries import ancestors
from lianfang.ground.workflow import FLOWS, Refused

from .. import actions, cutoffs, queries
from ..models import Bulletin
from ..papers.bulletin import TEMPLATE
from ..papers.rows import ROWS
from .asked import own_unit

EDITIONS = {"morning": gettext_lazy("早"), "evening": gettext_lazy("晚")}
LISTED = ("managed", "isolated", "new_today", "released_today", "symptoms_today", "overdue")


@may("look")
def bulletins(request):
    """All issues, newest first."""
    columns = [
        tables.Column(
            "number",
            gettext_lazy("期号"),
            "name",
            sort=("year", "number"),
            text=_issue,
            cell=lambda b: parts.name(_issue(b), reverse("situation:bulletin", args=[b.pk])),
        ),
        tables.Column("cut_off_at", gettext_lazy("截数"), "moment"),
        tables.Column("unit.name", gettext_lazy("单位"), "unit", sort="unit__path"),
        tables.Column("state", gettext_lazy("状态"), cell=_state, text=lambda b: str(FLOWS["bulletin"].states[b.state])),
        *[_figure_column(row) for row in ROWS if row.code in LISTED],
        tables.Column("signer", gettext_lazy("签发人"), sort="", cell=_signer, text=_signer),
        tables.Column("check_code", gettext_lazy("校验码"), sort="", on_phone=False),
    ]
    table = tables.table(
        request,
        queries.bulletins(),
        columns,
        default_sort="-cut_off_at",
        title=_("疫情防控日报"),
        empty_title=_("还没有公报"),
        empty_text=_("到截数时点会自动冻结数字，也可以现在出一期。"),
    )
    return tables.page(request, "situation/bulletins.html", table, cut=_cut(request), may_make="manage" in request.rights)


def _issue(bulletin):
    return _("{year}年第{n}期（{edition}）").format(year=bulletin.year, n=bulletin.number, edition=EDITIONS[bulletin.edition])


def _state(bulletin):
    return parts.tag(FLOWS["bulletin"].states[bulletin.state], "good" if bulletin.state == "signed" else "warn")


def _signer(bulletin):
    return next((signature.name for signature in bulletin.signatures.all() if signature.act == "sign"), "")


def _figure_column(row):
    def value(bulletin):
        return next((figure.value for figure in bulletin.figures.all() if figure.code == row.code), None)

    return tables.Column(
        row.code,
        str(INDICATORS[row.code]),
        "number",
        sort="",
        text=value,
        cell=lambda b: parts.num(value(b), link(row.code, b.unit, b.cut_off_at)),
    )


def _cut(request):
    return cutoffs.latest(now(), 1)[0]


@may("manage")
@require_POST
def make(request):
    """The bulletin of the last cut-off of the reader's county: frozen, and drafted under their name when nobody has."""
    at, county = now(), ancestors(own_unit(request))[0]
    if not request.reach.covers(county.path):
        raise Http404
    found = actions.freeze(unit=county, cut_off_at=_cut(request).at, by=request.user, at=at)
    if found.state == "frozen":
        actions.draft(bulletin=found, by=request.user, at=at)
        messages.success(request, _("数字已冻结，已制表。请另一位核稿。"))
    return redirect("situation:bulletin", found.pk)


@may("look")
def bulletin(request, pk):
    """One issue as it is printed; every figure opens the records it counted."""
    found = get_object_or_404(Bulletin.objects.select_related("unit"), pk=pk)
    printed = queries.paper(found)
    words = printed.words()
    rows = [
        (
            shown,
            line,
            link(shown.stored.code, found.unit, found.cut_off_at),
            link(shown.stored.code, found.unit, found.previous_at) if found.previous_at else "",
        )
        for shown, line in zip(queries.shown_rows(found, printed), words["figures"], strict=True)
    ]
    book = indicators.book(ancestors(found.unit)[0], found.cut_off_at)
    held = {right: reach_of(request.assignments, right).covers(found.unit.path) for right in ("manage", "sign")}
    step = {"frozen": ("draft", "manage"), "drafted": ("check", "manage"), "checked": ("sign", "sign")}.get(found.state)
    context = {
        "bulletin": found,
        "issue": _issue(found),
        "words": words,
        "rows": rows,
        "state": FLOWS["bulletin"].states[found.state],
        "is_intact": queries.is_intact(found, printed),
        "step": FLOWS["bulletin"].steps[step[0]] if step and held[step[1]] else None,
        "ledger": book.url if book else "",
        "is_own": is_own(TEMPLATE),
        "address": reverse(f"situation:{step[0]}", args=[found.pk]) if step else "",
    }
    return render(request, "situation/bulletin.html", context)


@may("look")
def file(request, pk, form):
    """The issue as Word or PDF."""
    found = get_object_or_404(Bulletin.objects.select_related("unit"), pk=pk)
    check_form(form)
    printed = queries.paper(found)
    told = hand_out(kind="bulletin", record=found.pk, unit=found.unit_id, form=form, by=request.user, at=now())
    return handed_out(printed, form, f"{printed.title}{printed.words()['issue']}", foot(told, request.user.name))


def _step(request, pk, action, said):
    found = get_object_or_404(Bulletin.objects.select_related("unit"), pk=pk)
    try:
        action(bulletin=found, by=request.user, at=now())
        messages.success(request, said)
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("situation:bulletin", pk)


@may("manage")
@require_POST
def draft(request, pk):
    """Drafted under the reader's name."""
    return _step(request, pk, actions.draft, _("已制表。"))


@may("manage")
@require_POST
def check(request, pk):
    """Checked under the reader's name."""
    return _step(request, pk, actions.check, _("已核稿，等领导签发。"))


@may("sign")
@require_POST
def sign(request, pk):
    """Signed under the reader's name."""
    return _step(request, pk, actions.sign, _("已签发。"))
