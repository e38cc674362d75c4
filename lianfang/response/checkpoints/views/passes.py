"""Passes: the list, issuing for a place, the sheet with QR marks, taking one back."""
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.scope import within
from lianfang.ground.days import now, today
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui import tables
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.registers.people.queries import Places

from .. import actions
from ..forms import PassesForm
from ..models import PASS_KINDS, Pass
from ..papers.passes import AT_ONCE, sheet_of

PLACES = ("village", "grid", "compound", "building")


@may("station")
def passes(request):
    """Passes that were issued, the newest first."""
    found, places, at = indicators.opened(request, Pass), Places(), now()

    def stands(row):
        return _("有效") if row.is_valid(at) else _("作废") if row.revoked_at else _("过期")

    columns = [
        tables.Column("serial", gettext_lazy("编号"), sort=("year", "serial"), cell=lambda row: row.number, text=lambda row: row.number),
        tables.Column("kind", gettext_lazy("种类")),
        tables.Column("unit.name", gettext_lazy("住户"), "unit", sort="unit__path", width=30, cell=lambda row: places.of(row.unit),
                      text=lambda row: places.of(row.unit)),
        tables.Column("issued_at", gettext_lazy("发证"), "moment"),
        tables.Column("ends_at", gettext_lazy("到期"), "moment"),
        tables.Column("state", gettext_lazy("状态"), sort="", cell=stands, text=stands),
    ]
    filters = [tables.Filter("kind", gettext_lazy("种类"), choices=PASS_KINDS)]
    table = tables.table(request, found.rows.select_related("unit"), columns, filters, "-serial", title=_("出入证"), keep=indicators.KEPT,
                         empty_title=_("还没有发过出入证"))
    if "export" not in request.GET:
        places.learn([row.unit for row in table.page.object_list])
    return tables.page(request, "checkpoints/passes.html", table, heading=_("出入证"), at=found.at, form=_form(request, None))


def _form(request, data):
    return PassesForm(data, units=within(Unit.objects.in_force(today()).filter(level__in=PLACES), request.reach, "path").order_by("path"))


@may("station")
def issue_passes(request):
    """A pass for each door of a place, or for one vehicle of it."""
    form = _form(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        doors = Unit.objects.filter(path__under=found["unit"].path, level="door", until_on=None).order_by("path")
        units = [found["unit"]] if found["kind"] == "vehicle" else list(doors)
        try:
            made = actions.issue_passes(units=units, kind=found["kind"], road=found["road"], plate=found["plate"], by=request.user,
                                        at=now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已发 {n} 张，请打印后送到户。").format(n=len(made)))
            return redirect("checkpoints:passes")
    return render(request, "checkpoints/issue.html", {"form": form}, status=422 if form.errors else 200)


@may("station")
@require_POST
def print_passes(request):
    """The valid passes of a place on sheets to be cut; who printed how many is written down."""
    asked = request.POST.get("unit", "")
    pk = int(asked) if asked.isdecimal() and len(asked) < 18 else 0
    place = within(Unit.objects.filter(pk=pk), request.reach, "path").first()
    if place is None:
        messages.warning(request, _("请先选给哪里打印。"))
        return redirect("checkpoints:passes")
    at = now()
    found = list(Pass.objects.filter(unit__path__under=place.path, revoked_at=None, from_at__lte=at, ends_at__gt=at).select_related(
        "unit").order_by("unit__path", "serial")[:AT_ONCE])
    if not found:
        messages.warning(request, _("这里没有有效的出入证，请先发证。"))
        return redirect("checkpoints:passes")
    told = actions.print_passes(unit=place, count=len(found), by=request.user, at=at)
    sheet = sheet_of(found, place, drill=Account.objects.filter(is_demo=True).exists(), on=today())
    return HttpResponse(sheet.pdf(foot(told, request.user.name)), content_type="application/pdf")


@may("station")
@require_POST
def revoke_pass(request, pk):
    """Lost or lent: it opens no gate any more."""
    slip = get_object_or_404(Pass, pk=pk)
    try:
        actions.revoke_pass(slip=slip, by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("已作废：{number}").format(number=slip.number))
    return redirect("checkpoints:passes")
