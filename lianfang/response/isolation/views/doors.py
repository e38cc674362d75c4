"""At the door: one visit fills the checks of everybody there; one act orders a whole household."""
from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.forms import formset_factory
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.workflow import Refused

from .. import actions, queries
from ..forms import HousemateForm, ReadingForm
from ..models import HALVES, Order
from .steps import HELD, back

Housemates = formset_factory(HousemateForm, extra=3, max_num=12, absolute_max=12, validate_max=True)


@may("record")
def check(request, pk):
    """Fill a half day's checks of a door, once they have opened; who has not been measured stays open."""
    one, waiting = queries.visit(pk)
    if one is None:
        raise Http404
    forms = [(c, ReadingForm(request.POST or None, prefix=c.pk.hex)) for c in waiting]
    status = 200
    if request.method == "POST" and waiting:
        done = _record(request, forms)
        if done is not None:
            return done
        status = 422
    prefetch_related_objects([one, *waiting], "person", "order__verdict", "unit")
    opens = queries.check_hours(one.on, one.half)[0]
    context = {"check": one, "forms": forms, "half": HALVES[one.half], "next": _next(request), "opens": opens if now() < opens else None,
               "not_again": queries.not_again(one, now())}
    return render(request, "isolation/check.html", context, status=status)


def _next(request):
    asked = request.POST.get("next") or request.GET.get("next")
    return asked if asked and asked == reverse("home:home") else ""


def _record(request, forms):
    """Record what was measured; None when something must be mended first."""
    faulty = [form for _check, form in forms if not form.is_valid()]
    if faulty:
        return None
    found = [(c, f.cleaned_data) for c, f in forms]
    measured = [(c, f) for c, f in found if f["temperature"] is not None]
    if not measured:
        forms[0][1].add_error("temperature", _("还没有填体温。"))
        return None
    readings = [actions.Reading(c, f["temperature"], f["symptoms"], need=f["need"], wish=f["wish"]) for c, f in found]
    try:
        actions.record_checks(readings=readings, by=request.user, at=now())
    except Refused as refused:
        measured_form = next(form for c, form in forms if c is measured[0][0])
        measured_form.add_error("temperature", str(refused))
        return None
    if any(c.is_alarming for c, _fields in measured):
        messages.error(request, _("有发热或症状：已告警，乡镇（街道）{n} 分钟内处置。请先让本人戴口罩，不要离开。").format(
            n=queries.alarm_minutes(now())))
    left = len(forms) - len(measured)
    messages.success(request, ngettext("已填 {n} 人。", "已填 {n} 人。", len(measured)).format(n=len(measured))
                     + (_("还差 {n} 人。").format(n=left) if left else ""))
    address = _next(request) or reverse("home:person", args=[forms[0][0].person_id])
    return HttpResponse(status=204, headers={"HX-Redirect": address}) if request.htmx else redirect(address)


@may("manage")
def door(request, pk):
    """Order the rest of a household under the same facts."""
    order = get_object_or_404(Order.objects.active().select_related("person", "unit", "verdict"), pk=pk)
    forms = Housemates(request.POST or None)
    status = 422 if forms.is_bound and not forms.is_valid() else 200
    if request.method == "POST" and forms.is_valid():
        if mates := [form.housemate() for form in forms if form.has_changed()]:
            try:
                verdicts = actions.order_door(order=order, housemates=mates, by=request.user, at=now())
            except Refused as refused:
                messages.error(request, str(refused))
                status = 422
            else:
                if not verdicts or queries.are_held(verdicts):
                    messages.warning(request, HELD)
                else:
                    messages.success(request, _("一次下达，{n} 人。").format(n=len(mates)))
                return redirect(back(order))
        else:
            messages.warning(request, _("还没有填同住的人。"))
    context = {"order": order, "forms": forms, "here": queries.people_at(order.unit_id)}
    return render(request, "isolation/door.html", context, status=status)
