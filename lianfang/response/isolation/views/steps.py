"""One shape for every step of a record: a page with a form, one action, back to the record with a word."""
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.registers.people.models import Person
from lianfang.registers.people.reading import reading, take_reason

from .. import queries
from ..actions import Unproved
from ..forms import NoForm

HELD = _("短时间内管控的人太多：名单已扣下，由督查核定；放行之前谁也不受管控。")


@dataclass(frozen=True)
class Page:
    """What a step's page says: title, button, a sentence, the word afterwards; `shape(record, request)` gives the form more arguments.

    `other` is another way to go on: its label and address name, or what says them of a record and a request; `paper` a notice that is
    printed for this step, `conditions` what it asks for, in words, each with what stands in its way;
    `words` what somebody wrote, behind a reason.
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
    words: Any = None


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
            except Unproved as unproved:
                form = form.asking_evidence(str(unproved))
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
        conditions = page.conditions(record)
        context = {"page": page, "record": record, "form": form, "back": back(record), "other": other,
                   "conditions": conditions, "waits": any(missing for _label, missing in conditions), "about": page.about(record),
                   "may_print": "print" in request.rights, **(page.words.on(request, record) if page.words else {})}
        return render(request, "isolation/step.html", context, status=status)

    return view


@dataclass(frozen=True)
class Words:
    """What somebody wrote, in a sealed field: what it is called, under which verb its reading is told, where it is asked for."""

    field: str
    label: Any
    verb: str
    flow: str
    address: str

    def on(self, request, record) -> dict:
        """For the page of a step: the words once a reason was given, else the form that asks for it."""
        found = reading(request, record, self.verb)
        said = getattr(record, self.field).open() if found["is_read"] else ""
        return found | {"action": reverse(self.address, args=[record.pk]), "said": said}


def read(right, page: Page):
    """A view that takes the reason for which a record's words are read, and goes back to the record's own page."""

    @may(right)
    @require_POST
    def view(request, pk):
        record = get_object_or_404(page.model, pk=pk)
        take_reason(request, record, page.words.verb, page.words.flow)
        return redirect(FLOWS[page.words.flow].page_of(record.state, pk) or back(record))

    return view


def back(record) -> str:
    """The page of the person the record is about; one's own work where his home is not within sight: a guest of a site."""
    is_seen = Person.objects.filter(pk=record.person_id).exists()
    return reverse("home:person", args=[record.person_id]) if is_seen else reverse("home:home")
