"""At the gate: which post, what stands there now, a vehicle with everybody in it, the short form, and what the table says."""
from uuid import UUID

from django.contrib import messages
from django.forms import formset_factory
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.scope import sees
from lianfang.ground.days import day_of, now
from lianfang.ground.ids import uuid7
from lianfang.ground.rows.recent import kept
from lianfang.ground.ui.forms import posted_id
from lianfang.ground.workflow import Refused

from .. import actions, queries
from ..asking.reading import car_of
from ..forms import CarForm, QuickForm, SomeoneForm
from ..models import Passage, Post, Vehicle
from ..models.post import PostRows
from ..queries.telling import LOOKS, TONES, case

MOST = 60
People = formset_factory(SomeoneForm, extra=0, min_num=1, max_num=MOST, absolute_max=MOST, validate_max=True)
RECENT = 8


def post_at(request, pk) -> Post:
    """A post that stands, where this account guards; its record is at most a second old."""
    on = day_of(now())
    post = kept(("post", pk, on), 1.0, lambda: PostRows(Post).in_force(on).select_related("unit").filter(pk=pk).first())
    if post is None or not sees(post.unit.path):
        raise Http404
    return post


@may("guard", sees="guard")
def gates(request):
    """The posts of this account; the only one opens at once."""
    found = queries.posts_of(request.reach, now())
    if len(found) == 1:
        return redirect("checkpoints:gate", found[0].post.pk)
    return render(request, "checkpoints/gates.html", {"posts": found, "at": now()})


@may("guard", sees="guard")
def gate(request, pk):
    """What stands at a post: who is on duty, counts beside records, who is held, the last vehicles."""
    post, at = post_at(request, pk), now()
    here = next((one for one in queries.posts_of(request.reach, at) if one.post.pk == post.pk), None)
    if here is None:  # taken down meanwhile
        raise Http404
    held = Passage.objects.filter(post=post, closed_at=None).select_related("vehicle").order_by("at")
    recent = Vehicle.objects.filter(post=post, on=day_of(at)).order_by("-at")[:RECENT]
    page = {"here": here, "post": post, "counts": queries.counts(here.shift) if here.shift else None, "held": held, "recent": recent,
            "queue": queries.queue_of(post, at), "at": at}
    return render(request, "checkpoints/gate.html", page)


@may("guard", sees="guard")
def pass_vehicle(request, pk):
    """A vehicle and everybody in it, on one page."""
    post = post_at(request, pk)
    data, own = _with_one_more(request.POST) if request.method == "POST" else None, posted_id(request)
    form, people = CarForm(data, initial=_carried_over(request)), People(data, prefix="p")
    if data is not None and "more" not in request.POST and form.is_valid() and people.is_valid():
        at = now()
        try:
            car = car_of(form.cleaned_data, [one.cleaned_data for one in people], pk=own, post=post, at=at, received_at=at)
            [vehicle] = actions.pass_vehicle(cars=[car], by=request.user, at=at)
        except Refused as refused:
            form.add_error(None, str(refused))
            own = _anew(refused, own)
        else:
            return redirect("checkpoints:vehicle", vehicle.pk)
    fresh = data is None or "more" in request.POST
    page = {"post": post, "form": form, "people": people, "id": own, "is_fresh": fresh}
    return render(request, "checkpoints/pass_vehicle.html", page, status=200 if fresh else 422)


def _with_one_more(posted):
    """What was sent, with an empty person more where that was asked for."""
    found = posted.copy()
    if "more" in found and (count := found.get("p-TOTAL_FORMS", "")).isdecimal() and len(count) < 4:
        found["p-TOTAL_FORMS"] = str(min(MOST, int(count) + 1))
    return found


def _carried_over(request) -> dict:
    """What the short form knew already."""
    names = ("plate", "direction")
    return {name: request.session[f"gate-{name}"] for name in names if request.session.get(f"gate-{name}")}


def _anew(refused, own) -> UUID:
    """Another id for what is another vehicle than the one that stands under this."""
    return uuid7() if isinstance(refused, actions.RecordedBefore) else own


@may("guard", sees="guard")
def pass_quick(request, pk):
    """The short form: how many, the hottest, from here or not."""
    post, form, own = post_at(request, pk), QuickForm(request.POST or None), posted_id(request)
    if request.method == "POST" and form.is_valid():
        found, at = form.cleaned_data, now()
        quick = actions.quick_of(found, pk=own, post=post, at=at, received_at=at)
        if actions.asks_all(quick):
            messages.warning(request, _("有外来人员：请逐人登记。"))
            request.session["gate-plate"], request.session["gate-direction"] = found["plate"], found["direction"]
            return redirect("checkpoints:pass_vehicle", pk)
        try:
            [vehicle] = actions.pass_quick(quicks=[quick], by=request.user, at=at)
        except Refused as refused:
            form.add_error(None, str(refused))
            own = _anew(refused, own)
        else:
            return redirect("checkpoints:vehicle", vehicle.pk)
    page = {"post": post, "form": form, "id": own}
    return render(request, "checkpoints/pass_quick.html", page, status=422 if form.errors else 200)


@may("guard", sees="guard")
def vehicle(request, pk):
    """What the table says of a vehicle: one word, one colour, one sound, and what to do next; to whoever checked it or looks on there."""
    found = get_object_or_404(Vehicle.objects.select_related("post"), pk=pk)
    if found.by_id != request.user.pk and "look" not in request.rights:
        raise Http404
    request.session.pop("gate-plate", None)
    people = [(one, case(one)) for one in found.passages.order_by("seat")]
    look = LOOKS[found.outcome]
    worst = next((told for one, told in people if one.outcome == found.outcome), None)
    again = reverse(f"checkpoints:{'pass_quick' if found.post.form == 'quick' else 'pass_vehicle'}", args=[found.post_id])
    page = {"vehicle": found, "people": people, "look": look, "tones": TONES[look], "worst": worst, "again": again}
    return render(request, "checkpoints/vehicle.html", page)


@may("guard", sees="guard")
def known(request, pk):
    """Whether a number has come through here or is on record: a masked name, so that nobody types what is known. Never in an address."""
    post, found, refused = post_at(request, pk), None, ""
    if request.method == "POST":
        try:
            found = actions.know(number=request.POST.get("number", ""), post=post, by=request.user, at=now())
        except Refused as why:
            refused = str(why)
    return render(request, "checkpoints/known.html", {"known": found, "refused": refused})
