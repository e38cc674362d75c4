"""Statistics on screen: a day for the supervisor, each number opening its list; a month for everybody, to be printed."""
from datetime import date, timedelta
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now, today
from lianfang.ground.ui import parts, tables
from lianfang.ground.vault.masks import mask_name
from lianfang.registers.people import queries as people

from . import papers, queries

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HEADINGS = {"officer": gettext_lazy("按经办人"), "reason": gettext_lazy("按依据或理由"), "row": gettext_lazy("按规则的行"),
            "unit": gettext_lazy("按乡镇（街道）")}


def _day(request, name="on") -> date:
    try:
        text = request.GET.get(name, "")
        found = date.fromisoformat(f"{text}-01" if name == "month" else text)
    except ValueError:
        return today()
    return found if queries.FIRST <= found <= today() else today()


@may("supervise")
@require_GET
def day(request):
    """One day: how many measures were begun or lengthened, by whom, on which ground, by which row, where."""
    on = _day(request)
    found = queries.tallies(on)
    at = {"on": on.isoformat()}
    here = reverse("analytics:acts")
    tallied = [(HEADINGS[way], [(label, n, who, f"{here}?{urlencode(at | {'by': way, 'key': label})}") for label, n, who in lines])
               for way, lines in found["by"].items()]
    context = {"on": on, "total": len(found["acts"]), "people": found["people"], "all": f"{here}?{urlencode(at)}", "tallied": tallied,
               "before": on - timedelta(days=1), "after": on + timedelta(days=1)}
    return render(request, "analytics/day.html", context)


@may("supervise")
@require_GET
def acts(request):
    """The acts behind a number, each person masked."""
    on, way, key = _day(request), request.GET.get("by", ""), request.GET.get("key", "")
    found = [one for one in queries.counted(on, on + timedelta(days=1)) if way not in queries.WAYS or getattr(one, way) == key]
    places = people.Places()
    places.learn([one.act.order.unit for one in found])
    columns = [
        tables.Column("act.at", gettext_lazy("时间"), "moment"),
        tables.Column("act.order.person.name", gettext_lazy("姓名"), "name", cell=_person,
                      text=lambda one: mask_name(one.act.order.person.name)),
        tables.Column("measure", gettext_lazy("措施")), tables.Column("row", gettext_lazy("哪一行")),
        tables.Column("reason", gettext_lazy("依据或理由")), tables.Column("officer", gettext_lazy("经办人")),
        tables.Column("unit", gettext_lazy("住处"), "unit", width=30, cell=lambda one: places.of(one.act.order.unit),
                      text=lambda one: places.of(one.act.order.unit)),
    ]
    heading = _("{on} 的管控").format(on=on.isoformat()) + (f"：{key}" if way in queries.WAYS else "")
    table = tables.plain_table(request, found, columns, title=heading, empty_title=_("这一天没有"), keep=("on", "by", "key"))
    return tables.page(request, "analytics/acts.html", table, heading=heading, on=on)


def _person(one):
    return parts.name(mask_name(one.act.order.person.name), reverse("home:person", args=[one.act.order.person_id]))


def _file(content, kind, name):
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@may("supervise")
@require_GET
def public(request):
    """A month as it may be published: no person, no officer, no small cell; on screen to be printed, as CSV, as Word."""
    found = queries.published(_day(request, "month"), now())
    name, form = f"statistics-{found['begin']:%Y-%m}", request.GET.get("form", "")
    if form == "csv":
        return _file(papers.as_csv(found), "text/csv; charset=utf-8", f"{name}.csv")
    if form == "docx":
        return _file(papers.as_docx(found), WORD, f"{name}.docx")
    tables_shown = [(heading, grid["measures"], [(line, [papers.cell(n) for n in numbers]) for line, numbers in grid["lines"]])
                    for heading, grid in found["parts"]]
    context = {"title": papers.title(found), "note": papers.note(found), "parts": tables_shown, "month": f"{found['begin']:%Y-%m}",
               "before": f"{found['begin'] - timedelta(days=1):%Y-%m}", "after": f"{found['end']:%Y-%m}"}
    return render(request, "analytics/public.html", context)
