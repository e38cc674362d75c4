"""The timeline: this county's measures day by day, and beside them what was done outside; typed, by a sheet, on paper."""
import io
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground import sheets
from lianfang.ground.accounts.access import may, widest
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.days import day_of
from lianfang.ground.documents import check_form, handed_out
from lianfang.ground.journal.numbers import foot
from lianfang.ground.sheets import SheetError
from lianfang.ground.ui.actions import hand_out, office_of
from lianfang.ground.ui.forms import sheet_came
from lianfang.ground.workflow import Refused

from .. import actions
from ..forms import MilestoneForm, SheetForm
from ..models import Directive
from ..papers.milestones import timeline_of
from ..queries import papers
from ..reading import HEADINGS, SAMPLE
from .shared import asked, tabs, told

SHOWN_FAULTS = 200


@may("look")
@require_GET
def milestones(request):
    """Day by day."""
    page = {"days": papers.days(papers.milestones()), "tabs": tabs("milestones"), "may_write": "direct" in request.rights}
    return render(request, "directives/milestones.html", page)


@may("direct")
@require_http_methods(["GET", "POST"])
def add_milestone(request):
    """One line; begun with a directive's words where one is named."""
    from_one = Directive.objects.select_related("unit").filter(pk=_id(request.GET.get("directive", ""))).first()
    begin = {"place": from_one.unit.name, "words": from_one.title, "source": from_one.number,
             "on": day_of(from_one.issued_at)} if from_one else None

    def act(form):
        if not actions.add_milestones(unit=widest(request, "direct"), side=form.cleaned_data["side"], entries=[form.entry()],
                                      directive=from_one, **told(request)):
            raise Refused(_("这一条已经有了。"))

    form, to = MilestoneForm(request.POST or None, initial=begin), reverse("directives:milestones")
    return asked(request, form, act, _("记下了。"), _("记一条大事"), to)


def _id(text) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


@may("direct")
@require_http_methods(["GET", "POST"])
def import_milestones(request):
    """A sheet; what could not be read is said row by row, the rest stands."""
    form, faults = SheetForm(request.POST or None, request.FILES or None), []
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            made, stood, faults = actions.import_milestones(unit=widest(request, "direct"), side=form.cleaned_data["side"],
                                                            content=file.read(), name=file.name, **told(request))
        except (SheetError, Refused) as wrong:
            form.add_error("file", str(wrong))
        else:
            said = _("新加 {added} 条，已经有的 {stood} 条，{faults} 行没有收。")
            sheet_came(request, said.format(added=len(made), stood=stood, faults=len(faults)), faults)
            if not faults:
                return redirect("directives:milestones")
    page = {"form": form, "faults": faults[:SHOWN_FAULTS]}
    return render(request, "directives/import.html", page, status=422 if form.errors else 200)


@may("direct")
@require_GET
def blank(request):
    """A sheet to fill in."""
    out = io.BytesIO()
    sheets.write(out, _("大事记"), [sheets.Column(words[0]) for words in HEADINGS.values()], SAMPLE[1:], sample=SAMPLE[0])
    return HttpResponse(out.getvalue(), content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        headers={"Content-Disposition": 'attachment; filename="timeline.xlsx"'})


@may("look")
@require_POST
def print_milestones(request, form):
    """On paper."""
    check_form(form)
    unit = request.assignments[0].unit
    line = hand_out(kind="milestone", record=None, unit=unit.pk, form=form, **told(request))
    paper = timeline_of(papers.days(papers.milestones()), unit, is_drill=is_drill())
    return handed_out(paper, form, _("大事记"), foot(line, office_of(request, "look")))
