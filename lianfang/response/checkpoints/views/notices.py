"""Notices to where somebody goes: the list, one of them with what can be done, and the letter to another county."""
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may, opens
from lianfang.ground.accounts.models import Account
from lianfang.ground.days import now, today
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui import parts, tables
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.masks import mask_name
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.registers.people.queries import Places

from .. import actions, queries
from ..forms import AnswerForm, DownForm
from ..models import CONTENTS, Notice
from ..papers.letter import letter_of

LEADS = ("give_up", "acknowledge", "pass_on", "tell", "hand_down")  # steps of whoever leads there
WAYS = {"open": ("arrive", "miss"), "missing": ("arrive", "give_up"), "noticed": ("acknowledge", "pass_on"),
        "telling": ("tell", "hand_down")}


@may("look")
def notices(request):
    """All notices, those that wait first."""
    found, places = indicators.opened(request, Notice), Places()

    def who(row):
        address = reverse("checkpoints:notice", args=[row.pk])
        return parts.name(mask_name(row.passage.name.open()) or _("未记姓名"), address if opens(request, address) else "")

    def state(row):
        return str(FLOWS["notice"].states[row.state])

    columns = [
        tables.Column("passage", gettext_lazy("姓名"), "name", sort="", cell=who, text=lambda row: mask_name(row.passage.name.open())),
        tables.Column("content", gettext_lazy("事项")),
        tables.Column("unit.name", gettext_lazy("目的地"), "unit", sort="unit__path", cell=lambda row: places.of(row.unit),
                      text=lambda row: places.of(row.unit)),
        tables.Column("told_at", gettext_lazy("告知"), "moment"),
        tables.Column("state", gettext_lazy("状态"), cell=state, text=state),
    ]
    filters = [tables.Filter("state", gettext_lazy("状态"), choices={code: str(s) for code, s in FLOWS["notice"].states.items()}),
               tables.Filter("content", gettext_lazy("事项"), choices=CONTENTS)]
    heading = found.title or _("告知目的地")
    table = tables.table(request, found.rows.select_related("passage", "unit"), columns, filters, "-told_at", title=heading,
                         keep=indicators.KEPT, empty_title=_("没有要告知的"))
    if "export" not in request.GET:
        places.learn([row.unit for row in table.page.object_list])
    return tables.page(request, "checkpoints/list.html", table, heading=heading, at=found.at)


@may("record")
def notice(request, pk):
    """One notice: what happened at the gate, and what is to be said of it here."""
    one = get_object_or_404(Notice.objects.select_related("passage__vehicle", "passage__post", "unit", "person"), pk=pk)
    form, down = AnswerForm(request.POST or None), DownForm(None, units=Unit.objects.none())
    if one.state == "telling":
        units = Unit.objects.in_force(today()).filter(level__in=("township", "village"), path__under=one.unit.path).order_by("path")
        down = DownForm(request.POST if "hand_down" in request.POST else None, units=units)
    if request.method == "POST" and (step := _step(request, one)) and (step != "hand_down" or down.is_valid()) and form.is_valid():
        try:
            _act(one, step, form.cleaned_data["answer"], down, request.user)
        except Refused as refused:
            form.add_error("answer", str(refused))
        else:
            messages.success(request, _("已记下。"))
            return redirect("checkpoints:notice", pk)
    page = {"one": one, "form": form, "down": down, "case": queries.case(one.passage), "content": CONTENTS[one.content],
            "state": str(FLOWS["notice"].states[one.state]),
            "steps": [(code, FLOWS["notice"].steps[code]) for code in _ways(request, one) if code != "hand_down"],
            "may_hand_down": "hand_down" in _ways(request, one),
            "to": one.to.open(), "answer": one.answer.open(), "may_print": "print" in request.rights}
    return render(request, "checkpoints/notice.html", page, status=422 if form.errors or down.errors else 200)


def _step(request, one) -> str:
    """The step whose button was pressed, where the notice stands where it begins."""
    return next((code for code in _ways(request, one) if code in request.POST), "")


def _ways(request, one) -> list[str]:
    """What this reader may do with it: a worker says who came home or did not, whoever leads there the rest."""
    is_lead = "station" in request.rights
    return [code for code in WAYS.get(one.state, ()) if is_lead or code not in LEADS]


def _act(one, step, answer, down, by):
    at = now()
    if step == "miss":
        return actions.miss(notice=one, by=by, at=at)
    if step == "hand_down":
        return actions.hand_down(notice=one, unit=down.cleaned_data["unit"], by=by, at=at)
    if step == "pass_on":
        return actions.pass_on(notice=one, to=answer, by=by, at=at)
    acts = {"arrive": actions.arrive, "give_up": actions.give_up, "acknowledge": actions.acknowledge, "tell": actions.tell}
    return acts[step](notice=one, answer=answer, by=by, at=at)


@may("print")
@require_POST
def letter(request, pk):
    """The letter to another county: who was turned back or taken, when, why; printing it is written down, since it bears a full name."""
    one = get_object_or_404(Notice.objects.select_related("passage__vehicle", "passage__post", "unit"), pk=pk)
    if not one.to:
        raise Http404
    filled = letter_of(one, drill=Account.objects.filter(is_demo=True).exists(), on=today())
    below = foot(actions.print_letter(notice=one, by=request.user, at=now()), request.user.name)
    return HttpResponse(filled.pdf(below), content_type="application/pdf")
