"""Pages of the rule tables: all, one with versions and examples, a try, a verdict, and its files."""
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from ...accounts.access import may
from ...days import today
from .. import current, queries, registry
from ..drafting.book import as_book
from ..forms import TryForm
from ..models import TableVersion
from ..words import speech, wording

BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAGES = {"table": "table", "examples": "examples", "try": "try", "draft": "draft_version"}


def known(name):
    if name not in registry.names():
        raise Http404(name)
    return registry.shipped(name)


def _day(request) -> date:
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return today()


def page(request, name, tab, **more):
    tabs = {"table": _("规则"), "examples": _("示例"), "try": _("试一试")}
    if "draft" in request.rights:
        tabs["draft"] = _("本县新版")
    items = [{"label": label, "url": reverse(f"decisions:{PAGES[code]}", args=[name]), "is_current": code == tab}
             for code, label in tabs.items()]
    return render(request, f"decisions/{tab}.html", {"name": name, "title": known(name).title, "tabs": items, **more})


@may("look")
@require_GET
def index(request):
    """All tables: how many rows count today, and what waits for a second person."""
    path, on, waiting = queries.place_of(request.reach), today(), queries.drafts()
    tables = [{"name": name, "title": registry.shipped(name).title, "in_force": len(current.table(name).in_force(on, path)),
               "rows": len(current.table(name).rows), "examples": queries.shipped_examples(name), "drafts": waiting.get(name, 0)}
              for name in registry.names()]
    return render(request, "decisions/index.html", {"tables": tables, "on": on})


@may("look")
@require_GET
def table(request, name):
    """The rows in force on a day, in the order they are tried, and all versions."""
    known(name)
    on, path = _day(request), queries.place_of(request.reach)
    return page(request, name, "table", on=on, rows=queries.rows_seen(name, on, path), editions=queries.editions(name, on))


@may("look")
@require_GET
def examples(request, name):
    """The examples with what the table says to each."""
    known(name)
    return page(request, name, "examples", tried=told(name, queries.shipped_examples(name)))


def told(name, tried):
    labels = registry.shipped(name).labels
    return [{"example": t.example, "facts": speech.values(labels, t.example.facts), "got": speech.values(labels, t.ruling.result),
             "expected": speech.values(labels, t.example.expected), "row": t.ruling.row, "version": t.ruling.version, "right": not t.wrong,
             "doubts": wording.doubts(t.ruling, labels)} for t in tried]


@may("look")
@require_GET
def try_table(request, name):
    """What the table says to facts typed in; nothing is kept."""
    labels = known(name).labels
    form = TryForm(current.table(name), labels, request.GET if "on" in request.GET else None, on=today())
    found = {}
    if form.is_bound and form.is_valid():
        ruling = current.decide(name, form.facts(), unit=queries.place_of(request.reach), on=form.cleaned_data["on"])
        found = {"ruling": ruling, "results": speech.values(labels, ruling.result), "doubts": wording.doubts(ruling, labels),
                "row": queries.seen(name, ruling.hit) if ruling.hit else None}
    return page(request, name, "try", form=form, **found)


@may("look")
@require_GET
def verdict(request, pk):
    """Why me? The facts of a kept verdict, the row that answered, and its clause."""
    kept = queries.verdict_of(pk)
    if kept is None:
        raise Http404(pk)
    labels = known(kept.table).labels
    row = queries.row_of(kept.table, kept.version, kept.row)
    return page(request, kept.table, "verdict", kept=kept, rows=[queries.seen(kept.table, row)] if row else [],
                 facts=speech.values(labels, kept.facts), results=speech.values(labels, kept.result),
                 lacking=[labels.of(fact) for fact in kept.missing + kept.malformed])


def _texts(request, name):
    """Table and examples as they were handed in: the shipped ones, or with ?version=n the county's own."""
    shipped = known(name)
    if number := request.GET.get("version"):
        own = get_object_or_404(TableVersion, table=name, number=number if number.isdecimal() and len(number) < 10 else 0)
        return own.text, own.examples
    return shipped.text, shipped.examples


@may("look")
@require_GET
def csv_file(request, name, part):
    """The table, or its examples, as the file is; a county changes it and hands it in as its own version."""
    texts = dict(zip(("table", "examples"), _texts(request, name), strict=True))
    if part not in texts:
        raise Http404(part)
    answer = HttpResponse("\ufeff" + texts[part], content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}{".examples" if part == "examples" else ""}.csv"'
    return answer


@may("look")
@require_GET
def xlsx_file(request, name):
    """The table and its examples as a workbook, every cell as text."""
    answer = HttpResponse(as_book(*_texts(request, name)), content_type=BOOK)
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return answer
