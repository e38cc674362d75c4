"""Line lists: another system's cases come in; ours go out in its columns, names masked, each time written down."""
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.sheets import SheetError
from lianfang.ground.sheets.headings import mapping_of
from lianfang.ground.ui import tables
from lianfang.ground.ui.forms import rows_came
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.registers.diseases.queries import disease_word
from lianfang.registers.people.models import SEXES

from .. import actions
from ..forms import ListForm
from ..linelists import CALLS, LINK_CALLED, PROFILES
from ..linelists.vocabulary import OURS, THEIRS
from ..models import CLASSES, ORIGINS, Case, LineList

NEWEST = 30


@may("investigate")
@require_http_methods(["GET", "POST"])
def linelists(request):
    """A list is handed in; those that came lately, with what was not taken."""
    form = ListForm(request.POST or None, request.FILES or None, reach=request.reach)
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        try:
            made = _brought(found, request.user)
        except (SheetError, Refused) as wrong:
            form.add_error("file", str(wrong))
        else:
            rows_came(request, made)
            return redirect("cases:linelists")
    came = [(one, disease_word(one.disease, day_of(one.at))) for one in LineList.objects.select_related("by").order_by("-at")[:NEWEST]]
    out = [(code, reverse("cases:linelist_out") + f"?profile={code}") for code in PROFILES]
    return render(request, "cases/linelists.html", {"form": form, "came": came, "out": out}, status=422 if form.errors else 200)


def _brought(found, by):
    given = {"content": found["file"].read(), "name": found["file"].name, "disease": found["disease"],
             "unit": Unit.objects.get(pk=found["unit"]), "by": by, "at": now()}
    if found["holds"] == "links":
        return actions.import_links(mapping=mapping_of(found["mapping"], LINK_CALLED), **given)
    return actions.import_linelist(mapping=mapping_of(found["mapping"], CALLS), is_over=found["is_over"], **given)


@may("investigate")
@require_GET
def linelist_out(request):
    """All cases in the columns of another system; the sheet is masked like every other."""
    profile = request.GET.get("profile", "county")
    headings = PROFILES.get(profile, PROFILES["county"])
    columns = [tables.Column(name, heading, sort="", cell=_word(name, profile), text=_value(name, profile))
               for name, heading in headings.items() if name in VALUES]
    found = indicators.opened(request, Case)
    table = tables.table(request, found.rows.select_related("person", "unit"), columns, default_sort="-told_at", title=_("病例名单"),
                         keep=("profile", *indicators.KEPT), empty_title=_("没有病例"))
    return tables.page(request, "cases/cases.html", table, heading=_("病例名单"), at=found.at)


def _on(at):
    return str(day_of(at)) if at else ""


VALUES = {
    "id": lambda row: row.external or row.number, "name": lambda row: row.person.masked_name, "sex": lambda row: row.person.sex,
    "age": lambda row: row.person.age(row.onset_on or day_of(row.told_at)), "onset_on": lambda row: str(row.onset_on or ""),
    "diagnosed_on": lambda row: _on(row.diagnosed_at), "reported_on": lambda row: _on(row.reported_at),
    "outcome": lambda row: row.state if row.state in THEIRS["outcome"] else "",
    "klass": lambda row: "ruled_out" if row.state == "ruled_out" else row.klass, "place": lambda row: row.unit.name,
    "origin": lambda row: row.origin,
}


def _value(name, profile):
    """What stands in a column, in the words of who will read it."""
    words = (OURS if profile == "county" else THEIRS).get(name)
    if words is None:
        return lambda row: "" if VALUES[name](row) is None else VALUES[name](row)
    return lambda row: words.get(VALUES[name](row), "")


def _word(name, profile):
    """The same on a page of the county's own list, in the reader's language."""
    words = {"sex": SEXES, "klass": CLASSES, "origin": ORIGINS}.get(name) if profile == "county" else None
    if words is None:
        return _value(name, profile)
    return lambda row: str(words.get(VALUES[name](row), "")) if VALUES[name](row) else ""
