"""One contact: what he rests on, how he stands, where he was himself; handed over, reminded of, taken back."""
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.decisions.queries import row_of
from lianfang.ground.ui.forms import pressed
from lianfang.ground.workflow import FLOWS
from lianfang.registers.diseases.queries import disease_word
from lianfang.registers.outside.queries import answers_of
from lianfang.registers.people.queries.bound import bound

from .. import actions
from ..forms import DiaryForm, ToForm
from ..models import KINDS, OURS, Contact
from ..queries.days import days_told, has_home, places_told
from ..queries.evidence import window_last
from ..queries.following import ended_by, letters_sent, rests_on
from .diary import blank, told


def contact_of(pk) -> Contact:
    """A contact within the scope."""
    found = Contact.objects.select_related("person__unit", "unit", "index__person", "index__unit", "verdict", "decided_by")
    return get_object_or_404(found, pk=pk)


@may("investigate")
def contact(request, pk):
    """All of one."""
    return shown(request, contact_of(pk))


def shown(request, one, form=None):
    """The page of a contact."""
    at = now()
    days = days_told(one.person, min(one.last_exposed_on, one.index.from_on), window_last(one.index, at))
    form = form or blank(request, one.person, days, one.last_exposed_on, after=one.last_exposed_on)
    verdict = one.verdict
    row = row_of(verdict.table, verdict.version, verdict.row) if verdict and verdict.row else None
    page = {"one": one, "kind": KINDS[one.kind], "state": str(FLOWS["contact"].states[one.state]), "rests_on": rests_on(one), "row": row,
            "verdict": verdict, "day": one.day_number(day_of(at)), "is_bound": bool(bound([one.person_id])), "at": at, "days": days,
            "is_open": one.state in (*OURS, "received"),
            "form": form, "places": places_told(),
            "has_home": has_home(one.person), "disease": disease_word(one.index.disease, one.index.anchor_on), "to": ToForm(),
            "letters": letters_sent(one), "ended_by": ended_by(one), "answers": answers_of(one.pk)}
    return render(request, "tracing/contact.html", page, status=422 if form.errors else 200)


@may("investigate")
@require_POST
def diary_of(request, pk):
    """A day of the contact is told: for the second ring."""
    one, form = contact_of(pk), DiaryForm(request.POST)
    if not told(request, form, one.person):
        return shown(request, one, form)
    return redirect(reverse("tracing:contact", args=[pk]) + "#diary")


@may("investigate")
@require_POST
def hand_over(request, pk):
    """He is elsewhere: another county is asked."""
    to = request.POST.get("to", "")[:60]
    return _done(request, pk, lambda one, **told: actions.hand_over(contacts=[one], to=to, **told),
                 _("可以打印协查函了；收到回执再回来记。"))


@may("investigate")
@require_POST
def chase(request, pk):
    """The other county owes its receipt."""
    return _done(request, pk, lambda one, **told: actions.chase(contact=one, **told),
                 _("记下催了一次，可以打印催办的函；再没有回执，会再进待办。"))


@may("investigate")
@require_POST
def withdraw(request, pk):
    """No contact after all."""
    return _done(request, pk, lambda one, **told: actions.withdraw(contacts=[one], **told),
                 _("撤回了；他的管控令已转人工复核。发过协查函的，还要告知对方。"))


@may("investigate")
@require_POST
def bring_back(request, pk):
    """He is here after all."""
    return _done(request, pk, lambda one, **told: actions.bring_back(contact=one, **told), _("记下了，由本县观察，该怎么管已按表判定。"))


@may("investigate")
@require_POST
def lose_contact(request, pk):
    """Nobody found him in time."""
    return _done(request, pk, lambda one, **told: actions.lose_contact(contact=one, **told), _("按失访结案了。"))


def _done(request, pk, act, says):
    return pressed(request, lambda: act(contact_of(pk), by=request.user, at=now()), says, "tracing:contact", pk)
