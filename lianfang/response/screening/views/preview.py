"""A roster before it goes in: what each column is taken for, the first rows, the faults; then yes or no."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.sheets import SheetError

from .. import actions
from ..models import Import
from ..queries.labels import CODES, COLOURS, FIELDS, JOINED
from ..queries.preview import mark_of, preview


def previewed(request, roster, layouts=None, problems=(), status=200, is_afresh=False):
    """The page of a draft."""
    try:
        shown = preview(roster, layouts, is_afresh)
    except SheetError as wrong:
        return render(request, "screening/unreadable.html", {"roster": roster, "wrong": str(wrong)}, status=422)
    codes = [(CODES.get(code, code), n) for code, n in shown.codes]
    return render(request, "screening/preview.html", {"roster": roster, "preview": shown, "codes": codes, "fields": FIELDS,
                                                      "colours": COLOURS, "problems": problems}, status=status)


@may("enlist")
@require_POST
def confirm(request, pk):
    """Import as it is understood; or look again with other columns first."""
    roster = get_object_or_404(Import.objects.select_related("unit"), pk=pk)
    if roster.state != "draft":
        return redirect("screening:roster", pk=pk)
    if "afresh" in request.POST:
        return previewed(request, roster, is_afresh=True)
    try:
        understood = preview(roster)
    except SheetError as wrong:
        return render(request, "screening/unreadable.html", {"roster": roster, "wrong": str(wrong)}, status=422)
    chosen, problems = _chosen(request.POST, understood)
    if problems or "again" in request.POST:
        return previewed(request, roster, {mark_of(headers): mapping for headers, mapping in chosen}, problems, 422 if problems else 200)
    actions.confirm(roster=roster, layouts=chosen, by=request.user, at=now())
    return redirect("screening:roster", pk=pk)


def _chosen(posted, understood):
    """The layouts somebody chose column by column, and what is wrong with them."""
    layouts, problems = [], []
    for sheet in (sheet for sheet in understood.sheets if not sheet.skipped):
        mapping = {name: [] for name in FIELDS}
        for column in sheet.columns:
            field = posted.get(f"{sheet.key}-{column.letter}", column.field)
            if field in mapping:
                mapping[field].append(column.letter)
        problems += [_("表“{sheet}”里有 {n} 列都选成了“{field}”，只能选一列。").format(sheet=sheet.name, n=len(letters), field=FIELDS[name])
                     for name, letters in mapping.items() if len(letters) > 1 and name not in JOINED]
        layouts.append((sheet.headers, mapping))
    return layouts, problems


@may("enlist")
@require_POST
def discard(request, pk):
    """Leave it: the file goes at once."""
    roster = get_object_or_404(Import.objects.select_related("unit"), pk=pk)
    if actions.discard(roster=roster, by=request.user, at=now()):
        messages.success(request, _("“{name}”没有导入，文件已删除。").format(name=roster.name))
    return redirect("screening:rosters")
