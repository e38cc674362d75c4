"""Our cases who go to other counties: which receipts are awaited, one with its letter and its receipt."""
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.days import day_of, now
from lianfang.ground.documents import check_form, handed_out
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.actions import office_of
from lianfang.ground.ui.forms import pressed
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.models import Turn
from lianfang.registers.diseases.queries import disease_word
from lianfang.registers.outside.forms import AnswerForm
from lianfang.registers.outside.queries import answers_of

from .. import actions, queries
from ..forms import WhyForm
from ..models import REASONS, Departure
from ..papers.sending import sending_of
from .shared import departure_in_scope, step


@may("investigate")
@require_GET
def departures(request):
    """All of them, the newest first."""
    states = FLOWS["departure"].states
    columns = [
        tables.Column("person.name", gettext_lazy("病例"), "name", sort="", text=lambda one: one.person.masked_name,
                      cell=lambda one: parts.name(one.person.masked_name, reverse("transfers:departure", args=[one.pk]))),
        tables.Column("to", gettext_lazy("转到")),
        tables.Column("reason", gettext_lazy("为什么"), text=lambda one: str(REASONS[one.reason]),
                      cell=lambda one: str(REASONS[one.reason])),
        tables.Column("sent_at", gettext_lazy("转出"), "moment"),
        tables.Column("state", gettext_lazy("状态"), text=lambda one: str(states[one.state]), cell=lambda one: parts.tag(
            str(states[one.state]), {"sent": "warn", "received": "good"}.get(one.state, ""))),
        tables.Column("closed_at", gettext_lazy("回执"), "moment"),
    ]
    filters = [tables.Filter("state", gettext_lazy("状态"), choices=lambda r: [(one.code, str(one)) for one in states.values()])]
    table = tables.table(request, Departure.objects.select_related("person"), columns, filters, "-sent_at", title=_("病例转出"),
                         empty_title=_("没有转出的病例"), empty_text=_("在病例页上点“转外县”或者“转外县医院”，这里就等对方回执。"))
    return tables.page(request, "transfers/departures.html", table, at=now())


@may("investigate")
@require_GET
def departure(request, pk):
    """One: where to, since when, reminded when, who has him there."""
    one = departure_in_scope(pk)
    page = {"one": one, "state": str(FLOWS["departure"].states[one.state]), "turn": Turn.objects.open().filter(record=pk).first(),
            "disease": disease_word(one.disease, day_of(one.sent_at)), "reason": REASONS[one.reason], "answers": answers_of(pk),
            "reminded": queries.reminded(pk)}
    return render(request, "transfers/departure.html", page)


@may("investigate")
@require_POST
def chase_receipt(request, pk):
    """Asked again."""
    one = departure_in_scope(pk)
    return pressed(request, lambda: actions.chase_receipt(departure=one, by=request.user, at=now()),
                   _("记下催了一次；再没有回执，会再进待办。"), reverse("transfers:departure", args=[pk]))


@may("investigate")
@require_http_methods(["GET", "POST"])
def take_receipt(request, pk):
    """They have him."""
    one = departure_in_scope(pk)
    return step(request, AnswerForm(request.POST or None),
                lambda form: actions.take_receipt(departure=one, said=form.answer(), by=request.user, at=now()), _("记下了回执。"),
                reverse("transfers:departure", args=[pk]), title=_("记回执"), text=_("对方接到人了才记。写清谁接的、电话多少。"))


@may("investigate")
@require_http_methods(["GET", "POST"])
def cancel_departure(request, pk):
    """He did not go."""
    one = departure_in_scope(pk)
    return step(request, WhyForm(request.POST or None),
                lambda form: actions.cancel_departure(departure=one, by=request.user, at=now(), **form.cleaned_data), _("记下了。"),
                reverse("transfers:departure", args=[pk]), title=_("没有转成"), text=_("人没有走成的，写明为什么、现在在哪里。"))


@may("investigate")
@require_POST
def print_letter(request, pk, form):
    """The letter that goes with him."""
    one = departure_in_scope(pk)
    check_form(form)
    filled = sending_of(one, is_drill=is_drill())
    below = foot(actions.print_letter(departure=one, by=request.user, at=now()), office_of(request, "investigate"))
    return handed_out(filled, form, f"transfer-{one.number}", below)
