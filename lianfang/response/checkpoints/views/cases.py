"""Somebody held at a gate: why, what to do next, measured again, decided by a lead, or taken along."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.workflow import FLOWS, Refused

from .. import actions, queries
from ..asking.reading import changes_of
from ..forms import DecideForm, RecheckForm
from ..models import OUTCOMES, Passage

RELATED = ("vehicle", "post__unit", "person", "home", "slip", "by")


def _found(request, pk) -> Passage:
    """Somebody's passage, for who guards there now or looks on; what is closed is for who looks on."""
    one = get_object_or_404(Passage.objects.select_related(*RELATED), pk=pk)
    if one.closed_at is not None and "look" not in request.rights and one.by_id != request.user.pk:
        raise Http404
    return one


def _page(request, one, form, decide=None):
    found = queries.case(one)
    page = {"one": one, "case": found, "look": found["look"], "form": form, "decide": decide or DecideForm(),
            "state": str(FLOWS["passage"].states[one.state]) if one.state else "", "is_asked": one.state in ("waiting", "observing"),
            "word": str(OUTCOMES[one.outcome]), "is_lead": "station" in request.rights}
    status = 422 if form.errors or (decide is not None and decide.errors) else 200
    return render(request, "checkpoints/passage.html", page, status=status)


@may("guard", sees="guard")
def passage(request, pk):
    """The case; what is measured or asked anew goes to the table."""
    one = _found(request, pk)
    form = RecheckForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, one, form)
    changes = changes_of(one, form.cleaned_data)
    if not changes:
        form.add_error("temperature", _("还没有填新的结果。"))
        return _page(request, one, form)
    try:
        actions.recheck(passage=one, by=request.user, at=now(), **changes)
    except Refused as refused:
        form.add_error(None, str(refused))
        return _page(request, one, form)
    messages.success(request, _("已复核：{word}").format(word=OUTCOMES[one.outcome]))
    return redirect("checkpoints:passage", pk)


@may("station", sees="guard")
@require_POST
def decide(request, pk):
    """What the table leaves to a person, by a reason of the list."""
    one, form = _found(request, pk), DecideForm(request.POST)
    if not form.is_valid():
        return _page(request, one, RecheckForm(), form)
    steps = {"pass": actions.let_pass, "register": actions.register, "observe": actions.observe, "transfer": actions.transfer,
             "turn_back": actions.turn_back}
    try:
        steps[form.cleaned_data["outcome"]](passage=one, reason=form.cleaned_data["reason"], by=request.user, at=now())
    except Refused as refused:
        form.add_error("reason", str(refused))
        return _page(request, _found(request, pk), RecheckForm(), form)
    messages.success(request, _("已处理：{word}").format(word=OUTCOMES[one.outcome]))
    return redirect("checkpoints:passage", pk)


@may("guard", sees="guard")
@require_POST
def hand_to_site(request, pk):
    """The team has taken him along."""
    one = _found(request, pk)
    try:
        actions.hand_to_site(passage=one, by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("转运组已接走。"))
    return redirect("checkpoints:gate", one.post_id)
