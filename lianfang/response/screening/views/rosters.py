"""The list of rosters, handing one in, watching it go in, and what it came to."""
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_http_methods

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ui.parts import num, tag
from lianfang.ground.ui.tables import Column, Filter, page, table
from lianfang.ground.units.models import Unit

from .. import actions, queries
from ..forms import UploadForm
from ..models import KINDS, STATES, Import
from ..queries.labels import CODES
from ..queries.sources import word
from .preview import previewed
from .uploads import InMemory

TONES = {"draft": "warn", "done": "good", "failed": "bad"}


@may("enlist")
@require_GET
def rosters(request):
    """All rosters within one's reach, newest first."""
    columns = [
        Column("name", _("文件"), "name", sort="", cell=linked),
        Column("unit.name", _("单位"), "unit", sort="unit__path"),
        Column("kind", _("种类")),
        Column("source", _("从哪里来的"), sort="", cell=lambda r: word(r.source), text=lambda r: word(r.source)),
        Column("on", _("判定之日"), "date"),
        Column("state", _("状态"), cell=lambda r: tag(r.get_state_display(), TONES.get(r.state, "blue"))),
        Column("rows", _("行数"), "number", sort=""),
        Column("accepted", _("收下"), "number", sort=""),
        Column("rejected", _("未收"), "number", sort="", cell=lambda r: num(r.rejected, tone="bad" if r.rejected else "")),
        Column("created", _("新增"), "number", sort=""),
        Column("merged", _("已有"), "number", sort=""),
        Column("by.name", _("交来"), sort="", on_phone=False),
        Column("at", _("时间"), "moment"),
    ]
    filters = [Filter("kind", _("种类"), choices=KINDS), Filter("state", _("状态"), choices=STATES)]
    listed = table(request, queries.rosters(request.reach), columns, filters, title=_("名册"), roomy=False,
                   empty_title=_("还没有名册"), empty_text=_("先下载空白名册，或直接上传手头的表。"))
    return page(request, "screening/rosters.html", listed, kinds=KINDS, doubts=queries.doubts_open(request.reach).count())


def linked(roster):
    """Its name, which opens it."""
    return format_html('<a href="{}">{}</a>', reverse("screening:roster", args=[roster.pk]), roster.name or _("名册"))


@may("enlist")
@csrf_exempt  # looked at below, once the upload is told to stay in memory
@require_http_methods(["GET", "POST"])
def receive(request):
    """Hand in a roster."""
    request.upload_handlers = [InMemory(request)]
    return _receive(request)


@csrf_protect
def _receive(request):
    held = [a.unit_id for a in request.assignments if "enlist" in a.rights]
    form = UploadForm(request.POST or None, request.FILES or None, reach=request.reach, home=held[0] if held else None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        file = given.pop("file")
        given["unit"] = Unit.objects.get(pk=given["unit"])
        made = actions.receive(content=file.read(), name=file.name, by=request.user, at=now(), is_draft=True, **given)
        return redirect("screening:roster", pk=made.pk)
    return render(request, "screening/receive.html", {"form": form, "kinds": KINDS}, status=422 if form.errors else 200)


@may("enlist")
@require_GET
def roster(request, pk):
    """One roster: to be confirmed, going in, or what it came to."""
    found = get_object_or_404(Import.objects.select_related("unit", "by"), pk=pk)
    if found.state == "draft":
        return previewed(request, found)
    if not found.is_finished:
        return render(request, "screening/going_in.html", {"roster": found})
    columns = [
        Column("sheet", _("表"), sort=""), Column("row", _("行"), "number", sort=""), Column("column", _("列"), sort=""),
        Column("code", _("问题"), sort="", cell=lambda f: tag(CODES.get(f.code, f.code), "warn" if f.level == "warning" else "bad")),
        Column("message", _("怎么改"), sort=""),
    ]
    filters = [Filter("level", _("结果"), choices={"error": _("没有收下"), "warning": _("收下，待核")}),
               Filter("code", _("问题"), choices=CODES)]
    worst_first = queries.faults_of(found).order_by("level", "position")
    faults = table(request, worst_first, columns, filters, title=_("名册问题"), roomy=False, empty_title=_("没有问题"),
                   empty_text=_("每一行都收下了。"))
    leads = queries.leads_of(found)[:200] if found.kind == "leads" else ()
    return page(request, "screening/came_to.html", faults, roster=found, leads=leads, doubts=found.doubts.filter(settled_at=None).count(),
                has_correction=queries.has_correction(found),
                has_sender=queries.has_sender(found))


@may("enlist")
@require_GET
def progress(request, pk):
    """How far it is, asked every two seconds; the page is loaded anew when all is in."""
    found = get_object_or_404(Import, pk=pk)
    if found.is_finished:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "screening/progress.html", {"roster": found})
