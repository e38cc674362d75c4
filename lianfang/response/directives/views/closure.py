"""How what fell due was closed, by unit, group and source; each number opens into its tasks."""
from datetime import timedelta
from urllib.parse import urlencode

from django import forms
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_start, now, today
from lianfang.ground.ui.forms import Day, PlainForm
from lianfang.ground.units.models import Unit

from .. import queries
from ..models import SOURCES
from ..queries.closing import total
from .shared import tabs

USUAL = timedelta(days=7)
AFTER = timedelta(microseconds=1)  # what is due at 24:00 belongs to the day that ends


class PeriodForm(PlainForm):
    """From which day to which."""

    first = forms.DateField(label=gettext_lazy("从"), widget=Day)
    last = forms.DateField(label=gettext_lazy("到"), widget=Day)


@may("look")
@require_GET
def closure(request):
    """A period and a unit: the usual is a week of one's own."""
    usual = {"first": today() - USUAL + timedelta(days=1), "last": today()}
    form = PeriodForm(request.GET if "first" in request.GET else None, initial=usual)
    period = form.cleaned_data if form.is_bound and form.is_valid() else usual
    unit, at = _unit(request), now()
    since, until = day_start(period["first"]) + AFTER, day_start(period["last"] + timedelta(days=1)) + AFTER
    asked = {"since": period["first"], "until": period["last"] + timedelta(days=1)}

    def lines(rows, where, name=lambda one: one.name):
        return [{"name": name(one), "one": one, "rate": one.rate * 100 if one.rate is not None else None,
                 "opens": [(how, f'{reverse("directives:tasks")}?{urlencode({**asked, **where(one), "how": how})}') for how in
                           ("due", "closed", "in_time")]} for one in rows]

    def at_unit(one):
        return {"unit": int(one.key.strip("/").split("/")[-1]), **({"own": 1} if one.key == unit.path else {})}

    within = (unit, since, until)
    parts = [(_("按单位"), lines(queries.closure(*within, at=at), at_unit)),
             (_("按工作组"), lines(queries.closure_by("group_name", *within, at=at), lambda one: {"unit": unit.pk, "group": one.key})),
             (_("按来源"), lines(queries.closure_by("source", *within, at=at), lambda one: {"unit": unit.pk, "source": one.key},
                              lambda one: str(SOURCES[one.key])))]
    page = {"form": form, "unit": unit, "parts": [(head, rows) for head, rows in parts if rows], "whole": total(*within, at=at),
            "tabs": tabs("closure")}
    return render(request, "directives/closure.html", page, status=422 if form.errors else 200)


def _unit(request) -> Unit:
    """The unit that is asked for within reach, else the reader's own."""
    within = Unit.objects.filter(path__under=request.reach)
    asked = request.GET.get("unit", "")
    return get_object_or_404(within, pk=asked) if asked.isdecimal() and len(asked) < 19 else within.order_by("path").first()
