"""Sheets to take away: a blank roster with a sample row, and the rows that were not taken."""
import io

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lianfang.ground import sheets
from lianfang.ground.accounts.access import may
from lianfang.ground.ui.actions import Taken

from .. import queries
from ..models import KINDS, Import
from ..vocabulary import BLANKS

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@may("enlist")
@require_GET
def blank(request, kind):
    """A blank roster of that kind, with drop-downs and a sample row that is left out when it comes back."""
    if kind not in BLANKS:
        raise Http404(kind)
    out = io.BytesIO()
    columns = [sheets.Column(header, width, choices) for header, width, choices, _sample in BLANKS[kind]]
    sheets.write(out, str(KINDS[kind]), columns, [], sample=[sample for *_rest, sample in BLANKS[kind]])
    return _sheet(out.getvalue(), _("空白名册") + f"_{KINDS[kind]}.xlsx")


@may("enlist")
@require_GET
def correction(request, pk):
    """The rows that were not taken, with what is wrong beside them; mended, it is handed in as it is."""
    roster = get_object_or_404(Import, pk=pk)
    content = queries.correction(roster)
    if content is None:
        raise Http404(pk)
    taken = Taken(request)
    content = sheets.stamp(content, taken.foot)
    taken.tell(roster.rejected)
    return _sheet(content, _("更正表") + f"_{roster.name.rsplit('.', 1)[0]}.xlsx")


def _sheet(content, name):
    return FileResponse(io.BytesIO(content), as_attachment=True, filename=name, content_type=XLSX)
