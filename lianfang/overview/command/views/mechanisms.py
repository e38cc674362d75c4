"""The county's mechanisms: which there are, what each asks for and who sees to it, what its name promises and nobody has written."""
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now, today
from lianfang.ground.ui.forms import pressed, step

from .. import actions, queries, rules
from ..forms import MechanismForm, PartForm
from ..models import PARTS, Mechanism, Part
from .asked import changed, changes, county_of


@may("look")
@require_http_methods(["GET", "POST"])
def mechanisms(request):
    """Those that are kept, and those of the table that nobody has filled yet; one of the county's own by name."""
    county, on = county_of(request), today()
    with everything():
        found = queries.mechanisms(county, on)
        kept = [(one, _parts(one), _lacking(one, on)) for one in found]
    left = [row for row in rules.listed("mechanisms", "mechanism", on) if row.code not in {one.code for one in found}]
    page = {"mechanisms": kept, "left": left, "may_change": changes(request, county), "county": county}
    form = MechanismForm(request.POST or None)
    if request.method == "POST" and not page["may_change"]:
        return render(request, "command/mechanisms.html", page | {"form": form}, status=403)
    return step(request, "command/mechanisms.html", form, lambda filled: actions.take_mechanism(
        unit=county, by=request.user, at=now(), **filled.cleaned_data), _("已建，填内容。"), reverse("command:mechanisms"), **page)


def _parts(one) -> list[tuple]:
    """Its parts by kind, with the word of the kind."""
    order = list(PARTS)
    return [(part, str(PARTS[part.kind])) for part in sorted(one.parts.all(), key=lambda part: (order.index(part.kind), part.place))]


def _lacking(one, on) -> str:
    return "、".join(_("{n} {word}").format(n=n, word=PARTS[kind]) for kind, n in queries.lacking(one, on).items())


@may("sign")
@require_POST
def take(request, code):
    """One of the table's."""
    return pressed(request, lambda: actions.take_mechanism(unit=county_of(request), code=code, by=request.user, at=now()),
                   _("已建，填内容。"), "command:mechanisms")


@may("sign")
@require_http_methods(["GET", "POST"])
def mechanism(request, pk):
    """One, with a form for its next part."""
    one = changed(request, Mechanism._base_manager.select_related("unit").filter(pk=pk).first(), lambda found: found.unit)
    with everything():
        page = {"one": one, "parts": _parts(one), "lacking": _lacking(one, today())}
    return step(request, "command/mechanism.html", PartForm(request.POST or None), lambda filled: actions.add_part(
        mechanism=one, by=request.user, at=now(), **filled.cleaned_data), _("已加。"), reverse("command:mechanism", args=[pk]), **page)


@may("sign")
@require_POST
def drop(request, pk):
    """Not kept any more."""
    one = changed(request, Mechanism._base_manager.select_related("unit").filter(pk=pk).first(), lambda found: found.unit)
    return pressed(request, lambda: actions.drop_mechanism(mechanism=one, by=request.user, at=now()), _("已撤。"), "command:mechanisms")


@may("sign")
@require_POST
def drop_part(request, pk):
    """Not one of its parts."""
    found = Part._base_manager.select_related("mechanism__unit").filter(pk=pk).first()
    one = changed(request, found, lambda part: part.mechanism.unit)
    return pressed(request, lambda: actions.drop_part(part=one, by=request.user, at=now()), _("已撤。"), "command:mechanism",
                   one.mechanism_id)
