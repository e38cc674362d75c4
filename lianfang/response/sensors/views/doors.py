"""Doors on screen: which have a device, what it told at one of them, how it is put up and taken down."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lianfang.ground import decisions
from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ui import parts, tables
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.registers.people.models import Person
from lianfang.registers.people.queries import Places

from .. import actions
from ..forms import BindForm, UnbindForm
from ..models import UNBOUND, Binding
from ..queries import asking
from ..queries import doors as asked

EXPECTED = {"visit": gettext_lazy("有人上门"), "leave": gettext_lazy("批准外出"), "quiet": gettext_lazy("同一次开门")}


@may("record")
def doors(request):
    """Doors that have, or had, a device."""
    places = Places()

    def ended(row):
        return str(UNBOUND[row.unbound_why]) if row.unbound_why else ""

    columns = [
        tables.Column("person", gettext_lazy("姓名"), "name", sort="", text=lambda row: row.person.masked_name,
                      cell=lambda row: parts.name(row.person.masked_name, reverse("sensors:door", args=[row.pk]))),
        tables.Column("unit", gettext_lazy("在哪里"), "unit", sort="unit__path", width=24, cell=lambda row: places.of(row.unit),
                      text=lambda row: places.of(row.unit)),
        tables.Column("device", gettext_lazy("设备"), sort="device__serial", cell=lambda row: row.device.serial,
                      text=lambda row: row.device.serial),
        tables.Column("bound_at", gettext_lazy("起"), "moment"), tables.Column("unbound_at", gettext_lazy("止"), "moment"),
        tables.Column("unbound_why", gettext_lazy("为什么拆"), cell=ended, text=ended),
        tables.Column("openings", gettext_lazy("开门"), "number"), tables.Column("unexpected", gettext_lazy("没有登记原因"), "number"),
        tables.Column("alerts", gettext_lazy("提醒"), "number"),
    ]
    filters = [tables.Filter("up", gettext_lazy("只看现在装着的"), "tick", apply=lambda rows, _yes: rows.filter(unbound_at=None))]
    table = tables.table(request, asked.doors(), columns, filters, "-bound_at", title=_("门磁"), empty_title=_("还没有装过门磁"),
                         empty_text=_("在管控人的页面上装：要有依据，要告诉本人。"))
    if "export" not in request.GET:
        places.learn([row.unit for row in table.page.object_list])
    return tables.page(request, "sensors/doors.html", table, may_keep="manage" in request.rights)


def _named(pk) -> Binding:
    found = asked.door_named(pk)
    if found is None:
        raise Http404(pk)
    return found


@may("record")
@require_safe
def door(request, pk):
    """One door: since when and why, what was told there, what somebody looked at."""
    return _page(request, _named(pk))


def _page(request, one, form=None):
    states, labels = FLOWS["door_alert"].states, decisions.shipped("door_answers").labels
    alerts = [(each, str(states[each.state]), labels.of("answer", each.answer) if each.answer else "") for each in asked.alerts_of(one)]
    events = [(each, EXPECTED.get(each.expected, "")) for each in asked.events_of(one)]
    page = {"one": one, "place": Places([one.unit]).of(one.unit), "alerts": alerts, "events": events,
            "basis": decisions.shipped("sensor_basis").labels.of("basis", one.basis),
            "form": (form or UnbindForm()) if one.unbound_at is None and "manage" in request.rights else None}
    return render(request, "sensors/door.html", page, status=422 if form and form.errors else 200)


@may("manage")
@require_POST
def unbind_device(request, pk):
    """Taken down."""
    one, form = _named(pk), UnbindForm(request.POST)
    if form.is_valid():
        try:
            actions.unbind_device(binding=one, why=form.cleaned_data["why"], by=request.user, at=now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已拆下：密钥和开门记录都已清除，只留起止时间和次数。"))
            return redirect("sensors:door", pk)
    return _page(request, one, form)


@may("manage")
@require_http_methods(["GET", "POST"])
def bind_device(request, pk):
    """Put up at the door of an order."""
    if there := asked.door_of_order(pk):
        return redirect("sensors:door", there.pk)
    order = asking.running(pk)
    person = get_object_or_404(Person.objects.select_related("unit"), pk=order.person if order else None)
    form = BindForm(request.POST or None, devices=asked.at_hand())
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        device = get_object_or_404(asked.devices(), pk=said.pop("device"))
        try:
            made = actions.bind_device(device=device, order=pk, by=request.user, at=now(), **said)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已装上。本人在自己的网页上看得到。"))
            return redirect("sensors:door", made.pk)
    page = {"form": form, "person": person, "is_empty": not form.fields["device"].choices}
    return render(request, "sensors/bind.html", page, status=422 if form.errors else 200)
