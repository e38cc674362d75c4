"""Devices on screen: which there are, registered with a key that this page shows once, given another, put away."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.forms import pressed
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.registers.people.queries import Places

from .. import actions
from ..forms import DeviceForm
from ..models import KINDS, Device
from ..queries import doors as asked


@may("manage")
def devices(request):
    """Devices kept here."""
    places = Places()
    bound = asked.bound_to(list(asked.devices()))

    def where(row):
        return _("在一户门上") if row.pk in bound else _("停用") if row.retired_at else _("没有密钥") if not row.keyed_at else _("在库")

    columns = [
        tables.Column("serial", gettext_lazy("编号"), "name",
                      cell=lambda row: parts.name(row.serial, reverse("sensors:device", args=[row.pk])), text=lambda row: row.serial),
        tables.Column("kind", gettext_lazy("种类"), cell=lambda row: row.get_kind_display(), text=lambda row: row.get_kind_display()),
        tables.Column("unit", gettext_lazy("归哪里管"), "unit", sort="unit__path", cell=lambda row: places.of(row.unit),
                      text=lambda row: places.of(row.unit)),
        tables.Column("state", gettext_lazy("状态"), sort="", cell=where, text=where),
        tables.Column("registered_at", gettext_lazy("登记"), "moment"),
    ]
    filters = [tables.Filter("kind", gettext_lazy("种类"), choices={code: str(word) for code, word in KINDS.items()})]
    table = tables.table(request, asked.devices(), columns, filters, "serial", title=_("门磁设备"), empty_title=_("还没有登记设备"),
                         empty_text=_("先登记设备，记下密钥，再到管控人的页面上装。"))
    if "export" not in request.GET:
        places.learn([row.unit for row in table.page.object_list])
    return tables.page(request, "sensors/devices.html", table)


@may("manage")
@require_http_methods(["GET", "POST"])
def register_device(request):
    """One more; its key is shown in the answer, and never again."""
    form = DeviceForm(request.POST or None, reach=request.reach)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made, key = actions.register_device(serial=said["serial"], kind=said["kind"], unit=Unit.objects.get(pk=said["unit"]),
                                                by=request.user, at=now())
        except Refused as refused:
            form.add_error("serial", str(refused))
        else:
            return _key(request, made, key)
    return render(request, "sensors/register.html", {"form": form}, status=422 if form.errors else 200)


def _key(request, device, key):
    hook = request.build_absolute_uri(reverse("sensors:events"))
    return render(request, "sensors/key.html", {"device": device, "key": key, "hook": hook})


def _named(pk) -> Device:
    found = asked.devices().filter(pk=pk).first()
    if found is None:
        raise Http404(pk)
    return found


@may("manage")
@require_safe
def device(request, pk):
    """One device: at which door it is, and what can be done with it."""
    one = _named(pk)
    return render(request, "sensors/device.html", {"device": one, "door": asked.bound_to([one]).get(one.pk)})


@may("manage")
@require_POST
def renew_key(request, pk):
    """Another key, shown in the answer."""
    one = _named(pk)
    try:
        key = actions.renew_key(device=one, by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("sensors:device", pk)
    return _key(request, one, key)


@may("manage")
@require_POST
def retire_device(request, pk):
    """Put away."""
    one = _named(pk)
    return pressed(request, lambda: actions.retire_device(device=one, by=request.user, at=now()), _("已停用，密钥已清除。"),
                   "sensors:device", pk)
