"""What the pages of transfers have in common: a step with a form, a step with one button, and who names whom to whom."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from lianfang.ground.workflow import Refused

from .. import queries
from ..models import Departure, Incoming


def letter_in_scope(pk) -> Incoming:
    """A letter within the scope."""
    if found := queries.incoming_named(pk):
        return found
    raise Http404(pk)


def departure_in_scope(pk) -> Departure:
    """A departure within the scope."""
    if found := Departure.objects.select_related("person", "unit").filter(pk=pk).first():
        return found
    raise Http404(pk)


def step(request, form, act, done, to, **page):
    """A page with a form and one button: `act(form)` calls one action; what it refuses is said on the form, and nothing typed is lost."""
    if request.method == "POST" and form.is_valid():
        try:
            act(form)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, done)
            return redirect(to)
    return render(request, "transfers/step.html", {"form": form, "back": to, **page}, status=422 if form.errors else 200)


def pressed(request, act, done, to):
    """One button: what is refused is said on the next page."""
    try:
        act()
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return redirect(to)
