"""One shape for every step of a record: a page with a form, one action, back to the record with a word."""
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.workflow import Refused

from .. import queries
from ..forms import NoForm

HELD = _("一小时内管控的人太多：名单已扣下，由督查核定；放行之前谁也不受管控。")


@dataclass(frozen=True)
class Page:
    """What a step's page says: title, button, a sentence, the word afterwards; `shape(record, request)` gives the form more arguments.

    `other` is another way to go on: its label and address name, or what says them of a record and a request; `paper` a notice that is
    printed for this step, `conditions` what it asks for, in words, each with what stands in its way.
    """

    model: type
    title: Any
    verb: Any
    done: Any
    form: type = NoForm
    text: Any = ""
    shape: Callable = lambda record, request: {}
    tone: str = ""
    other: Any = ()
    paper: str = ""
    conditions: Callable = lambda record: ()
    about: Callable = lambda record: ()


def step(right, page: Page, act: Callable):
    """A view of one step: `act(record, cleaned, by, at)` calls one action; what it refuses is said on the form, and what it decided
    but the supervisor must see first is not called done."""

    @may(right)
    def view(request, pk):
        record = get_object_or_404(page.model.objects.select_related("person", "unit"), pk=pk)
        form = page.form(request.POST or None, **page.shape(record, request))
        if request.method == "POST" and form.is_valid():
            try:
                outcome = act(record, form.cleaned_data, request.user, now())
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                if isinstance(outcome, Verdict) and queries.are_held([outcome]):
                    messages.warning(request, HELD)
                else:
                    messages.success(request, page.done)
                return redirect(request.POST.get("next") if request.POST.get("next") == reverse("home:home") else back(record))
        status = 422 if form.errors else 200
        way = page.other(record, request) if callable(page.other) else page.other
        other = (way[0], reverse(way[1], args=[pk])) if way else None
        context = {"page": page, "record": record, "form": form, "back": back(record), "other": other,
                   "conditions": page.conditions(record), "about": page.about(record),
                   "may_print": "print" in request.rights}
        return render(request, "isolation/step.html", context, status=status)

    return view


def back(record) -> str:
    """The page of the person the record is about."""
    return reverse("home:person", args=[record.person_id])
