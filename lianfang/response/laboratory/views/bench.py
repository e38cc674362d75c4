"""In the laboratory: boxes on their way, the queue by priority with its clocks, machines, results; codes of tubes and nobody's name."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.units.queries import root
from lianfang.ground.workflow import FLOWS, Refused

from .. import actions, queries
from ..forms import ReportForm, RunForm
from ..models import Recall, Run, Transfer, Tube

MOST = 200


@may("assay", sees="assay")
@require_http_methods(["GET", "POST"])
def queue(request):
    """What waits, the most urgent first; ticked tubes go onto a machine."""
    at = now()
    received = list(Tube.objects.filter(state="received").select_related("session").order_by("rank", "first_at")[:MOST])
    form = RunForm(request.POST or None, tubes=received)
    if request.method == "POST" and form.is_valid():
        chosen = [one for one in received if str(one.pk) in form.cleaned_data["tubes"]]
        try:
            made = actions.run(tubes=chosen, machine=form.cleaned_data["machine"], unit=root() or chosen[0].unit, by=request.user, at=at)
        except Refused as refused:
            form.add_error("tubes", str(refused))
        else:
            return redirect("laboratory:report", made.pk)
    page = {"form": form, "received": received, "at": at, "load": queries.load(day_of(at), at),
            "trips": Transfer.objects.filter(tubes__state="sent").distinct().select_related("box", "unit").order_by("sent_at")[:MOST],
            "runs": Run.objects.filter(tubes__state="running").distinct().order_by("started_at")[:MOST]}
    return render(request, "laboratory/queue.html", page, status=422 if form.errors else 200)


@may("assay", sees="assay")
def waits(request, pk):
    """Where the turn on a tube, or on somebody to be rechecked, is done: its box, the queue, or its machine."""
    found = Recall.objects.filter(pk=pk).values_list("again__tube", flat=True).first()
    one = get_object_or_404(Tube.objects.select_related("session"), pk=found or pk)
    if one.state == "sent" and one.transfer_id:
        return redirect("laboratory:receive", one.transfer_id)
    return redirect("laboratory:report", one.run_id) if one.run_id else redirect("laboratory:queue")


@may("assay", sees="assay")
@require_http_methods(["GET", "POST"])
def report(request, pk):
    """A machine's results: what is still on it, tube by tube."""
    one = get_object_or_404(Run.objects.select_related("by"), pk=pk)
    tubes = list(Tube.objects.filter(run=one, state="running").select_related("session").order_by("rank", "code"))
    form = ReportForm(request.POST or None, tubes=tubes)
    if request.method == "POST" and form.is_valid():
        found = [actions.Found(tube, outcome, ct) for tube, outcome, ct in form.found()]
        try:
            actions.report(found=found, by=request.user, at=now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("报出 {n} 管；该通知、隔离、复采的，已经同时办了。").format(n=len(found)))
            return redirect("laboratory:report", pk) if len(found) < len(tubes) else redirect("laboratory:queue")
    done = Tube.objects.filter(run=one).exclude(state="running").order_by("code")
    page = {"one": one, "form": form, "tubes": tubes, "done": done, "states": FLOWS["tube"].states}
    return render(request, "laboratory/report.html", page, status=422 if form.errors else 200)
