"""Who looked from outside: the page on which the person's own unit reads it, and the supervisor's list."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may, opens
from lianfang.ground.days import now
from lianfang.ground.ui import parts, tables
from lianfang.ground.vault.masks import mask_name
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.registers.people.queries import reason_word

from .. import actions, queries


@may("trace")
def glimpses(request):
    """All of them, with how many there are."""
    def who(one):
        address = reverse("discretion:glimpse", args=[one.pk])
        return parts.name(mask_name(one.person.name), address if opens(request, address) else "")

    def state(one):
        return str(FLOWS["glimpse"].states[one.state])

    columns = [
        tables.Column("person.name", gettext_lazy("姓名"), "name", sort="", cell=who, text=lambda one: mask_name(one.person.name)),
        tables.Column("unit.name", gettext_lazy("属地"), "unit"),
        tables.Column("by.name", gettext_lazy("谁看的"), sort="by__name"),
        tables.Column("by_unit.name", gettext_lazy("哪个单位"), sort="by_unit__name"),
        tables.Column("reason", gettext_lazy("理由"), cell=lambda one: reason_word(one.reason), text=lambda one: reason_word(one.reason)),
        tables.Column("opened_at", gettext_lazy("什么时候"), "moment"),
        tables.Column("state", gettext_lazy("状态"), cell=state, text=state),
    ]
    filters = [tables.Filter("state", gettext_lazy("状态"), choices={code: str(one) for code, one in FLOWS["glimpse"].states.items()})]
    title = _("辖区外查看")
    table = tables.table(request, queries.glimpses(), columns, filters, "-opened_at", title=title, empty_title=_("没有人看过辖区以外的人"))
    return tables.page(request, "discretion/list.html", table, heading=title,
                       note=_("不在自己辖区的人，只能按完整号码、填理由、限时查看；属地随即过目。"))


@may("manage")
def glimpse(request, pk):
    """Who looked, why, and what was opened; read, it is off the list."""
    one = _found(pk)
    if request.method == "POST":
        return _step(request, lambda: actions.acknowledge(glimpse=one, by=request.user, at=now()), _("已过目。"), one)
    context = {"glimpse": one, "seen": queries.seen_within(one), "words": one.words.open(), "reason": reason_word(one.reason),
               "state": FLOWS["glimpse"].states[one.state], "is_waiting": one.state == "open", "is_open": one.is_open(now())}
    return render(request, "discretion/glimpse.html", context)


@may("manage")
@require_POST
def end(request, pk):
    """From now on nothing is seen within it."""
    one = _found(pk)
    return _step(request, lambda: actions.end_glimpse(glimpse=one, by=request.user, at=now()), _("已结束，对方再打开就看不到了。"), one)


def _found(pk):
    return get_object_or_404(queries.glimpses(), pk=pk)


def _step(request, act, said, one):
    try:
        act()
        messages.success(request, said)
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("discretion:glimpse", one.pk)
