"""One correction: what is said to be wrong, what is right, and the answer."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.registers.people.queries import read_for
from lianfang.registers.people.reading import reading, take_reason

from .. import actions, forms
from ..models import CHANNELS, FIELDS, Correction
from .answering import LOOK, shown


def _found(pk):
    return get_object_or_404(Correction.objects.select_related("person", "unit", "answered_unit"), pk=pk)


def _page(request, one, form, title, verb, done, act):
    if request.method == "POST" and form.is_valid():
        try:
            act(one, form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, done)
            return redirect(reverse("home:person", args=[one.person_id]))
    context = reading(request, one, LOOK) | {
        "correction": one, "form": form, "title": title, "verb": verb, "field": FIELDS[one.field], "at": now(),
        "state": str(FLOWS["correction"].states[one.state]), "channel": CHANNELS[one.channel]}
    if context["is_read"]:
        context |= {"words": one.words.open(), "right": one.right.open(), "answer": one.answer.open()}
    return render(request, "redress/correction.html", context, status=422 if form.errors else 200)


@may("manage")
def correction(request, pk):
    """Mend it, with what was verified."""
    one = _found(pk)
    right = one.right.open() if read_for(one.pk, LOOK, request.user, now()) else ""
    form = forms.CorrectForm(request.POST or None, field=one.field, right=right, kind=one.person.id_kind)

    def act(one, found):
        actions.correct(correction=one, reason=found["reason"], changes=found.get("changes"), by=request.user, at=now())

    return _page(request, one, form, _("核实更正"), _("核实无误，更正"), _("已更正，本人看得到。"), act)


@may("manage")
def leave_as_is(request, pk):
    """Leave it, with a reason."""
    def act(one, found):
        actions.leave_as_is(correction=one, by=request.user, at=now(), **found)

    return _page(request, _found(pk), forms.KeepForm(request.POST or None), _("不改"), _("不改"), _("已答复，本人看得到理由。"), act)


@may("manage")
@require_POST
def read(request, pk):
    """What he wrote: the reason is asked and written down."""
    take_reason(request, _found(pk), LOOK, "correction")
    return redirect("redress:correction", pk)


@may("manage")
@require_POST
def photo(request, pk):
    """The photo that came with it, for who has said why he reads it; who looks is written down."""
    return shown(request, _found(pk), "correction")
