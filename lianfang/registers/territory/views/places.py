"""Pages of a unit: its table, those without a responsible account, and the small forms that change it."""
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.actions import appoint as appoint_account
from lianfang.ground.days import today
from lianfang.ground.units.actions import set_figure
from lianfang.ground.units.fields import TOP
from lianfang.ground.units.models import LEVELS, RANK, Unit

from .. import actions, queries
from ..actions.places import BELOW
from ..forms import AddForm, AppointForm, Confirmed, FigureForm, IntoForm, RenameForm
from ..shapes import names as series
from . import tables
from .asking import address_of, asked, holds, trail_to, unit_in_reach, who_and_when

OFFICIAL_BELOW = ("township", "village")


@may("look")
@require_GET
def start(request):
    """Where the reader's own territory begins."""
    units = Unit.objects.filter(parent=None) if TOP in request.reach else Unit.objects.filter(path__in=list(request.reach))
    first = units.order_by("path").first()
    if first is None:
        raise Http404
    return redirect(address_of(first))


@may("look")
@require_GET
def unit(request, pk):
    """A unit with everything directly below it."""
    found = unit_in_reach(request, pk)
    if (elsewhere := address_of(found)) != request.path:
        return redirect(elsewhere)
    on = today()
    below = queries.children(found, on)
    context = {
        "unit": found, "place": queries.place(found, on, below), "trail": trail_to(request, found), "level": LEVELS[found.level],
        "may": {right: holds(request, right, found) for right in ("manage", "staff", "configure")},
        "adds": levels_to_add(request, found), "houses": "building" in BELOW[found.level] and found.until_on is None,
        "places_below": found.until_on is None and found.level in ("county", "township", "village", "grid", "compound"),
        "standing": queries.standing_at(found),
        "namings": found.namings.order_by("-from_on")[1:],
        "figures": [(one, int(one.value) if one.value.is_integer() else one.value) for one in found.figures.order_by("-from_on", "kind")],
        "is_by_hand": not found.code and found.until_on is None and found.parent_id is not None,
    }
    return tables.answer(request, "territory/unit.html", tables.children(request, found, below), **context)


@may("look")
@require_GET
def vacant(request, pk):
    """Units at or below for which nobody answers."""
    found = unit_in_reach(request, pk)
    table = tables.vacant(request, found, today())
    return tables.answer(request, "territory/vacant.html", table, unit=found, trail=trail_to(request, found, True))


def levels_to_add(request, unit):
    """What may be added below by form: official levels only by those who configure; buildings have their wizard."""
    if unit.until_on is not None:
        return []
    allowed = [level for level in BELOW[unit.level] if RANK[level] < RANK["building"]]
    return [level for level in allowed if level not in OFFICIAL_BELOW or holds(request, "configure", unit)]


@may("manage")
def add(request, pk):
    """Add grids, compounds or special units below."""
    found = unit_in_reach(request, pk)
    levels = levels_to_add(request, found)
    if not levels:
        raise PermissionDenied("configure")

    def act(level, names):
        actions.add_places(parent=found, level=level, names=series(names), **who_and_when(request))

    form = AddForm(request.POST or None, levels=levels)
    return asked(request, found, form, act, title=_("在{unit}下面加").format(unit=found.name), said=_("已加上。"), button=_("加上"))


@may("manage")
def rename(request, pk):
    """Call a unit otherwise."""
    found = unit_in_reach(request, pk)
    form = RenameForm(request.POST or None, initial={"name": found.name})
    return asked(request, found, form, lambda name: actions.rename_place(unit=found, name=name, **who_and_when(request)),
                 title=_("给{unit}改名").format(unit=found.name), said=_("已改名。"), button=_("改名"))


@may("manage")
@require_POST
def close(request, pk):
    """End a unit."""
    found = unit_in_reach(request, pk)
    return asked(request, found, Confirmed(request.POST), lambda: actions.close_place(unit=found, **who_and_when(request)),
                 title=_("撤销{unit}").format(unit=found.name), said=_("{unit}已撤销。").format(unit=found.name), button=_("撤销"),
                 back=address_of(found.parent or found))


@may("manage")
def merge(request, pk):
    """Hand everything below to another unit of the same level."""
    found = unit_in_reach(request, pk)
    candidates = Unit.objects.filter(path__under=request.reach, level=found.level, until_on=None).exclude(pk=found.pk)
    near = candidates.filter(path__under=(found.parent.parent or found.parent).path) if found.parent else candidates
    form = IntoForm(request.POST or None, candidates=near)
    return asked(request, found, form, lambda into: actions.merge_place(unit=found, into=into, **who_and_when(request)),
                 title=_("把{unit}并入").format(unit=found.name), said=_("已并入。"), button=_("并入"),
                 back=address_of(found.parent or found))


@may("manage")
def move(request, pk):
    """Hang a unit elsewhere in its village, or in another of the same town."""
    found = unit_in_reach(request, pk)
    holders = [level for level, below in BELOW.items() if found.level in below]
    top = next((u for u in reversed(list(_above(found))) if u.level == "township"), found.parent or found)
    candidates = Unit.objects.filter(path__under=request.reach, level__in=holders, until_on=None).filter(path__under=top.path)
    form = IntoForm(request.POST or None, candidates=candidates.exclude(path__under=found.path))
    return asked(request, found, form, lambda into: actions.move_place(unit=found, parent=into, **who_and_when(request)),
                 title=_("把{unit}移到").format(unit=found.name), said=_("已移好，下面的门户和记录都跟着走。"), button=_("移过去"))


def _above(unit):
    while unit := unit.parent:
        yield unit


@may("manage")
def figure(request, pk):
    """Population or area from a day, with its source."""
    found = unit_in_reach(request, pk)
    form = FigureForm(request.POST or None, initial={"from_on": today()})
    return asked(request, found, form, lambda **figure: set_figure(unit=found, **figure, **who_and_when(request)),
                 title=_("填{unit}的人口或面积").format(unit=found.name), said=_("已记下，各项比率从那天起按它算。"), button=_("记下"))


@may("staff")
def appoint(request, pk):
    """Say who answers for the unit."""
    found = unit_in_reach(request, pk)
    form = AppointForm(request.POST or None, unit=found, on=today())
    return asked(request, found, form, lambda account: appoint_account(unit=found, account=account, **who_and_when(request)),
                 title=_("谁负责{unit}").format(unit=found.name), said=_("已定负责人。"), button=_("定下"))
