"""Directives as those see them to whom they went: received by name, answered."""
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.scope import reach_of
from lianfang.ground.days import now
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.forms import pressed
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.models import Turn
from lianfang.ground.workflow.queries import is_turn_of

from .. import actions
from ..forms import NoteForm
from ..models import HANDED, Receipt, Task
from .orders import given
from .shared import asked, state_tag, tabs, told


@may("look")
@require_GET
def receipts(request):
    """What came to the reader's units: what is to be received on top."""
    columns = [
        tables.Column("directive.number", gettext_lazy("文号"), "name",
                      cell=lambda one: parts.name(one.directive.number, reverse("directives:receipt", args=[one.pk]))),
        tables.Column("directive.title", gettext_lazy("标题"), width=40),
        tables.Column("whom", gettext_lazy("发给"), sort="unit__path"), tables.Column("sent_at", gettext_lazy("发到"), "moment"),
        tables.Column("state", gettext_lazy("状态"), cell=lambda one: state_tag("receipt", one),
                      text=lambda one: str(FLOWS["receipt"].states[one.state])),
        tables.Column("received_by.name", gettext_lazy("谁签收")), tables.Column("received_at", gettext_lazy("几时签收"), "moment"),
    ]
    filters = [tables.Filter("state", gettext_lazy("状态"), choices=lambda r: [(s.code, str(s)) for s in FLOWS["receipt"].states.values()])]
    rows = Receipt.objects.select_related("directive", "unit", "received_by")
    table = tables.table(request, rows, columns, filters, "-sent_at", title=_("收到的文"), empty_title=_("没有收到过文"), cards=True)
    return tables.page(request, "directives/directives.html", table, heading=_("收到的文"), tabs=tabs("receipts"), may_issue=False)


def _receipt(request, pk) -> Receipt:
    """One within sight, or in whose turn one is."""
    one = Receipt._base_manager.select_related("directive__unit", "directive__issued_by", "unit", "received_by",
                                               "feedback_by").filter(pk=pk).first()  # below a village it lies with the village
    if one is None or not (reach_of(request.assignments).covers(one.unit.path) or request.user.pk in (one.received_by_id, one.account_id)
                           or is_turn_of(one.pk, request.user, request.assignments)):
        raise Http404
    return one


@may("work", sees="work")
@require_GET
def receipt(request, pk):
    """The directive as it came here, its tasks here, and the button to receive it."""
    one = _receipt(request, pk)
    manager, unit = (Task._base_manager, one.group.removeprefix(HANDED)) if one.is_handed else (Task.objects, one.unit_id)
    tasks = manager.filter(directive=one.directive_id, unit=unit).select_related("unit")
    page = {"one": one, "directive": one.directive, "state": state_tag("receipt", one), "at": now(),
            "turn": Turn._base_manager.filter(record=pk, closed_at=None).first(),
            "tasks": [(each, state_tag("task", each)) for each in tasks],
            "over": "" if one.directive.state in ("issued", "closed") else str(FLOWS["directive"].states[one.directive.state])}
    return render(request, "directives/receipt.html", page)


@may("work", sees="work")
@require_POST
def receive(request, pk):
    """Received."""
    one = _receipt(request, pk)
    return pressed(request, lambda: actions.receive(receipt=one, **told(request)), _("签收了，记下了您的姓名和时间。"),
                   "directives:receipt", pk)


@may("work", sees="work")
@require_http_methods(["GET", "POST"])
def feed_back(request, pk):
    """What became of it here."""
    one, to = _receipt(request, pk), reverse("directives:receipt", args=[pk])
    form = NoteForm(request.POST or None, label=_("落实情况"), hint=_("不写群众的姓名、电话、门牌号"))
    return asked(request, form, lambda form: actions.feed_back(receipt=one, **form.cleaned_data, **told(request)), _("反馈了。"),
                 _("反馈落实情况"),
                 to, lead=f"{one.directive.number} {one.directive.title}")


@may("work", sees="work")
@require_GET
def received_file(request, pk):
    """What hangs on it."""
    return given(_receipt(request, pk).directive)
