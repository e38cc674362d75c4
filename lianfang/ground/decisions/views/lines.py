"""A draft changed on screen, one row or one example at a time."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ...accounts.access import may
from ...days import now
from ...workflow import Refused
from .. import actions, registry
from ..drafting import cells
from ..forms import ExampleForm, RowForm
from .tables import page
from .versions import mine

PARTS = {"rows": ("text", RowForm, 3), "examples": ("examples", ExampleForm, 2)}
CHANGES = {"double": cells.doubled, "drop": cells.dropped}


def _edit(request, found, part, text):
    try:
        actions.edit_version(version=found, by=request.user, at=now(), **{part: text})
    except Refused as refused:
        messages.error(request, str(refused))


def _place(found, kind, n):
    return f"{reverse('decisions:version', args=[found.pk])}#{kind}-{n}"


@may("draft")
def line(request, pk, kind, n):
    """One row of a draft, or one of its examples: its cells, each with what may stand there."""
    found = mine(request, pk)
    if found.state != "draft" or kind not in PARTS:
        raise Http404(kind)
    name, form_class, first = PARTS[kind]
    text, shipped = getattr(found, name), registry.shipped(found.table)
    last = len(cells.records(text))
    if not first <= n <= last:
        raise Http404(n)
    if request.method == "POST" and (act := request.POST.get("act")) in ("double", "drop", "up", "down"):
        after = _moved(text, n, n + (1 if act == "down" else -1), first, last) if act in ("up", "down") else CHANGES[act](text, n)
        _edit(request, found, name, after)
        return redirect(_place(found, kind, n))
    before = {column: "" if cell == "-" else cell for column, cell in cells.row(text, n).items()}
    form = form_class(shipped.table, shipped.labels, request.POST or None, initial=before)
    if request.method == "POST" and form.is_valid():
        _edit(request, found, name, cells.changed(text, n, form.cells()))
        return redirect(_place(found, kind, n))
    answer = page(request, found.table, "line", form=form, version=found, kind=kind, n=n, is_first=n == first, is_last=n == last,
                  heading=_("第 {n} 行规则").format(n=n) if kind == "rows" else _("第 {n} 行示例").format(n=n))
    answer.status_code = 422 if form.errors else 200
    return answer


def _moved(text, n, to, first, last):
    return cells.moved(text, n, to) if first <= to <= last else text


@may("draft")
@require_POST
def add_line(request, pk, kind):
    """An empty row at the end of a draft, to be filled."""
    found = mine(request, pk)
    if found.state != "draft" or kind not in PARTS:
        raise Http404(kind)
    name = PARTS[kind][0]
    _edit(request, found, name, cells.added(getattr(found, name)))
    return redirect("decisions:line", found.pk, kind, len(cells.records(getattr(found, name))))
