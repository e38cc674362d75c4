"""The team: who has how many investigations, what is overdue, what is done; cases are assigned, given on, handed over."""
from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.models import Account
from lianfang.ground.days import day_of, now
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.diseases.queries import disease_word

from .. import actions, queries
from ..forms import AssignForm, HandForm
from ..models import Case, ShiftNote


@may("investigate")
@require_GET
def team(request):
    """The workload by name, and the open investigations to tick and give to somebody."""
    return _page(request)


def _page(request, hand=None):
    at = now()
    open_cases = list(queries.open_investigations())
    dues = dict(Turn.objects.open().filter(flow="case", record__in=[one.pk for one in open_cases]).values_list("record", "due"))
    loads = queries.loads(at)
    people = queries.team(day_of(at))
    page = {"at": at, "loads": loads, "total": {"open": len(open_cases), "forms": sum(one.forms for one in loads),
            "reports": sum(one.reports for one in loads), "people": len(people),
            "overdue": sum(one.overdue for one in loads)},
            "cases": [(one, disease_word(one.disease, day_of(one.told_at)), str(FLOWS["case"].states[one.state]), dues.get(one.pk))
                      for one in open_cases],
            "form": AssignForm(team=people),
            "hand": hand or _hand(request), "notes": _notes(request)}
    return render(request, "cases/team.html", page, status=422 if hand else 200)


def _hand(request, sent=None):
    people = [one for one in queries.team(day_of(now())) if one.pk != request.user.pk]
    return HandForm(sent, team=people, auto_id="hand_%s")


def _notes(request):
    """What was handed to whoever asks, and what he has handed over that nobody has received."""
    mine = Q(receiver=request.user) | Q(giver=request.user)
    found = ShiftNote.objects.filter(mine, state="offered").select_related("giver", "receiver").order_by("at")
    return [(note, note.receiver_id == request.user.pk) for note in found]


def _to(request):
    form = AssignForm(request.POST, team=queries.team(day_of(now())))
    if not form.is_valid():
        messages.error(request, _("请选交给谁。"))
        return None
    return Account.objects.get(pk=form.cleaned_data["to"])


@may("investigate")
@require_POST
def assign(request):
    """The ticked cases go to one of the team."""
    if to := _to(request):
        ticked = set(request.POST.getlist("case"))
        cases = [one for one in queries.open_investigations() if str(one.pk) in ticked]
        _try(request, lambda: actions.assign(cases=cases, to=to, by=request.user, at=now()), _("已指派 {n} 件给{name}。"), to)
    return redirect("cases:team")


@may("investigate")
@require_POST
def hand_over(request):
    """All I still investigate goes to the next shift, with a note; what was typed stays where it is refused."""
    form = _hand(request, request.POST)
    if not form.is_valid():
        return _page(request, form)
    said = form.cleaned_data
    to = Account.objects.get(pk=said["to"])
    try:
        note = actions.hand_over(giver=request.user, to=to, standing=said["standing"], ask_next=said["ask_next"], by=request.user, at=now())
    except Refused as refused:
        form.add_error(None, str(refused))
        return _page(request, form)
    messages.success(request, _("已交班：{n} 件交给{name}，等他接收。").format(n=note.count, name=to.name))
    return redirect("cases:team")


def _note(request, pk):
    """A note to or from whoever asks: nobody else reads it."""
    mine = Q(receiver=request.user) | Q(giver=request.user)
    return get_object_or_404(ShiftNote.objects.select_related("giver", "receiver").filter(mine), pk=pk)


@may("investigate")
@require_GET
def shift_note(request, pk):
    """What was handed over: what is open, what to ask next, and which investigations."""
    note = _note(request, pk)
    cases = [(one, disease_word(one.disease, day_of(one.told_at)), str(FLOWS["case"].states[one.state]))
             for one in Case.objects.filter(pk__in=note.cases).select_related("person").order_by("told_at")]
    return render(request, "cases/shift.html", {"note": note, "cases": cases, "is_mine": note.receiver_id == request.user.pk,
                                                "state": str(FLOWS["shift_note"].states[note.state])})


@may("investigate")
@require_POST
def receive_shift(request, pk):
    """Who takes over has read it."""
    try:
        actions.receive_shift(note=_note(request, pk), by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("cases:shift_note", pk)
    messages.success(request, _("接收了。这些流调现在在您手上。"))
    return redirect("cases:team")


def _try(request, act, says, to):
    try:
        lines = act()
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, says.format(n=len(lines), name=to.name))
