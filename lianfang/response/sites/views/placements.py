"""Whose room it is: the list of guests, one with what comes next, and the steps."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now, today
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.forms import pressed
from lianfang.ground.vault.masks import mask_name
from lianfang.ground.workflow import FLOWS, Refused

from .. import actions, queries
from ..forms import PlaceForm
from ..models import TRIPS, Cleaning, Placement
from ..words import PLACEMENT_TONES, STEP_WORDS, wants_word

WAYS = {"awaited": ("to_site",), "admitted": ("to_hospital", "home"), "in_hospital": ("from_hospital",), "left": ("home",)}
RELATED = ("person__unit", "room__unit", "room__site__unit", "site__unit", "home__parent", "unit")


def placement_in_scope(pk) -> Placement:
    """A placement the reader may see."""
    if found := Placement.objects.select_related(*RELATED).filter(pk=pk).first():
        return found
    raise Http404


@may("look")
def placements(request):
    """Everybody who has a room, or is to have one."""
    on, states = today(), FLOWS["placement"].states

    def where(row):
        return f"{row.site.unit.name} {row.room.unit.name}" if row.room_id else ""

    def day(row):
        return _("第 {n}/{total} 天").format(n=row.day_number(on), total=row.days) if row.ended_at is None else ""

    columns = [
        tables.Column("person.name", gettext_lazy("姓名"), "name", text=lambda row: mask_name(row.person.name), cell=lambda row: parts.name(
            mask_name(row.person.name), reverse("sites:placement", args=[row.pk]))),
        tables.Column("room", gettext_lazy("房间"), sort="unit__path", cell=where, text=where),
        tables.Column("base_on", gettext_lazy("第几天"), cell=day, text=day),
        tables.Column("until_on", gettext_lazy("住到"), "date", cell=lambda row: row.last_on.isoformat(),
                      text=lambda row: row.last_on.isoformat()),
        tables.Column("state", gettext_lazy("状态"), text=lambda row: str(states[row.state]),
                      cell=lambda row: parts.tag(str(states[row.state]), PLACEMENT_TONES.get(row.state, ""))),
        tables.Column("proposed_at", gettext_lazy("提出"), "moment", on_phone=False),
    ]
    filters = [tables.Filter("state", gettext_lazy("状态"), choices=lambda r: [(s.code, str(s)) for s in states.values()]),
               tables.Filter("site", gettext_lazy("隔离点"), choices=lambda r: [(str(s.site.pk), s.site.unit.name)
                                                                           for s in queries.standing(now())])]
    found = indicators.opened(request, Placement)
    table = tables.table(request, found.rows.select_related(*RELATED), columns, filters, "-proposed_at",
                         title=found.title or _("集中隔离人员"), keep=indicators.KEPT, empty_title=_("没有要集中隔离的人"))
    return tables.page(request, "sites/placements.html", table, at=found.at)


@may("look")
def placement(request, pk):
    """One, with what comes next."""
    return _shown(request, placement_in_scope(pk))


def _shown(request, one, form=None, step=""):
    may_record = "record" in request.rights
    context = {"one": one, "at": now(), "state": str(FLOWS["placement"].states[one.state]), "day": one.day_number(day_of(now())),
               "wants": wants_word(one.wants), "tone": PLACEMENT_TONES.get(one.state, ""), "may_record": may_record,
               "party": queries.party_of(one), "choices": [], "sites": [], "is_near": request.reach.covers(one.person.unit.path),
               "counsel": queries.counsel_of(one.person_id), "trip": queries.trip_now(one),
               "ways": [(kind, TRIPS[kind]) for kind in WAYS.get(one.state, ())]}
    if may_record and one.state in ("proposed", "awaited", "admitted"):
        context |= _choosing(request, one, form, step)
    return render(request, "sites/placement.html", context, status=422 if form is not None and form.errors else 200)


def _choosing(request, one, form, step) -> dict:
    """Where somebody may be put: rooms of one site at a time, and the rooms of his family."""
    standing = queries.standing(now())
    asked = request.GET.get("site") or str(one.site_id or (standing[0].site.pk if standing else ""))
    sites = [{"label": s.site.unit.name, "url": f"{reverse('sites:placement', args=[one.pk])}?site={s.site.pk}", "count": s.free,
              "is_current": str(s.site.pk) == asked} for s in standing]
    steps = ["confirm_room"] if one.state == "proposed" else ["change_room", "merge"]
    found = []
    for code in steps:
        rooms = queries.rooms_for(one, code, asked)
        if rooms or code != "merge":
            given = form if form is not None and code == step else PlaceForm(rooms=rooms, party=queries.party_of(one), chosen=one.room_id)
            found.append((code, STEP_WORDS[code], given, rooms, str(FLOWS["placement"].steps[code])))
    return {"choices": found, "sites": sites if len(sites) > 1 else []}


@may("record")
@require_POST
def place(request, pk, step):
    """A room is confirmed, changed or shared, for him alone or for all who are with him."""
    act = {"confirm_room": actions.confirm_room, "change_room": actions.change_room, "merge": actions.merge}.get(step)
    if act is None:
        raise Http404
    one, site = placement_in_scope(pk), request.POST.get("site", "")
    form = PlaceForm(request.POST, rooms=queries.rooms_for(one, step, site), party=queries.party_of(one), chosen=None)
    if not form.is_valid():
        return _shown(request, one, form, step)
    try:
        act(placements=form.people(), room=form.room(), by=request.user, at=now())
    except Refused as refused:
        form.add_error(None, str(refused))
        return _shown(request, one, form, step)
    messages.success(request, _("{room} 定好了。").format(room=form.room().unit.name))
    return redirect("sites:placement", pk)


@may("record")
@require_POST
def admit(request, pk):
    """He, and whoever is awaited in the same room, is in his room."""
    one = placement_in_scope(pk)
    return _done(request, one, lambda **told: actions.admit(placements=[each for each in queries.party_of(one) if each.state == one.state],
                                                            **told), _("已入住，管控令转到房间，告知书算送到本人手里。"))


@may("record")
@require_POST
def come_back(request, pk):
    """Back from the hospital."""
    one = placement_in_scope(pk)
    return _done(request, one, lambda **told: actions.come_back(placements=[one], **told), _("已经回到房间。"))


def _done(request, one, act, says):
    return pressed(request, lambda: act(by=request.user, at=now()), says, "sites:placement", one.pk)


@may("record")
def cleaning(request, pk):
    """A room to be disinfected; done, it is free."""
    one = Cleaning.objects.select_related("site__unit", "unit", "done_by").filter(pk=pk).first()
    if one is None:
        raise Http404
    if request.method == "POST":
        try:
            actions.disinfect(cleanings=[one], by=request.user, at=now())
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("{room} 消毒完了，可以再安排人住。").format(room=one.unit.name))
        return redirect("sites:room", one.room_id)
    return render(request, "sites/cleaning.html", {"one": one, "at": now()})
