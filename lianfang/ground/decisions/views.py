"""Pages of the rule tables: all, one with versions and examples, a try, a verdict, files, and the two steps of a new version."""
import csv
import io
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from .. import sheets
from ..accounts.access import may
from ..days import now, today
from . import actions, current, queries, registry, speech, wording
from .forms import DraftForm, TryForm
from .models import TableVersion

PAGES = {"table": "table", "examples": "examples", "try": "try", "draft": "draft_version"}


def _shipped(name):
    if name not in registry.names():
        raise Http404(name)
    return registry.shipped(name)


def _day(request) -> date:
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return today()


def _page(request, name, tab, **more):
    tabs = {"table": _("规则"), "examples": _("示例"), "try": _("试一试")}
    if "configure" in request.rights:
        tabs["draft"] = _("本县新版")
    items = [{"label": label, "url": reverse(f"decisions:{PAGES[code]}", args=[name]), "is_current": code == tab}
             for code, label in tabs.items()]
    return render(request, f"decisions/{tab}.html", {"name": name, "title": _shipped(name).title, "tabs": items, **more})


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
    _shipped(name)
    on, path = _day(request), queries.place_of(request.reach)
    return _page(request, name, "table", on=on, rows=queries.rows_seen(name, on, path), editions=queries.editions(name, on))


@may("look")
@require_GET
def examples(request, name):
    """The examples with what the table says to each."""
    _shipped(name)
    return _page(request, name, "examples", tried=_told(name, queries.shipped_examples(name)))


def _told(name, tried):
    labels = registry.shipped(name).labels
    return [{"example": t.example, "facts": speech.values(labels, t.example.facts), "got": speech.values(labels, t.ruling.result),
             "expected": speech.values(labels, t.example.expected), "row": t.ruling.row, "version": t.ruling.version, "right": not t.wrong,
             "doubts": wording.doubts(t.ruling, labels)} for t in tried]


@may("look")
@require_GET
def try_table(request, name):
    """What the table says to facts typed in; nothing is kept."""
    labels = _shipped(name).labels
    form = TryForm(current.table(name), labels, request.GET if "on" in request.GET else None, on=today())
    told = {}
    if form.is_bound and form.is_valid():
        ruling = current.decide(name, form.facts(), unit=queries.place_of(request.reach), on=form.cleaned_data["on"])
        told = {"ruling": ruling, "results": speech.values(labels, ruling.result), "doubts": wording.doubts(ruling, labels),
                "row": queries.seen(name, ruling.hit) if ruling.hit else None}
    return _page(request, name, "try", form=form, **told)


@may("look")
@require_GET
def verdict(request, pk):
    """Why me? The facts of a kept verdict, the row that answered, and its clause."""
    kept = queries.verdict_of(pk)
    if kept is None:
        raise Http404(pk)
    labels = _shipped(kept.table).labels
    row = queries.row_of(kept.table, kept.version, kept.row)
    return _page(request, kept.table, "verdict", kept=kept, rows=[queries.seen(kept.table, row)] if row else [],
                 facts=speech.values(labels, kept.facts), results=speech.values(labels, kept.result),
                 lacking=[labels.of(fact) for fact in kept.missing + kept.malformed])


def _texts(request, name):
    """Table and examples as they were handed in: the shipped ones, or with ?version=n the county's own."""
    shipped = _shipped(name)
    if number := request.GET.get("version"):
        own = get_object_or_404(TableVersion, table=name, number=number if number.isdigit() else 0)
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
    out, pages = io.BytesIO(), []
    for title, text in zip((_("规则表"), _("示例")), _texts(request, name), strict=True):
        head, *rows = csv.reader(io.StringIO(text))
        pages.append(sheets.Page(title, [sheets.Column(column, 18) for column in head], rows))
    sheets.write_pages(out, pages)
    answer = HttpResponse(out.getvalue(), content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return answer


@may("configure")
def draft_version(request, name):
    """Hand in a version of the county's own; another person approves it."""
    _shipped(name)
    form = DraftForm(request.POST or None, request.FILES or None, reach=request.reach)
    if request.method == "POST" and form.is_valid():
        try:
            version = actions.draft_version(table=name, by=request.user, at=now(), **form.cleaned_data)
        except actions.Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已存为草案，请另一人批准。"))
            return redirect("decisions:version", name, version.number)
    return _page(request, name, "draft", form=form)


@may("look")
@require_GET
def version(request, name, number):
    """A version of the county's own: its rows, its examples, and who drafted and approved it."""
    found = get_object_or_404(TableVersion.objects.select_related("area", "drafted_by", "approved_by"), table=name, number=number)
    return _page(request, name, "version", version=found, rows=[queries.seen(name, row) for row in current.read(found).rows],
                 tried=_told(name, queries.version_examples(found)))


@may("sign")
@require_POST
def approve_version(request, name, number):
    """The second person brings a version into force."""
    found = get_object_or_404(TableVersion, table=name, number=number, area__path__under=request.reach)
    try:
        actions.approve_version(version=found, by=request.user, at=now())
    except actions.Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("已批准，{on}起生效。").format(on=found.from_on))
    return redirect("decisions:version", name, number)
