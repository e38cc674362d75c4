"""Somebody called to be sampled again: who he is, by when, or why not."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.queries.bound import bound

from .. import actions
from ..forms import WhyForm
from ..models import Recall, Session


@may("record")
@require_http_methods(["GET", "POST"])
def recall(request, pk):
    """One of them."""
    one = get_object_or_404(Recall.objects.select_related("person", "unit", "sample__tube"), pk=pk)
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.drop_recall(recall=one, why=form.cleaned_data["why"], by=request.user, at=now())
        except Refused as refused:
            form.add_error("why", str(refused))
        else:
            messages.success(request, _("已登记。"))
            return redirect("laboratory:recalls")
    page = {"one": one, "form": form, "is_bound": bool(bound([one.person_id])), "state": str(FLOWS["recall"].states[one.state]),
            "turn": Turn.objects.open().filter(record=pk).first(),
            "points": Session.objects.filter(closed_at=None).order_by("-opened_at")[:10]}
    return render(request, "laboratory/recall.html", page, status=422 if form.errors else 200)
