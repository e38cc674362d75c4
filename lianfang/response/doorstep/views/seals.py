"""Seal slips: the list, a sheet to print, the mark that was read, and one slip with what each round found."""
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.ui import parts, tables
from lianfang.ground.units.queries import above
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.registers.people.queries import whereabouts

from .. import actions
from ..models import CONDITIONS, Seal
from ..papers import SealSheet, Slip
from ..queries import seals as known
from .lists import listed

A_SHEET = 200  # slips printed at once


def _state(seal):
    return str(FLOWS["seal"].states[seal.state])


@may("look")
def seals(request):
    """All slips."""
    def number(seal):
        return format_html('<a href="{}">{}</a>', reverse("doorstep:seal", args=[seal.pk]), seal.number)

    columns = [
        tables.Column("serial", gettext_lazy("编号"), sort=("year", "serial"), cell=number, text=lambda seal: seal.number),
        tables.Column("state", gettext_lazy("状态"), text=_state, cell=lambda seal: parts.tag(_state(seal), TONES.get(seal.state, ""))),
        tables.Column("posted_at", gettext_lazy("贴上"), "moment"),
        tables.Column("looked_at", gettext_lazy("最近查看"), "moment"),
    ]
    filters = [tables.Filter("state", gettext_lazy("状态"), choices=lambda r: [(s.code, str(s)) for s in FLOWS["seal"].states.values()])]
    return listed(request, Seal, columns, filters, "-printed_at", _("骑缝条"), empty=_("还没有骑缝条"))


TONES = {"printed": "warn", "posted": "good", "broken": "bad"}


@may("record")
def print_seals(request):
    """A sheet of slips for the empty and rented homes of one's reach that have none."""
    doors = list(known.doors_to_seal(request.reach)[:A_SHEET])
    if request.method == "POST" and doors:
        at = now()
        made = actions.print_seal(units=[door.unit_id for door in doors], by=request.user, at=at)
        return _sheet(made, request, at)
    waiting = Seal.objects.filter(state="printed", unit__path__under=request.reach).count()
    return render(request, "doorstep/print_seals.html", {"doors": doors, "waiting": waiting, "most": A_SHEET})


def _sheet(seals, request, at):
    """The slips as paper, for the office whose doors they are."""
    places = whereabouts([seal.unit for seal in seals])
    with translation.override("zh-hans"):
        slips = tuple(_slip(seal, places[seal.unit_id], request) for seal in seals)
        issuer = above(seals[0].unit, "village").name
    sheet = SealSheet(slips=slips, printed_on=day_of(at), issuer=issuer, phone=settings.HELP_PHONE, is_drill=request.user.is_demo)
    told = {"Content-Disposition": f'attachment; filename="seals-{day_of(at)}.pdf"'}
    return HttpResponse(sheet.pdf(), content_type="application/pdf", headers=told)


def _slip(seal, place, request):
    code = known.code_of(seal)
    return Slip(number=seal.number, place=place, code=code, link=request.build_absolute_uri(reverse("doorstep:scan", query={"code": code})))


@may("record")
def scan(request):
    """The code of a slip, typed or read: its page."""
    code = request.GET.get("code", "").strip()[:80]
    if code and (seal := known.sealed_as(code)):
        return redirect("doorstep:seal", seal.pk)
    return render(request, "doorstep/scan.html", {"code": code})


@may("record")
def seal(request, pk):
    """One slip: post it, say how it was found, take it off."""
    one = get_object_or_404(Seal.objects.select_related("unit"), pk=pk)
    if request.method == "POST":
        try:
            messages.success(request, _acted(request, one))
        except Refused as refused:
            messages.error(request, str(refused))
        return redirect("doorstep:seal", pk)
    return render(request, "doorstep/seal.html", {"seal": one, "state": _state(one), "tone": TONES.get(one.state, ""),
                                                  "looks": known.looks_of(one), "conditions": CONDITIONS})


def _acted(request, seal):
    """What was pressed is done; what to say of it."""
    told = {"by": request.user, "at": now()}
    act = request.POST.get("act", "")
    if act == "post":
        actions.post_seal(seals=[seal], **told)
        return _("贴上了，过几天来查看。")
    if act == "lift":
        actions.lift_seal(seal=seal, **told)
        return _("揭下来了。")
    if act == "spoil":
        actions.spoil_seal(seal=seal, **told)
        return _("这张作废了。")
    actions.check_seal(seal=seal, condition=act, **told)
    return _("记下了：完好。") if act == "intact" else _("记下了：破损。今天要上门看看。")
