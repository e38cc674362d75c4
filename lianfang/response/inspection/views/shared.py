"""What the pages of inspection share: places, a record as a page, a step as a page."""
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.roles import holders
from lianfang.ground.accounts.scope import reach_of, within
from lianfang.ground.days import day_of, now
from lianfang.ground.outbox.models import Photo
from lianfang.ground.ui import forms, tables
from lianfang.ground.ui.forms import PlainForm
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.models import Turn

from ..models import Round

LATEST = 60  # rounds a list may be asked for: two months of days; an older one is opened from its own page


def units_in(request, right, levels=("township", "village")):
    """Units of these levels where a right is held."""
    standing = Unit.objects.in_force(day_of(now())).filter(level__in=levels)
    return within(standing, reach_of(request.assignments, right), "path").select_related("parent").order_by("path")


def inspectors(at):
    """Accounts that may sit in a team: whoever may inspect anywhere."""
    held = Assignment.objects.in_force(day_of(at)).filter(role__in=holders("inspect"))
    return Account.objects.filter(is_active=True, assignments__in=held).distinct().order_by("name")


def round_filter(lookup):
    """A list's question for one round: the latest ones, and whichever a number of a ranking asks for."""
    def choices(request):
        rounds, asked = Round.objects.order_by("-last_on", "-at").values_list("pk", "title"), request.GET.get("round", "")
        try:
            return dict(rounds[:LATEST]) | (dict(rounds.filter(pk=asked)) if asked else {})
        except ValidationError:
            return dict(rounds[:LATEST])

    return tables.Filter("round", gettext_lazy("哪一轮评比"), choices=choices, lookup=lookup)


def found(model, pk, *related):
    """A record within the scope, or nothing is there."""
    return get_object_or_404(model.objects.select_related(*related), pk=pk)


def state_word(flow, record) -> str:
    """Where a record stands, in words."""
    return str(FLOWS[flow].states[record.state])


@dataclass
class Record:
    """A record as a page: heading, where, state, rows of facts, what may be done, what hangs on it."""

    heading: str
    note: str = ""
    state: str = ""
    tone: str = ""
    rows: list = field(default_factory=list)
    ways: list = field(default_factory=list)
    lists: list = field(default_factory=list)
    back: tuple = ()
    photos: str = ""
    said: str = ""


def shown(request, record: Record, pk):
    """The page of a record."""
    record.rows = [row for row in record.rows if row[1] not in ("", None)]
    if "look" in request.rights and Photo.objects.filter(record=pk).exists():
        record.photos = reverse("home:photos", args=[pk])
    return render(request, "inspection/record.html", {"one": record, "turn": Turn.objects.open().filter(record=pk).first()})


class Sure(PlainForm):
    """Nothing is asked but whether to do it."""


@dataclass(frozen=True)
class Step:
    """One step of a record as a page: its form, what it is called, what is said when it is done, where it leads back."""

    model: type
    home: str
    heading: str | Promise
    done: str | Promise
    right: str
    form: type[PlainForm] = Sure
    related: tuple = ("unit",)
    sees: str = "inspected"
    tone: str = ""
    text: str | Promise = ""


def step(page: Step, act):
    """A view of one step: `act(record, cleaned, by, at)` calls one action; what it refuses is said on the form."""

    @may(page.right, sees=page.sees)
    def view(request, pk):
        record = found(page.model, pk, *page.related)
        form = page.form(request.POST, request.FILES) if request.method == "POST" else page.form()
        home = reverse(page.home, args=[pk])
        return forms.step(request, "inspection/form.html", form, lambda filled: act(record, filled.cleaned_data, request.user, now()),
                          page.done, home, heading=page.heading, note=getattr(record, "unit", ""), button=page.heading, back=home,
                          tone=page.tone, text=page.text)

    return view


def day_or_404(text, default):
    """A day of an address."""
    if not text:
        return default
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Http404 from None


def way(word, name, *args, main=False) -> tuple[Any, str, bool]:
    """A button of a record."""
    return word, reverse(f"inspection:{name}", args=args), main
