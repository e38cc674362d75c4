"""What rosters left open: persons to be put at a door, and numbers under two names."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ui.parts import name as named
from lianfang.ground.ui.tables import Column, Filter, page, table
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.masks import mask_address, mask_phone
from lianfang.ground.workflow import Refused
from lianfang.registers.territory.actions import NoSuchDoor

from .. import actions, queries
from ..forms import NameForm, PlaceForm

KINDS = {"address_doubt": gettext_lazy("住址待落实"), "name_doubt": gettext_lazy("同证异名待核实")}


@may("manage")
@require_GET
def doubts(request):
    """Open doubts within one's reach, oldest first."""
    columns = [
        Column("person.name", gettext_lazy("姓名"), "name", sort="", text=lambda d: d.person.masked_name,
               cell=lambda d: named(d.person.masked_name, reverse("people:person", args=[d.person_id]))),
        Column("kind", gettext_lazy("待办"), sort="", text=lambda d: str(KINDS[d.kind]),
               cell=lambda d: format_html('<a href="{}">{}</a>', reverse("screening:doubt", args=[d.pk]), KINDS[d.kind])),
        Column("unit.name", gettext_lazy("现在挂在"), "unit", sort="unit__path"),
        Column("roster.name", gettext_lazy("名册"), sort="", on_phone=False),
        Column("asked_at", gettext_lazy("自"), "moment"),
    ]
    listed = table(request, queries.doubts_open(request.reach), columns, [Filter("kind", gettext_lazy("待办"), choices=KINDS)],
                   title=gettext_lazy("名册待核"), roomy=False, empty_title=gettext_lazy("没有待核的人"),
                   empty_text=gettext_lazy("住址都落到了门户，姓名也都对得上。"))
    return page(request, "screening/doubts.html", listed)


@may("manage")
@require_http_methods(["GET", "POST"])
def doubt(request, pk):
    """One doubt: put the person at a door, or say which of two names is right."""
    found = queries.doubt_named(pk)
    if found is None:
        raise Http404(pk)
    if found.state not in ("unplaced", "disputed"):
        return render(request, "screening/settled.html", {"doubt": found})
    return _place(request, found) if found.kind == "address_doubt" else _resolve(request, found)


def _place(request, found):
    form = PlaceForm(request.POST or None, reach=request.reach, home=found.unit_id)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        village = Unit.objects.get(pk=given["unit"])
        try:
            actions.place_person(doubt=found, unit=village, address=given["address"].strip(), may_add=given["may_add"], by=request.user,
                                 at=now())
            return _done(request, _("{name}已落到门户。").format(name=found.person.masked_name))
        except (NoSuchDoor, Refused) as wrong:
            form.add_error("address", str(wrong))
    address = mask_address(found.person.address.open())
    return render(request, "screening/place_person.html", {"doubt": found, "form": form, "address": address},
                  status=422 if form.errors else 200)


def _resolve(request, found):
    form = NameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.resolve_name(doubt=found, outcome=form.cleaned_data["outcome"], by=request.user, at=now())
            if found.outcome == "other" and found.arrival_id is None:
                messages.warning(request, _("那一行和已登记的人写的是同一天到达，还没有给他判定：请把“{roster}”再交一次。").format(
                    roster=found.roster.name if found.roster else ""))
            return _done(request, _("{name}已核实。").format(name=found.person.masked_name))
        except Refused as wrong:
            form.add_error("outcome", str(wrong))
    known, said = queries.contrasted(found.person.name, found.name)
    return render(request, "screening/resolve_name.html", {
        "doubt": found, "form": form, "known": known, "said": said, "known_phone": found.person.masked_phone,
        "said_phone": mask_phone(found.phone.open())}, status=422 if form.errors else 200)


def _done(request, told):
    messages.success(request, told)
    return redirect("screening:doubts")
