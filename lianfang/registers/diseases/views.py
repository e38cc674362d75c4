"""The page of diseases: what is known of each on a day, and the way to add one."""
from datetime import date

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lianfang.ground import decisions
from lianfang.ground.accounts.access import may
from lianfang.ground.days import now, today

from . import queries


@may("look")
@require_GET
def diseases(request):
    """All of them on one day, today where none is asked for."""
    try:
        on = date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        on = today()
    return render(request, "diseases/diseases.html", {"found": [_shown(one) for one in queries.profiles(on)], "on": on, "at": now(),
                                                      "may_draft": "draft" in request.rights})


def _shown(one) -> dict:
    """A profile as its card says it."""
    labels = decisions.shipped(queries.TABLE).labels
    usual, whole = one.span("usual_from", "usual_to"), one.span("incubation_from", "incubation_to")
    said = {name: one.words(name) for name in ("class", "modes", "symptoms")}
    return said | {
        "name": str(one), "code": one.code, "hours": one.report_hours, "contact": one.contact_is, "document": one.document,
        "clause": one.clause, "verify": [labels.of(name) for name in one.verify],
        "incubation": (_("{n} 天") if usual == "—" else _("{n} 天，多为 {usual} 天")).format(n=whole, usual=usual),
        "lookback": _("从发病（采样）前 {n} 天起").format(n=one.lookback_days) if one.lookback_days else _("从发病（采样）当天起"),
        "infectious": _("没有定数") if one.infectious_days is None else _("发病后 {n} 天内").format(n=one.infectious_days),
        "watch": _("观察 {n} 天").format(n=one.watch_days) if one.watch_days else _("不管理"),
        "tests": _("第 {days} 天检测").format(days=one.words("test_days")) if one.test_days else ""}
