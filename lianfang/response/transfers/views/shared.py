"""What the pages of transfers have in common: a letter or a departure within the scope, and a step with a form."""
from django.http import Http404

from lianfang.ground.ui import forms

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
    """A page with a form and one button."""
    return forms.step(request, "transfers/step.html", form, act, done, to, **{"back": to, **page})
