"""The county's firms: a list, a new one, what changed."""
import io

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground import indicators, sheets
from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.sheets import SheetError
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.forms import sheet_came
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused

from . import actions, queries
from .forms import AmendForm, FirmForm, SheetForm
from .models import Firm
from .reading import HEADINGS, SAMPLE
from .trades import TRADES

SHOWN_FAULTS = 100


@may("look")
@require_GET
def firms(request):
    """All firms of one's own units."""
    columns = [
        tables.Column("title", gettext_lazy("企业名称"), width=30, cell=lambda row: parts.name(row.title, _page(row, request))),
        tables.Column("code", gettext_lazy("统一社会信用代码"), width=22), tables.Column("trade", gettext_lazy("行业")),
        tables.Column("office", gettext_lazy("单位电话"), width=18),
        tables.Column("unit.name", gettext_lazy("单位"), "unit", sort="unit__path"),
    ]
    found = indicators.opened(request, Firm)
    rows = found.rows.select_related("unit") if found.indicator else queries.firms(request.reach)
    filters = [tables.Filter("trade", gettext_lazy("行业"), choices=TRADES)]
    table = tables.table(request, rows, columns, filters, default_sort="title", title=_("企业"), keep=indicators.KEPT,
                         empty_title=_("没有企业"), empty_text=_("登记以后，企业可以成批预约检测、查员工合格不合格。"))
    return tables.page(request, "enterprises/firms.html", table, at=found.at)


def _page(row, request):
    return reverse("enterprises:amend_firm", args=[row.pk]) if "enlist" in request.rights else ""


def _form(title, form_class, done, act):
    @may("enlist")
    @require_http_methods(["GET", "POST"])
    def view(request, pk=None):
        firm = get_object_or_404(Firm, pk=pk) if pk else None
        before = {"title": firm.title, "trade": firm.trade, "office": firm.office, "unit": firm.unit_id} if firm else None
        form = form_class(request.POST or None, initial=before, reach=request.reach)
        if request.method == "POST" and form.is_valid():
            said = form.cleaned_data
            try:
                act(firm, {**said, "unit": Unit.objects.get(pk=said["unit"])}, request.user, now())
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, done)
                return redirect("enterprises:firms")
        return render(request, "enterprises/form.html", {"form": form, "title": title, "firm": firm}, status=422 if form.errors else 200)

    return view


add_firm = _form(gettext_lazy("登记企业"), FirmForm, gettext_lazy("已登记。"),
                 lambda _firm, said, by, at: actions.add_firm(**said, by=by, at=at))
amend_firm = _form(gettext_lazy("更正企业"), AmendForm, gettext_lazy("已更正。"),
                   lambda firm, said, by, at: actions.amend_firm(firm=firm, **said, by=by, at=at))


@may("enlist")
@require_http_methods(["GET", "POST"])
def import_firms(request):
    """A sheet; what could not be read is said row by row, the rest stands."""
    form, faults = SheetForm(request.POST or None, request.FILES or None), []
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            added, mended, faults = actions.import_firms(content=file.read(), name=file.name, reach=request.reach, by=request.user,
                                                         at=now())
        except (SheetError, Refused) as wrong:
            form.add_error("file", str(wrong))
        else:
            said = _("新加 {added} 家，更正 {mended} 家，{faults} 行没有收。")
            sheet_came(request, said.format(added=added, mended=mended, faults=len(faults)), faults)
            if not faults:
                return redirect("enterprises:firms")
    page = {"form": form, "faults": faults[:SHOWN_FAULTS]}
    return render(request, "enterprises/import.html", page, status=422 if form.errors else 200)


@may("enlist")
@require_GET
def blank(request):
    """A sheet to fill in."""
    out = io.BytesIO()
    sheets.write(out, _("企业名录"), [sheets.Column(words[0], width=22) for words in HEADINGS.values()], SAMPLE[1:], sample=SAMPLE[0])
    return HttpResponse(out.getvalue(), content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        headers={"Content-Disposition": 'attachment; filename="firms.xlsx"'})


@may("enlist")
@require_POST
def close_firm(request, pk):
    """A firm that is no more."""
    actions.close_firm(firm=get_object_or_404(Firm, pk=pk), by=request.user, at=now())
    return redirect("enterprises:firms")
