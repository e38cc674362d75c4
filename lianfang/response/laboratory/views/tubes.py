"""A tube in the sampler's hand: who is in it, the next one, sealing; and its results, for a reason."""
from uuid import UUID

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ui.forms import posted_id
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.registers.people.models import Person
from lianfang.registers.people.queries import search
from lianfang.registers.people.reading import reading, take_reason

from .. import actions
from ..clocks import result_due
from ..forms import SealForm, SwabForm, WhyForm
from ..models import Recall, Sample, Tube
from ..words import outcome_word

READ = "laboratory.read_result"
MOST = 20


def _tube(pk) -> Tube:
    return get_object_or_404(Tube.objects.select_related("session__unit", "unit", "by"), pk=pk)


def _shown(request, one, form=None, seal_form=None):
    """The page of a tube; with the form that was wrong, if one was."""
    samples = list(Sample.objects.filter(tube=one).select_related("person").order_by("position"))
    wanted = request.GET.get("q", "").replace("\0", "").strip()[:40]
    found = search(wanted, request.reach, most=MOST).people if wanted else []
    wrong = form or seal_form
    page = {"one": one, "samples": samples, "state": str(FLOWS["tube"].states[one.state]), "form": form or SwabForm(),
            "seal_form": seal_form or SealForm(), "free": one.places - len(samples), "due": result_due(one), "void_form": WhyForm(),
            "id": posted_id(request), "q": wanted, "found": found,
            "recalls": Recall.objects.filter(state="due").select_related("person")[:MOST] if one.places == 1 and not samples else []}
    return render(request, "laboratory/tube.html", page, status=422 if wrong and wrong.errors else 200)


@may("record")
def tube(request, pk):
    """One tube."""
    return _shown(request, _tube(pk))


@may("record")
@require_http_methods(["GET", "POST"])
def take_sample(request, pk):
    """The next person: by his card, or picked from the list."""
    one = _tube(pk)
    if request.method == "GET":
        return redirect("laboratory:tube", pk)
    if picked := _picked(request):
        swabs, form = [actions.Swab(who) for who in picked], SwabForm()
    else:
        form = SwabForm(request.POST)
        if not form.is_valid():
            return _shown(request, one, form)
        swabs = [actions.Swab(form.who, id=posted_id(request))]
    try:
        actions.take_samples(tube=one, swabs=swabs, by=request.user, at=now())
    except Refused as refused:
        form.is_valid()
        form.add_error("id_number", str(refused)) if form.is_bound else messages.error(request, str(refused))
        return _shown(request, one, form) if form.is_bound else redirect("laboratory:tube", pk)
    return redirect("laboratory:tube", pk)


def _picked(request) -> list[Person]:
    """The persons ticked, of those this reader sees."""
    try:
        ids = [UUID(text) for text in request.POST.getlist("people")]
    except ValueError:
        return []
    return list(Person.objects.filter(pk__in=ids).order_by("name"))


@may("record")
@require_POST
def take_out(request, pk):
    """Somebody registered by mistake."""
    one = get_object_or_404(Sample.objects.exclude(tube=None), pk=pk)
    try:
        actions.take_out(sample=one, by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("laboratory:tube", one.tube_id)


@may("record")
@require_POST
def seal(request, pk):
    """As many swabs as registrations."""
    one, form = _tube(pk), SealForm(request.POST)
    if form.is_valid():
        try:
            actions.seal(tube=one, count=form.cleaned_data["count"], by=request.user, at=now())
        except Refused as refused:
            form.add_error("count", str(refused))
        else:
            messages.success(request, _("封好了：{code}。接着扫下一支，或者装箱送检。").format(code=one.code))
            return redirect("laboratory:point", one.session_id)
    return _shown(request, one, seal_form=form)


@may("record")
@require_POST
def void(request, pk):
    """It cannot be tested."""
    one, form = _tube(pk), WhyForm(request.POST)
    try:
        actions.void(tube=one, why=form.cleaned_data["why"] if form.is_valid() else "", by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("laboratory:tube", pk)
    messages.success(request, _("作废了；管里的人已列入重新采样。"))
    return redirect("laboratory:tube", pk)


@may("record")
@require_http_methods(["GET", "POST"])
def read_result(request, pk):
    """One person's result, for a reason, for minutes."""
    one = get_object_or_404(Sample.objects.select_related("person", "tube"), pk=pk)
    if request.method == "POST":
        take_reason(request, one, READ, "sample")
        return redirect("laboratory:read_result", pk)
    opened = reading(request, one, READ)
    page = {"one": one, "outcome": outcome_word(one.outcome.open()) if opened["is_read"] else "", "action": request.path, **opened}
    return render(request, "laboratory/result.html", page)
