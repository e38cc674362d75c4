"""Pages that put up buildings and lanes, take address lists, and show a building's shape with what is behind its doors."""
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.queries import answering
from lianfang.ground.days import today
from lianfang.ground.ids import typed_number
from lianfang.ground.ui.elevation import house, lane
from lianfang.ground.units.models import Unit

from .. import actions, queries, shapes
from ..actions.places import BELOW
from ..addresses import LONGEST, building_key
from ..addresses.vocabulary import BUILDING_WORD
from ..drawing import cells_of_doors, cells_of_shape
from ..forms import AddressesForm, DoorForm, LaneForm, WizardForm
from ..models import Building, Door
from .asking import asked, holds, trail_to, unit_in_reach, who_and_when

SHOWN_FAULTS = 200


def _ground_for_buildings(request, pk):
    """A unit in reach in which buildings may stand."""
    found = unit_in_reach(request, pk)
    if "building" not in BELOW[found.level] or found.until_on is not None:
        raise Http404
    return found


@may("manage")
def wizard(request, pk):
    """Floors × stairs × doors, drawn before anything is saved."""
    unit = _ground_for_buildings(request, pk)
    form = WizardForm(request.POST or None, initial={"names": BUILDING_WORD.format(_next_number(unit))})
    return _put_up(request, unit, form, lambda names, **rest: [shapes.block(name, **rest) for name in shapes.names(names)],
                   _("按层数、单元、户数加楼"))


def _next_number(unit) -> int:
    """One more than the highest numbered building beside it."""
    standing = unit.children.filter(level="building", until_on=None).values_list("name", flat=True)
    return 1 + max((int(number) for _head, number in map(building_key, standing) if number.isdecimal()), default=0)


@may("manage")
def lanes(request, pk):
    """A lane of bungalows by its range of doors."""
    unit = _ground_for_buildings(request, pk)
    form = LaneForm(request.POST or None)
    return _put_up(request, unit, form, lambda name, **rest: [shapes.lane(name, **rest)], _("加平房巷子"))


def _put_up(request, unit, form, drawn, title):
    """Draw what the form says; with `save`, put it up."""
    planned = _planned(form, drawn)

    def act(**_said):
        for shape in planned:
            shape.parent = unit
        actions.build(shapes=planned, **who_and_when(request))

    context = {"planned": planned, "drawing": _drawn(planned[0]) if planned else "", "doors": sum(len(shape.cells) for shape in planned)}
    if request.method == "POST" and "save" not in request.POST:
        context |= {"unit": unit, "form": form, "title": title, "trail": trail_to(request, unit, own=True)}
        return render(request, "territory/wizard.html", context)
    return asked(request, unit, form, act, title=title, said=_("已建好。"), button=_("建好保存"), template="territory/wizard.html",
                 **context)


def _planned(form, drawn):
    """The shapes a filled form means, or the one an empty form starts with."""
    if form.is_bound and not form.is_valid():
        return []
    said = form.cleaned_data if form.is_bound else {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    if not all(said.get(name) for name in ("name", "names") if name in said):
        return []
    try:
        return drawn(**{name: value for name, value in said.items() if value is not None})
    except shapes.ShapeFault as fault:
        form.add_error(None, str(fault))
        return []


def _drawn(shape):
    cells = cells_of_shape(shape)
    return (lane if shape.kind == "lane" else house)(cells, title=shape.name) if cells else ""


@may("look")
@require_GET
def lines(request, pk):
    """How an address line below a unit may go on, while it is typed."""
    found = queries.lines(unit_in_reach(request, pk), request.GET.get("address", "")[:LONGEST])
    return render(request, "ui/lines.html", {"lines": found})


@may("manage")
def addresses(request, pk):
    """Doors from a list of addresses: first what would come of it, then the doors."""
    unit = unit_in_reach(request, pk)
    form = AddressesForm(request.POST or None, request.FILES or None)

    def act(lines):
        actions.add_doors(unit=unit, addresses=lines, **who_and_when(request))

    if request.method == "POST" and "save" not in request.POST and form.is_valid():
        lines = form.cleaned_data["lines"]
        found = actions.add_doors(unit=unit, addresses=lines, dry_run=True, **who_and_when(request))
        return render(request, "territory/addresses.html", {
            "unit": unit, "form": AddressesForm(initial={"text": "\n".join(lines)}), "found": found, "faults": found.faults[:SHOWN_FAULTS],
            "trail": trail_to(request, unit, own=True)})
    return asked(request, unit, form, act, title=_("按地址加门户"), said=_("门户已加上。"), button=_("加进去"),
                 template="territory/addresses.html")


@may("look")
@require_GET
def building(request, pk):
    """The shape of a building, door by door."""
    unit, found = _building(request, pk)
    placed = queries.shape(found)
    stairs = sorted(unit.children.filter(level="stair", until_on=None), key=lambda stair: (len(stair.name), stair.name))
    heads = answering([unit.id, *(stair.id for stair in stairs)], today())
    return render(request, "territory/building.html", {
        "unit": unit, "building": found, "trail": trail_to(request, unit), "drawing": _elevation(request, found, placed),
        "doors": len(placed), "heads": sum(p.door.head_count or 0 for p in placed), "shops": sum(p.door.use == "shop" for p in placed),
        "unknown": sum(p.door.head_count is None and p.door.use == "home" for p in placed),
        "standing": queries.standing_at(unit),
        "responsible": heads.get(unit.id), "stairs": [(stair, heads.get(stair.id)) for stair in stairs],
        "may": {right: holds(request, right, unit) for right in ("manage", "staff")}, "may_mark_site": _leads_county(request, unit),
    })


def _building(request, pk) -> tuple[Unit, Building]:
    unit = unit_in_reach(request, pk)
    return unit, get_object_or_404(Building.objects.select_related("unit"), unit=unit)


def _elevation(request, found, placed):
    """The front of the building; doors open for those who may write on them."""
    opens = holds(request, "manage", found.unit)
    cells = cells_of_doors(placed, lambda door: reverse("territory:door", args=[door.unit_id]) if opens else "",
                           typed_number(request.GET.get("door", "")))
    return (lane if found.kind == "lane" else house)(cells, title=found.unit.name) if cells else ""


@may("manage")
def door(request, pk):
    """What is behind a door, in the side panel."""
    unit = unit_in_reach(request, pk)
    found = get_object_or_404(Door, unit=unit)
    called = f"{unit.parent.name} {unit.name}"
    form = DoorForm(request.POST or None, initial={name: getattr(found, name) for name in DoorForm.base_fields})
    return asked(request, unit, form, lambda **known: actions.describe_doors(doors=[found], **known, **who_and_when(request)),
                 title=called, said=_("{door}已记下。").format(door=called), button=_("记下"),
                 back=reverse("territory:building", args=[found.building_id]) if found.building_id else None)


@may("manage")
@require_POST
def mark_site(request, pk):
    """Make a building a central quarantine site, or take that back: the county's word."""
    unit, found = _building(request, pk)
    if not _leads_county(request, unit):
        raise PermissionDenied("manage")
    actions.mark_site(building=found, is_site=not found.is_site, **who_and_when(request))
    return redirect("territory:building", unit.id)


def _leads_county(request, unit) -> bool:
    """Whether the reader manages the whole county the unit lies in."""
    return holds(request, "manage", Unit(path=f"/{unit.ancestor_ids[0]}/"))
