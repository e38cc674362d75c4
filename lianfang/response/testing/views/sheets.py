"""Sheets come in: rosters of groups, lists of results; those that came lately, with what was not taken."""
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.sheets import SheetError
from lianfang.ground.ui.forms import rows_came
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused

from .. import actions, forms, queries
from ..models import Roster

NEWEST = 30


@may("enlist")
@require_http_methods(["GET", "POST"])
def rosters(request):
    """A group's roster."""
    form = forms.RosterForm(request.POST or None, request.FILES or None, reach=request.reach, rights=request.rights)

    def take(found, **told):
        return actions.import_roster(group=found["group"], **told)

    return _sheet(request, form, "group", "testing:rosters", _("导入应检名册"), take)


@may("enlist")
@require_http_methods(["GET", "POST"])
def results(request):
    """A list of results."""
    form = forms.ResultsForm(request.POST or None, request.FILES or None, reach=request.reach)
    return _sheet(request, form, "results", "testing:results", _("导入检测结果"), lambda found, **told: actions.import_results(**told))


def _sheet(request, form, purpose, page, title, take):
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        try:
            made = take(found, content=found["file"].read(), name=found["file"].name, unit=Unit.objects.get(pk=found["unit"]),
                        by=request.user, at=now())
        except (SheetError, Refused) as wrong:
            form.add_error("file", str(wrong))
        else:
            rows_came(request, made)
            return redirect(page)
    groups = {one.code: str(one) for one in queries.shown_groups(day_of(now()), request.rights)}
    latest = Roster.objects.filter(purpose=purpose).select_related("by").order_by("-at")[:NEWEST]
    came = [(one, groups.get(one.group, "")) for one in latest]
    return render(request, "testing/sheets.html", {"form": form, "came": came, "title": title}, status=422 if form.errors else 200)
