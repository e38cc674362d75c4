"""One door: what is known of it, a visit, and somebody found there."""
from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.outbox.xlsform import form_of
from lianfang.ground.ui.forms import posted_id
from lianfang.ground.workflow import Refused
from lianfang.registers.territory.models import OCCUPANCIES, Door
from lianfang.registers.territory.queries import sought

from .. import actions
from ..forms import FoundForm, VisitForm, WhoseForm
from ..models import Household, Questions, Seal, Visit
from ..queries import campaigns as known

SHOWN = 12


def door_in(request, pk) -> Door:
    """The door of a unit, if it lies where the view's right is held."""
    found = Door.objects.select_related("unit__parent").filter(unit__id=pk).first()
    if found is None or not request.reach.covers(found.unit.path):
        raise Http404
    return found


@may("look")
def door(request, pk):
    """What is known of a door: who answers, its visits, its slip."""
    one = door_in(request, pk)
    visits = list(Visit.objects.filter(unit=pk).select_related("by", "campaign").order_by("-at")[:SHOWN])
    context = {"door": one, "occupancy": OCCUPANCIES[one.occupancy], "visits": visits,
               "seal": Seal.objects.filter(unit=pk, ended_at=None).first(), "at": now(),
               "households": Household.objects.filter(unit=pk, campaign__state="running").select_related("campaign")}
    return render(request, "doorstep/door.html", context)


def campaign_asked(request, door):
    """The campaign that a visit is for: the one asked for, else the running one that ends first; None where there is none."""
    asked = request.GET.get("campaign") or request.POST.get("campaign")
    if asked:
        try:
            return known.campaigns(request.reach).filter(pk=UUID(asked), state="running").first()
        except ValueError:
            raise Http404 from None
    return known.campaign_at(door.unit)


@may("record")
def visit(request, pk):
    """Write down what was found; who came back from elsewhere is asked for next."""
    one = door_in(request, pk)
    campaign = campaign_asked(request, one)
    asked, own = _asked(request, campaign), posted_id(request)
    form, extra = VisitForm(request.POST or None), form_of(asked.form)(request.POST or None, prefix="q") if asked else None
    if request.method == "POST" and form.is_valid() and _fits(form, extra):
        told = actions.Told(one.unit_id, campaign=campaign, questions=asked, answers=_answers(form, extra), id=own, **form.cleaned_data)
        try:
            actions.visit(visits=[told], by=request.user, at=now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return _after(request, one, campaign, form.cleaned_data)
    page = {"door": one, "campaign": campaign, "form": form, "extra": extra, "asked": asked, "id": own}
    wrong = request.method == "POST"  # whoever comes here after a POST has something to mend
    return render(request, "doorstep/visit.html", page, status=422 if wrong else 200)


def _asked(request, campaign) -> Questions | None:
    """The version that the page showed, where it was an older one; else the one that counts now."""
    if campaign is None:
        return None
    shown = request.POST.get("questions")
    return known.version_of(campaign, shown) if shown else campaign.questions


def _fits(form, extra) -> bool:
    """Whether what else is asked was answered, where somebody was met."""
    return extra is None or form.cleaned_data["outcome"] != "visited" or extra.is_valid()


def _answers(form, extra) -> dict:
    return extra.answers() if extra and form.cleaned_data["outcome"] == "visited" else {}


def _after(request, door, campaign, given):
    """Whoever came back is asked for; else on to the next door without an answer."""
    if given["returnees"]:
        messages.warning(request, _("还要登记从外地回来的 {n} 人。").format(n=given["returnees"]))
        return redirect(reverse("doorstep:find", args=[door.unit_id], query={"left": given["returnees"]}))
    messages.success(request, _("记下了：{door}。").format(door=door.unit.name))
    if campaign is None:
        return redirect("doorstep:door", door.unit_id)
    return redirect(reverse("doorstep:households", query={"campaign": campaign.pk, "open": 1, "unit": door.unit.parent_id}))


@may("record")
def whose(request):
    """Somebody sought was found: at which door, so that he is recorded there and the table decides."""
    form = WhoseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        doors = [unit for unit in sought(form.cleaned_data["address"], request.reach) if unit.level == "door"]
        if len(doors) == 1:
            return redirect("doorstep:find", doors[0].pk)
        form.add_error("address", _("对不上一户：请写全小区、栋、单元、门牌，或者胡同、门牌。"))
    return render(request, "doorstep/whose.html", {"form": form}, status=422 if form.errors else 200)


@may("record")
def find(request, pk):
    """Somebody who came from elsewhere: the table decides at once."""
    one, at = door_in(request, pk), now()
    asked = request.GET.get("left", "1")
    left = min(max(int(asked), 1), 99) if asked.isdecimal() and len(asked) < 3 else 1
    form, own = FoundForm(request.POST or None), posted_id(request)
    if request.method == "POST" and form.is_valid():
        try:
            [found] = actions.find(seen=[actions.Seen(one.unit_id, campaign=campaign_asked(request, one), id=own, **form.seen())],
                                   by=request.user, at=at)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            if left > 1:
                messages.success(request, _("登记好了，还有 {n} 人。").format(n=left - 1))
                return redirect(reverse("doorstep:find", args=[pk], query={"left": left - 1}))
            messages.success(request, _("登记好了，该怎么管已经按表判定。"))
            return redirect("home:person", found.person_id)
    return render(request, "doorstep/find.html", {"door": one, "form": form, "left": left, "id": own}, status=422 if form.errors else 200)
