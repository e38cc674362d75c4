"""The headquarters on one page; standing it up in three steps: declare, look at the run card, press."""
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may, opens
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of, now
from lianfang.ground.ui.forms import pressed, step
from lianfang.registers.diseases.queries import disease_word

from .. import actions, queries, rules
from ..forms import DeclareForm, EndForm, HeadForm, LevelForm
from ..models import KINDS, Emergency, Response
from ..responsibility import gaps
from .asked import changed, changes, county_of

STEPS = ("group", "series", "table", "post", "site", "message")


@may("look")
@require_GET
def hq(request):
    """The emergency, its level, heads, groups, mechanisms, and where nobody answers; or how to stand it up."""
    county, at = county_of(request), now()
    on = day_of(at)
    with everything():
        one = queries.standing(county)
        page = {"county": county, "may_change": changes(request, county), "one": one, "is_inside": request.reach.covers(county.path),
                "mechanisms": queries.mechanisms(county, on),
                "phases": reverse("phases:phases") if opens(request, reverse("phases:phases")) else ""}
        if one:
            found = queries.groups(one, on)
            leads, loads = queries.leads_of(found, on), {group.pk: queries.loads(group, at) for group in found}
            page |= {"response": queries.level_now(one), "past": queries.levels(one)[1:], "heads": queries.heads(one, on),
                     "disease": disease_word(one.disease, on), "kinds": KINDS,
                     "groups": [(group, leads.get(group.pk), sum(load.open for load in loads[group.pk]),
                                 sum(load.late for load in loads[group.pk])) for group in found],
                     "left": [card for card in queries.run_card(queries.level_now(one), on) if not card.is_done],
                     "n_gaps": len(gaps(county, on))}
    return render(request, "command/hq.html", page)


@may("sign")
@require_http_methods(["GET", "POST"])
def declare(request):
    """Step one: what for, at which level, by whose decision."""
    county, made = county_of(request), []
    form = DeclareForm(request.POST or None)

    def act(filled):
        made.append(actions.declare(unit=county, by=request.user, at=now(), **filled.cleaned_data))

    def there():
        with everything():
            return reverse("command:run_card", args=[queries.level_now(made[0]).pk])

    return step(request, "command/declare.html", form, act, _("已启动。下面是这一级要立起来的，看一遍，再按一次。"), there, county=county)


@may("sign")
@require_http_methods(["GET", "POST"])
def change_level(request, pk):
    """Another level."""
    one = _emergency(request, pk)
    form = LevelForm(request.POST or None)

    def there():
        with everything():
            return reverse("command:run_card", args=[queries.level_now(one).pk])

    return step(request, "command/level.html", form, lambda filled: actions.change_level(
        emergency=one, by=request.user, at=now(), **filled.cleaned_data), _("级别已改。下面是这一级还要立起来的。"), there, one=one)


@may("sign")
@require_http_methods(["GET", "POST"])
def end_emergency(request, pk):
    """The response ends."""
    one = _emergency(request, pk)
    return step(request, "command/end.html", EndForm(request.POST or None), lambda filled: actions.end_emergency(
        emergency=one, by=request.user, at=now(), **filled.cleaned_data), _("响应已终止，工作组已撤。"), reverse("command:hq"), one=one)


@may("look")
@require_GET
def run_card(request, pk):
    """Step two: what the level stands up, what of it stands."""
    one = _response(request, pk, "look")
    with everything():
        card = queries.run_card(one, day_of(now()))
    parts = [(kind, rules.word("run_card", "kind", kind) if kind != "group" else str(KINDS["group"]), [s for s in card if s.kind == kind])
             for kind in STEPS]
    return render(request, "command/run_card.html", {
        "response": one, "one": one.emergency, "parts": [part for part in parts if part[2]], "left": sum(not s.is_done for s in card),
        "may_change": changes(request, one.emergency.unit) and one.until_at is None})


@may("sign")
@require_POST
def stand_up(request, pk):
    """Step three: pressed."""
    one = _response(request, pk)
    return pressed(request, lambda: actions.stand_up(response=one, by=request.user, at=now()),
                   _("已立起来。还没有组长的，逐个点进去填。"), "command:hq")


@may("sign")
@require_http_methods(["GET", "POST"])
def appoint_head(request, pk):
    """A joint head, or a deputy."""
    one = _emergency(request, pk)
    form = HeadForm(request.POST or None, unit=one.unit)
    return step(request, "command/appoint.html", form, lambda filled: actions.appoint(
        emergency=one, by=request.user, at=now(), **filled.given()), _("已任命。"), reverse("command:hq"), one=one, heading=_("任命指挥长"))


def _emergency(request, pk) -> Emergency:
    found = Emergency._base_manager.select_related("unit").filter(pk=pk).first()
    return changed(request, found, lambda one: one.unit)


def _response(request, pk, right="sign") -> Response:
    found = Response._base_manager.select_related("emergency__unit").filter(pk=pk).first()
    return changed(request, found, lambda one: one.emergency.unit, right)
