"""Sheets of results: another laboratory's, or a platform's; what was not taken is said row by row."""
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.sheets import SheetError
from lianfang.ground.sheets.headings import mapping_of
from lianfang.ground.ui.forms import rows_came
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused

from .. import actions
from ..forms import SheetForm
from ..models import ResultSheet
from ..sheet35 import COLUMNS, FIELDS, HEADINGS

NEWEST = 30


@may("assay", sees="assay")
@require_http_methods(["GET", "POST"])
def import_results(request):
    """A sheet is handed in; those that came lately, with what was not taken."""
    form = SheetForm(request.POST or None, request.FILES or None, reach=request.reach)
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        try:
            made = actions.import_results(content=found["file"].read(), name=found["file"].name, disease=found["disease"],
                                          unit=Unit.objects.get(pk=found["unit"]), mapping=mapping_of(found["mapping"], HEADINGS),
                                          by=request.user, at=now())
        except (SheetError, Refused) as wrong:
            form.add_error("file", str(wrong))
        else:
            rows_came(request, made)
            return redirect("laboratory:import_results")
    page = {"form": form, "came": ResultSheet.objects.select_related("by").order_by("-at")[:NEWEST], "columns": COLUMNS, "fields": FIELDS}
    return render(request, "laboratory/import_results.html", page, status=422 if form.errors else 200)
