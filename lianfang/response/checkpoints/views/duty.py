"""On duty at a post: begin, count, hand over."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.workflow import Refused

from .. import actions, queries
from ..forms import HandOverForm, OpenShiftForm, TallyForm
from ..models import Passage, Shift
from .at_gate import post_at


@may("guard", sees="guard")
def open_shift(request, pk):
    """Go on duty."""
    post, form = post_at(request, pk), OpenShiftForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        try:
            actions.open_shift(post=post, people=found["people"], stock=found["stock"], by=request.user, at=now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已上岗。"))
            return redirect("checkpoints:gate", pk)
    before = Shift.objects.filter(post=post).exclude(closed_at=None).order_by("-closed_at").first()
    page = {"post": post, "form": form, "before": before, "title": _("上岗"), "verb": _("上岗")}
    return render(request, "checkpoints/shift.html", page, status=422 if form.errors else 200)


@may("guard", sees="guard")
@require_POST
def tally(request, pk):
    """One more, or as many as were counted; the page comes back with the new count."""
    post, form = post_at(request, pk), TallyForm(request.POST)
    shift = Shift.objects.filter(post=post, closed_at=None).first()
    if shift is None:
        messages.error(request, _("还没有上岗，先上岗再点数。"))
    elif form.is_valid():
        found = form.cleaned_data
        try:
            actions.tally(shift=shift, vehicles=found["vehicles"] or 0, people=found["people"] or 0, by=request.user, at=now())
        except Refused as refused:
            messages.error(request, str(refused))
    else:
        messages.error(request, _("点数只能填数字。"))
    if request.htmx and shift is not None:
        return render(request, "checkpoints/counts.html", {"counts": queries.counts(shift), "post": post})
    return redirect("checkpoints:gate", pk)


@may("guard", sees="guard")
def hand_over_shift(request, pk):
    """End a shift: counts beside records, who is held still, what is in stock."""
    shift = get_object_or_404(Shift.objects.select_related("post", "opened_by"), pk=pk)
    form = HandOverForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.hand_over_shift(shift=shift, stock=form.cleaned_data["stock"], why=form.cleaned_data["why"], by=request.user, at=now())
        except Refused as refused:
            form.add_error("why" if shift.state == "on_duty" else None, str(refused))
        else:
            messages.success(request, _("已交班。下一班请点“上岗”。"))
            return redirect("checkpoints:gate", shift.post_id)
    held = Passage.objects.filter(post=shift.post_id, closed_at=None).select_related("vehicle").order_by("at")
    page = {"post": shift.post, "shift": shift, "form": form, "counts": queries.counts(shift), "held": held, "title": _("交班"),
            "verb": _("交班")}
    return render(request, "checkpoints/shift.html", page, status=422 if form.errors else 200)
