"""Boxes: sealed tubes are sent, the laboratory receives them."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.workflow import Refused

from .. import actions
from ..forms import BoxForm, ReceiveForm
from ..models import Transfer, Tube

MOST = 100


@may("record")
@require_http_methods(["GET", "POST"])
def send(request):
    """What is sealed here goes into a box; below, the boxes that went lately."""
    waiting = list(Tube.objects.filter(state="sealed").select_related("session__unit").order_by("rank", "first_at")[:MOST])
    form = BoxForm(request.POST or None, tubes=waiting)
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        tubes = [one for one in waiting if str(one.pk) in found["tubes"]]
        try:
            actions.send(box=found["box"], tubes=tubes, carrier=found["carrier"], temperature=found["temperature"],
                         unit=tubes[0].session.unit, by=request.user, at=now())
        except Refused as refused:
            form.add_error("box", str(refused))
        else:
            messages.success(request, _("送出 {n} 管，实验室已看到。").format(n=len(tubes)))
            return redirect("laboratory:send")
    page = {"form": form, "waiting": waiting, "trips": Transfer.objects.select_related("box", "sent_by").order_by("-sent_at")[:MOST]}
    return render(request, "laboratory/send.html", page, status=422 if form.errors else 200)


@may("assay", sees="assay")
@require_http_methods(["GET", "POST"])
def receive(request, pk):
    """A box is opened in the laboratory: tube by tube against its list."""
    trip = get_object_or_404(Transfer.objects.select_related("box", "sent_by", "unit"), pk=pk)
    tubes = list(Tube.objects.filter(transfer=trip, state="sent").order_by("code"))
    form = ReceiveForm(request.POST or None, tubes=tubes)
    if request.method == "POST" and form.is_valid():
        try:
            missing = actions.receive(transfer=trip, by=request.user, at=now(), **form.cleaned_data)
        except Refused as refused:
            form.add_error("note", str(refused))
        else:
            text = _("接收了；还差：{codes}。").format(codes=_("、").join(missing)) if missing else _("整箱接收了。")
            messages.success(request, text)
            return redirect("laboratory:queue")
    return render(request, "laboratory/receive.html", {"trip": trip, "tubes": tubes, "form": form}, status=422 if form.errors else 200)
