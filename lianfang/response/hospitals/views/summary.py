"""What all hospitals told of a week, on one page and in one Word document."""
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now, today
from lianfang.ground.documents.handing import TYPES

from .. import papers, queries
from ..figures import FIGURES, GROUPS


def _monday(request) -> date:
    """The Monday of the day asked for; of last week where none can be read."""
    try:
        asked = date.fromisoformat(request.GET.get("week", ""))
    except ValueError:
        asked = today() - timedelta(days=7)
    asked = min(max(asked, date(2000, 1, 3)), today())
    return asked - timedelta(days=asked.weekday())


@may("look")
@require_GET
def summary(request):
    """A week of the county, or of what the reader leads."""
    monday = _monday(request)
    found = queries.summary(monday, request.reach, now())
    if request.GET.get("form") == "docx":
        answer = HttpResponse(papers.as_docx(found), content_type=TYPES["docx"])
        answer["Content-Disposition"] = f'attachment; filename="infection-control-{monday:%Y-%m-%d}.docx"'
        return answer
    week = timedelta(days=7)
    page = {
        **found, "title": papers.title(found), "groups": [(group, len(fields)) for group, fields in GROUPS],
        "heads": [label for _group, fields in GROUPS for _name, label in fields], "rates": papers.rates(found),
        "rows": [(one, [getattr(filing, name) for name in FIGURES] if filing else None) for one, filing in found["lines"]],
        "all": [found["sums"][name] for name in FIGURES], "before": monday - week,
        "after": monday + week if monday + week <= today() else None,
        "found_in": papers.by_area(found), "late_url": f"{reverse('hospitals:weeks')}?late=1", "open_url": reverse("hospitals:problems"),
        "note": _("共 {all} 家应报，{told} 家已报，其中按时 {n} 家").format(
            all=len(found["lines"]), told=found["told"], n=found["in_time"]),
    }
    return render(request, "hospitals/summary.html", page)
