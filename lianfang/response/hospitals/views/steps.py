"""A step of a report or a problem: a page with a sentence, a form and one button."""
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.workflow import Refused

from ..forms import NoForm
from ..models import Week


@dataclass(frozen=True)
class Page:
    """What a step's page says: title and button, the word afterwards, its form, a sentence before it, of what, by whom."""

    title: Any
    done: Any
    form: type = NoForm
    text: Any = ""
    tone: str = ""
    model: type = Week
    home: str = "hospitals:week"
    right: str = "investigate"


def step(page: Page, act):
    """A view of one step: `act(record, cleaned, by, at)` calls one action; what it refuses is said on the form."""

    @may(page.right, sees="ward")
    def view(request, pk):
        record = get_object_or_404(page.model.objects.select_related("hospital"), pk=pk)
        form = page.form(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                act(record, form.cleaned_data, request.user, now())
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, page.done)
                return redirect(page.home, pk)
        context = {"page": page, "record": record, "form": form}
        return render(request, "hospitals/step.html", context, status=422 if form.errors else 200)

    return view
