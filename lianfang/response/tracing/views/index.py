"""One index: its days as told, whom the rule proposes with the evidence, and who was decided on."""
from django.contrib import messages
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.registers.diseases.queries import disease_word
from lianfang.registers.people.queries import whereabouts

from .. import actions, queries
from ..forms import DecideForm, DiaryForm
from ..models import ANCHORS, OPEN, Index
from ..queries.days import days_told, has_home, places_told
from ..queries.evidence import window_last
from .diary import blank, told
from .shown import groups_shown

SHOWN = 500  # contacts on the page of their index; the list has all


def index_of(pk) -> Index:
    """An index within the scope."""
    return get_object_or_404(Index.objects.select_related("person__unit", "unit", "opened_by"), pk=pk)


@may("investigate")
def index(request, pk):
    """All of one."""
    return shown(request, index_of(pk))


@may("investigate")
def of_record(request, record):
    """Where the contacts of a case are looked for: one comes from its page, and knows the case only."""
    found = Index.objects.filter(record=record).order_by("-opened_at").first()
    if found is None:
        messages.info(request, _("这个病例没有开密接排查：这种病不用查密接，或者病例还没有报告。要查就在这里开一份。"))
        return redirect("tracing:indexes")
    return redirect("tracing:index", found.pk)


def shown(request, one, form=None):
    """The page of an index; with the diary that could not be read, if there is one."""
    at = now()
    days = days_told(one.person, one.from_on, window_last(one, at))
    form = form or blank(request, one.person, days, one.anchor_on)
    is_open = one.state in OPEN
    found = queries.proposals(one, at) if is_open else []
    contacts = list(queries.contacts_of(one)[:SHOWN])
    page = {"index": one, "at": at, "state": str(FLOWS["index"].states[one.state]), "disease": disease_word(one.disease, one.anchor_on),
            "anchor": ANCHORS[one.anchor], "last_on": window_last(one, at), "days": days, "form": form, "places": places_told(),
            "has_home": has_home(one.person),
            "groups": groups_shown(found), "waiting": len(found), "open": is_open, "contacts": contacts,
            "where": whereabouts([each.unit for each in contacts]), "states": FLOWS["contact"].states, "on": day_of(at),
            "is_done": not found and all(day.stays for day in days)}
    return render(request, "tracing/index.html", page, status=422 if form.errors else 200)


@may("investigate")
@require_POST
def diary_of(request, pk):
    """A day of the case is told; the next day nothing is told of comes."""
    one = index_of(pk)
    form = DiaryForm(request.POST)
    if not told(request, form, one.person):
        return shown(request, one, form)
    return redirect(reverse("tracing:index", args=[pk]) + "#diary")


@may("investigate")
@require_POST
def decide(request, pk):
    """Those ticked are contacts, or they are not."""
    one, at = index_of(pk), now()
    act = {"accept": actions.accept, "decline": actions.decline}.get(request.POST.get("act", ""))
    if act is None:
        return HttpResponseBadRequest()
    form = DecideForm(request.POST, people=[each.person_id for each in queries.proposals(one, at)])
    if not form.is_valid():
        messages.error(request, _("先勾选要定的人；名单变了的，请看新的名单再勾。"))
        return redirect(reverse("tracing:index", args=[pk]) + "#proposals")
    more = {"kind": form.cleaned_data["kind"]} if act is actions.accept else {}
    try:
        made = act(index=one, people=form.cleaned_data["people"], by=request.user, at=at, **more)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        says = _("定了 {n} 人，该怎么管已经按措施表判定。") if act is actions.accept else _("排除了 {n} 人。")
        messages.success(request, says.format(n=len(made)))
    return redirect(reverse("tracing:index", args=[pk]) + "#proposals")
