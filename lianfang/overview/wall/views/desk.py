"""Screens as whoever leads sees them: put up with a code shown once, steered from a phone, revoked."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.ui.forms import pressed
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused

from .. import actions, queries
from ..actions.screens import SHOWN_OF
from ..forms import ScreenForm
from ..models import PANELS
from ..rules import figure_word, placed


@may("urge")
@require_GET
def screens(request):
    """Which there are, when each was seen last."""
    found = [one for one in queries.screens() if request.reach.covers(one.unit.path)]
    return render(request, "wall/screens.html", {"screens": found, "at": now(), "may_issue": _units(request)})


def _units(request):
    """Units of which the reader may put up a screen."""
    held = [one.unit for one in request.assignments if "urge" in one.rights and one.unit.level in SHOWN_OF]
    return list(dict.fromkeys(held))


@may("urge")
@require_http_methods(["GET", "POST"])
def issue_key(request):
    """Another screen; its code is shown in the answer and never again."""
    units = _units(request)
    if not units:
        raise Http404
    form = ScreenForm(request.POST or None, units=units)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            screen, code = actions.issue_key(unit=Unit.objects.get(pk=said["unit"]), name=said["name"], language=said["language"],
                                             by=request.user, at=now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return _code(request, screen, code)
    return render(request, "wall/issue.html", {"form": form}, status=422 if form.errors else 200)


def _code(request, screen, code):
    address = request.build_absolute_uri(reverse("wall:pair"))
    return render(request, "wall/code.html", {"screen": screen, "code": f"{code[:4]} {code[4:]}", "address": address})


def _named(request, pk):
    found = queries.screens().filter(pk=pk).first()
    if found is None or not request.reach.covers(found.unit.path):
        raise Http404(pk)
    return found


@may("urge")
@require_GET
def screen(request, pk):
    """One screen, as a remote control for the thumb."""
    one, at = _named(request, pk), now()
    figures = [(each.code, figure_word(each.code)) for each in placed(day_of(at)) if each.is_on_map]
    return render(request, "wall/screen.html", {"screen": one, "figures": figures, "panels": list(PANELS.items()), "at": at})


@may("urge")
@require_POST
def renew_code(request, pk):
    """Another code, shown in the answer."""
    one = _named(request, pk)
    try:
        code = actions.renew_code(screen=one, by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("wall:screen", pk)
    return _code(request, one, code)


@may("urge")
@require_POST
def revoke_key(request, pk):
    """It shows nothing any more."""
    one = _named(request, pk)
    return pressed(request, lambda: actions.revoke_key(screen=one, by=request.user, at=now()), _("已停用，大屏马上黑屏。"), "wall:screens")


@may("urge")
@require_POST
def steer(request, pk):
    """One press: a figure, a panel, or halt and go on."""
    one, said = _named(request, pk), request.POST
    asked = {"figure": said.get("figure"), "panel": said.get("panel"),
             "is_paused": {"yes": True, "no": False}.get(said.get("paused", ""))}
    return pressed(request, lambda: actions.steer(screen=one, by=request.user, at=now(), **asked), _("大屏马上换。"), "wall:screen", pk)
