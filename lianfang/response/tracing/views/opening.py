"""An index is opened, its days corrected, finished, withdrawn."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ui.forms import pressed
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused

from .. import actions
from ..forms import OpenForm, TimesForm
from ..models import Index


@may("investigate")
def open_index(request):
    """A case whose contacts are to be found."""
    form = OpenForm(request.POST or None, reach=request.reach)
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("disease", "anchor", "anchor_on", "isolated_at")}
        unit = Unit.objects.filter(path__under=request.reach).order_by("path").first()
        try:
            made = actions.report_index(who=form.who(), unit=unit, by=request.user, at=now(), **given)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("开始排查了：先把要算的那几天行程写上。"))
            return redirect("tracing:index", made.pk)
    return render(request, "tracing/open.html", {"form": form}, status=422 if form.errors else 200)


@may("investigate")
def retime(request, pk):
    """Other days count: what follows is computed at once."""
    one = get_object_or_404(Index.objects.select_related("person", "unit"), pk=pk)
    now_said = {"anchor": one.anchor, "anchor_on": one.anchor_on, "isolated_at": one.isolated_at}
    form = TimesForm(request.POST or None, initial=now_said)
    if request.method == "POST" and form.is_valid():
        try:
            actions.retime_index(index=one, by=request.user, at=now(), **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("改好了，接触者已经按新日期重算。"))
            return redirect("tracing:index", pk)
    return render(request, "tracing/retime.html", {"index": one, "form": form}, status=422 if form.errors else 200)


@may("investigate")
@require_POST
def finish(request, pk):
    """Everybody is found and decided on."""
    return _done(request, pk, actions.finish_index, _("排查完毕，转入观察。"))


@may("investigate")
@require_POST
def close(request, pk):
    """No case after all."""
    return _done(request, pk, actions.close_index, _("已撤销，他的接触者一起撤回。只跟他一个病例有关的，管控令转人工复核，复核前不变。"))


def _done(request, pk, act, says):
    one = get_object_or_404(Index.objects.select_related("person", "unit"), pk=pk)
    return pressed(request, lambda: act(index=one, by=request.user, at=now()), says, "tracing:index", pk)
