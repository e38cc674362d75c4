"""The report card on screen and on paper: filled for the first time, corrected, printed."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.days import now
from lianfang.ground.documents import check_form, handed_out
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui.actions import office_of
from lianfang.ground.workflow import Refused
from lianfang.registers.people.queries import read_for

from .. import actions, queries
from ..clocks import report_due
from ..forms import CardForm
from ..papers.card import card_paper
from .case import READ


def _named(pk):
    found = queries.case_named(pk)
    if found is None:
        raise Http404(pk)
    return found


@may("investigate")
@require_http_methods(["GET", "POST"])
def report(request, pk):
    """The first card."""
    found = _named(pk)
    if found.state != "to_report":
        return redirect("cases:case", pk)
    return _filled(request, found, True, lambda said, reason: actions.report(case=found, said=said, by=request.user, at=now()))


@may("investigate")
@require_http_methods(["GET", "POST"])
def correct(request, pk):
    """A further card under the same number."""
    found = _named(pk)
    if found.state == "to_report":
        return redirect("cases:report", pk)
    return _filled(request, found, False,
                   lambda said, reason: actions.correct(case=found, said=said, reason=reason, by=request.user, at=now()))


def _filled(request, found, is_first, act):
    is_open = bool(read_for(found.pk, READ, request.user, now()))
    form = CardForm(request.POST or None, before=queries.standing(found), is_open=is_open, is_first=is_first)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        try:
            act(said, said.pop("reason", ""))
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已报告。接下来记行程、查密接，填个案调查表，时限见下。") if is_first else _("已订正，编号不变。"))
            return redirect("cases:case", found.pk)
    page = {"one": found, "form": form, "is_first": is_first, "is_open": is_open, "due": report_due(found)}
    return render(request, "cases/card.html", page, status=422 if form.errors else 200)


@may("investigate")
@require_POST
def print_card(request, pk, form):
    """The newest card on paper, with the full name: printing it is written down."""
    found = _named(pk)
    check_form(form)
    cards = queries.cards_of(found)
    if not cards:
        raise Http404(pk)
    filled = card_paper(found, cards[0], is_drill())
    below = foot(actions.print_card(case=found, by=request.user, at=now()), office_of(request, "investigate"))
    return handed_out(filled, form, f"card-{found.number}-{cards[0].edition}", below)
