"""What leaves the house: the county's codes in a DHIS2, and files of signed days."""
import json
from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from lianfang.ground.accounts.access import county_of, may
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.ui.forms import step
from lianfang.ground.workflow import Refused

from .. import actions, queries
from ..forms import CodesForm
from ..models import Codes
from ..queries.places import below
from .asked import keeps
from .days import day_asked

FORMS = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
MOST_DAYS = 92


def _kept_county(request):
    county = county_of(request)
    if not keeps(request, county):
        raise Http404
    return county


@may("manage")
@require_http_methods(["GET", "POST"])
def map_codes(request):
    """A code a figure and a unit."""
    county = county_of(request)
    if not keeps(request, county):
        messages.error(request, _("编码表由县里填。"))
        return redirect("ledger:days")
    with everything():
        held, units = Codes.objects.filter(unit=county).first(), list(below(county))
        missing = queries.what_is_missing(county, held)
    form = CodesForm(request.POST or None, units=units, codes=held)
    return step(request, "ledger/codes.html", form,
                lambda form: actions.map_codes(unit=county, by=request.user, at=now(), **form.given()), _("编码表存好了。"),
                request.path, rows=form.rows(), n_missing=len(missing), held=held)


@may("export")
@require_GET
def take_away(request, form):
    """Signed days in a file: CSV, or DHIS2 `dataValueSets` as JSON."""
    if form not in FORMS:
        raise Http404(form)
    county = _kept_county(request)
    with everything():
        missing = form == "json" and queries.what_is_missing(county, Codes.objects.filter(unit=county).first())
    if missing:
        said = _("编码表还差 {n} 项，就是空着的格子：填上编码，不报的填“-”，或者勾“没填的都不报”。")
        messages.error(request, said.format(n=len(missing)))
        return redirect("ledger:map_codes")
    first, last = day_asked(request, "from"), day_asked(request, "until")
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    try:
        if not 0 < len(days) <= MOST_DAYS:
            raise Refused(_("起止日期不对，一次最多 {n} 天。").format(n=MOST_DAYS))
        with everything():
            content = queries.export_csv(county, days) if form == "csv" else json.dumps(
                queries.export_dhis2(county, days), ensure_ascii=False, indent=1).encode()
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("ledger:days")
    actions.taken_away(days=days, unit=county, form=form, by=request.user, at=now())
    answer = HttpResponse(content, content_type=FORMS[form])
    answer["Content-Disposition"] = f'attachment; filename="ledger-{first}-{last}.{form}"'
    return answer
