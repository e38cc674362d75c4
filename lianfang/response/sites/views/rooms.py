"""Rooms: one with what is in it, added on screen or by a sheet, described anew."""
import io

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from lianfang.ground import sheets
from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.sheets import SheetError
from lianfang.ground.ui.forms import sheet_came
from lianfang.ground.workflow import FLOWS, Refused

from .. import actions, queries
from ..forms import AddRoomForm, RoomForm, SheetForm
from ..models import FITS, Room
from ..reading.vocabulary import HEADINGS, SAMPLE
from .shown import site_in_scope

SHOWN_FAULTS = 200


def room_in_scope(pk) -> Room:
    """A room the reader may see."""
    if found := Room.objects.select_related("unit__door__building__unit", "site__unit", "site__leader").filter(unit__id=pk).first():
        return found
    raise Http404


def behind(request, pk, at, site=None) -> dict:
    """What a room's panel says."""
    one = room_in_scope(pk)
    if site and one.site_id != site.pk:
        raise Http404
    guests, cleaning = queries.room_guests(one)
    return {"room": one, "door": one.unit.door, "at": at, "close": reverse("sites:site", args=[one.site_id]), "cleaning": cleaning,
            "jobs": queries.jobs_in(one, at),
            "guests": [(guest, str(FLOWS["placement"].states[guest.state]), guest.day_number(day_of(at))) for guest in guests],
            "may_manage": "manage" in request.rights, "may_record": "record" in request.rights}


@may("look")
def room(request, pk):
    """A room's own page is the site's, with its panel open."""
    return redirect(reverse("sites:site", args=[room_in_scope(pk).site_id]) + f"?room={pk}")


@may("manage")
def import_rooms(request, pk):
    """A sheet of rooms; what could not be taken is said row by row, the rest stands."""
    site = site_in_scope(pk)
    form, taken = SheetForm(request.POST or None, request.FILES or None), None
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            taken = actions.import_rooms(site=site, content=file.read(), name=file.name, by=request.user, at=now())
        except (SheetError, Refused) as wrong:
            form.add_error("file", str(wrong))
        else:
            sheet_came(request, _("新加 {added} 间，改了 {described} 间，{faults} 行没有收。").format(
                added=taken.added, described=taken.described, faults=len(taken.faults)), taken.faults)
            if not taken.faults:
                return redirect("sites:site", pk)
    faults = taken.faults[:SHOWN_FAULTS] if taken else []
    return render(request, "sites/import.html", {"site": site, "form": form, "faults": faults}, status=422 if form.errors else 200)


@may("manage")
def blank(request):
    """A sheet to fill in."""
    out = io.BytesIO()
    sheets.write(out, _("房间"), [sheets.Column(words[0]) for words in HEADINGS.values()], SAMPLE[1:], sample=SAMPLE[0])
    return HttpResponse(out.getvalue(), content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        headers={"Content-Disposition": 'attachment; filename="rooms.xlsx"'})


@may("manage")
def add_rooms(request, pk):
    """One room on screen."""
    site = site_in_scope(pk)
    form = AddRoomForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_rooms(site=site, rooms=[form.lodging()], by=request.user, at=now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("{number} 加上了。").format(number=form.cleaned_data["number"]))
            return redirect("sites:add_rooms" if "more" in request.POST else "sites:site", pk)
    return render(request, "sites/form.html", {"form": form, "heading": _("加一间房"), "note": site.unit.name, "button": _("加上"),
                                               "more": _("加上，再加一间"), "site": site}, status=422 if form.errors else 200)


@may("manage")
def describe(request, pk):
    """What a room is."""
    one = room_in_scope(pk)
    known = {"beds": one.beds, "fits": [code for code in FITS if getattr(one, f"is_{code}")], "zone": one.zone, "shut": one.is_shut,
             "bathroom": "yes" if one.has_bathroom else "no"}
    form = RoomForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        try:
            actions.describe_room(room=one, by=request.user, at=now(), **form.facts())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("记下了。"))
            return redirect("sites:room", pk)
    return render(request, "sites/form.html", {"form": form, "heading": _("改房间情况"), "note": f"{one.site.unit.name} {one.unit.name}",
                                               "button": _("改好了"), "site": one.site}, status=422 if form.errors else 200)
