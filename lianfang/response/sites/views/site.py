"""A site: opened, led by somebody, closed; as it stands this minute, room by room."""
from django.contrib import messages
from django.db.models import Case, Q, Value, When
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now, today
from lianfang.ground.ids import typed_number
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused

from .. import actions, queries
from ..forms import LeaderForm, OpenForm
from ..models import Site
from .rooms import behind
from .shown import accounts_near, drawn, floors, site_in_scope

FIRST = Case(When(level="building", then=Value(0)), default=Value(1))  # buildings that were flagged before villages


@may("manage")
def open_site(request):
    """A place becomes a site."""
    at = now()
    standing = Unit.objects.in_force(today()).filter(path__under=request.reach).select_related("parent")
    flagged = Q(level="building", building__is_site=True) & ~Q(pk__in=Site.objects.filter(closed_at=None).values("unit"))
    top = standing.order_by("path").first()
    form = OpenForm(request.POST or None, places=standing.filter(flagged | Q(level="village")).order_by(FIRST, "path"),
                    accounts=accounts_near(top, at))
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.open_site(**form.cleaned_data, by=request.user, at=at)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("隔离点开好了。下一步：导入房间表，或者一间一间加。"))
            return redirect("sites:site", made.pk)
    return render(request, "sites/form.html", {"form": form, "heading": _("开一个隔离点"), "button": _("开起来"),
                                               "back": "sites:sites"}, status=422 if form.errors else 200)


@may("manage")
@require_POST
def ask_guests(request):
    """Whoever an order keeps at a site and who has no room yet, since before the first site was opened too, is proposed one."""
    try:
        actions.ask_guests(by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("sites:sites")
    messages.success(request, _("要集中隔离的人都列出来了；在隔离点的“接人”里一起定房间。"))
    return redirect(reverse("sites:placements") + "?state=proposed")


@may("look")
def site(request, pk):
    """The front of a site; with `room`, what is in that room beside it, or alone for htmx."""
    one, at, asked = site_in_scope(pk), now(), request.GET.get("room", "")
    room = typed_number(asked)
    chosen = behind(request, room, at, site=one) if room is not None else {}
    if chosen and request.htmx and request.htmx.target == "panel":
        return render(request, "sites/panel.html", chosen)
    rooms = queries.rooms_now(one, at)
    drawings = drawn(one, rooms, day_of(at), room if chosen else None)
    page = {"site": one, "at": at, "drawings": drawings, "may_manage": "manage" in request.rights,
            "staff": queries.staff_of(one, at), "rounds": [(each, queries.rule_word(each.kind)) for each in queries.rounds_of(one, at)],
            "floors": floors(rooms), "may_record": "record" in request.rights, "coming": len(queries.coming_to(one))}
    return render(request, "sites/site.html", page | chosen)


@may("manage")
def leader(request, pk):
    """Who leads it."""
    one, at = site_in_scope(pk), now()
    form = LeaderForm(request.POST or None, accounts=accounts_near(one.unit, at), initial={"leader": one.leader_id})
    if request.method == "POST" and form.is_valid():
        try:
            actions.name_leader(site=one, leader=form.cleaned_data["leader"], by=request.user, at=at)
        except Refused as refused:
            form.add_error("leader", str(refused))
        else:
            messages.success(request, _("负责人定好了，这里的待办转给他。"))
            return redirect("sites:site", pk)
    return render(request, "sites/form.html", {"form": form, "heading": _("谁负责这个隔离点"), "note": one.unit.name,
                                               "button": _("就定这一位"), "site": one}, status=422 if form.errors else 200)


@may("manage")
@require_POST
def close(request, pk):
    """Nobody is sent there any more."""
    try:
        actions.close_site(site=site_in_scope(pk), by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("sites:site", pk)
    messages.success(request, _("隔离点关闭了。"))
    return redirect("sites:sites")
