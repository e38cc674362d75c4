"""Firms send their workers: batches and walk-ins, and the list each firm has back: fit, not fit, awaited."""
from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.sheets import SheetError
from lianfang.ground.ui import parts, tables
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.registers.enterprises.queries import firm_code

from .. import actions, forms
from ..models import Batch, Worker
from ..queries import awaited_word
from ..words import awaited_tag, moment_word


@may("look")
@require_GET
def batches(request):
    """All batches, the newest first."""
    found, flow = indicators.opened(request, Batch), FLOWS["batch"]
    rows = found.rows.select_related("firm", "slot", "slot__point").annotate(
        fit=Count("workers", filter=Q(workers__is_fit=True)), unfit=Count("workers", filter=Q(workers__is_fit=False)))
    columns = [
        tables.Column("firm.title", gettext_lazy("企业"), width=26, sort="firm__title",
                      cell=lambda row: parts.name(row.firm.title, reverse("testing:batch", args=[row.pk]))),
        tables.Column("begins_at", gettext_lazy("什么时候"), cell=_when, text=_when, width=26),
        tables.Column("size", gettext_lazy("人数"), "number"), tables.Column("fit", gettext_lazy("合格"), "number"),
        tables.Column("unfit", gettext_lazy("不合格"), "number"),
        tables.Column("state", gettext_lazy("状态"), cell=lambda row: str(flow.states[row.state]),
                      text=lambda row: str(flow.states[row.state])),
    ]
    filters = [tables.Filter("state", gettext_lazy("状态"), choices={code: str(one) for code, one in flow.states.items()})]
    table = tables.table(request, rows, columns, filters, "-begins_at", title=_("企业送检"), keep=indicators.KEPT,
                         empty_title=_("没有企业送检"), empty_text=_("先在“企业”里登记企业，再成批预约或者随到随检。"))
    return tables.page(request, "testing/batches.html", table, at=found.at)


def _when(row) -> str:
    if row.is_walk_in:
        return _("{day} 随到随检").format(day=moment_word(row.begins_at)[:10])
    return f"{moment_word(row.slot.from_at)} {row.slot.point.title}"


@may("look")
@require_GET
def batch(request, pk):
    """One batch: what its firm is told, worker by worker."""
    found = get_object_or_404(Batch.objects.select_related("firm", "slot", "slot__point"), pk=pk)
    columns = [
        tables.Column("person", gettext_lazy("姓名"), "name", sort="", cell=lambda row: parts.name(row.person.masked_name),
                      text=lambda row: row.person.masked_name),
        tables.Column("row", gettext_lazy("名册行"), "number"),
        tables.Column("taken_at", gettext_lazy("采样"), "moment"),
        tables.Column("is_fit", gettext_lazy("结果"), sort="", cell=lambda row: awaited_tag(row.is_fit),
                      text=lambda row: awaited_word(row.is_fit)),
    ]
    table = tables.table(request, Worker.objects.filter(batch=found).select_related("person"), columns, default_sort="row",
                         title=_("企业送检名单"), empty_title=_("没有人"))
    counts = {"fit": True, "unfit": False, "awaited": None}
    known = Worker.objects.filter(batch=found).aggregate(**{word: Count("pk", filter=Q(is_fit=fit)) for word, fit in counts.items()})
    page = {"batch": found, "when": _when(found), "known": known, "state": FLOWS["batch"].states[found.state],
            "code": firm_code(found.firm), "door": request.build_absolute_uri(reverse("firm:enter"))}
    return tables.page(request, "testing/batch.html", table, **page)


@may("record")
@require_http_methods(["GET", "POST"])
def book_batch(request):
    """A firm's roster for a time."""
    form = forms.BatchForm(request.POST or None, request.FILES or None, reach=request.reach)
    return _taken(request, form, _("企业成批预约"), lambda: actions.book_batch(**form.order(), by=request.user, at=now()))


@may("record")
@require_http_methods(["GET", "POST"])
def walk_in(request):
    """Somebody of a firm who stands here now."""
    form = forms.WalkInForm(request.POST or None, reach=request.reach)

    def take():
        firm = form.fields["firm"].firms[form.cleaned_data["firm"]]
        return actions.walk_in(firm=firm, who=form.who(), by=request.user, at=now())

    return _taken(request, form, _("企业随到随检"), take)


def _taken(request, form, title, act):
    if request.method == "POST" and form.is_valid():
        try:
            made = act()
        except (Refused, SheetError) as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已登记，名单上 {n} 人；结果回来，企业那边只看到合格、不合格。").format(n=made.size))
            return redirect("testing:batch", made.pk)
    page = {"form": form, "title": title, "back": reverse("testing:batches"), "has_file": True}
    return render(request, "testing/form.html", page, status=422 if form.errors else 200)


@may("record")
@require_POST
def cancel_batch(request, pk):
    """They do not come."""
    found = get_object_or_404(Batch, pk=pk)
    try:
        actions.cancel_batch(batch=found, by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("testing:batch", pk)
