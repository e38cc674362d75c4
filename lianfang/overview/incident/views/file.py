"""The file of a case on screen and on paper, and the report that is drafted from it."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.days import day_of, now
from lianfang.ground.documents import handed_out
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui.actions import office_of
from lianfang.ground.workflow import Refused
from lianfang.registers.people.reading import reading, take_reason
from lianfang.response.cases import actions as casework
from lianfang.response.cases import queries as cases
from lianfang.response.cases.words import answer_rows, open_rows

from .. import actions, queries
from ..papers.file import file_paper
from ..papers.report import report_paper

READ = "incident.read_file"


def named(pk):
    """The case of a file, within the scope."""
    found = cases.case_named(pk)
    if found is None:
        raise Http404(pk)
    return found


@may("investigate")
@require_GET
def file(request, case):
    """Case, contacts, timeline, measures, outcome: open to whoever has said why."""
    found, at = named(case), now()
    opened = reading(request, found, READ)
    page = {"one": found, "at": at, "action": reverse("incident:read", args=[case]), **opened}
    if opened["is_read"]:
        told, on = cases.inquiry_of(found), day_of(at)
        page |= {"file": queries.file_of(found, at), "told": told, "published": queries.trajectories_of(found.pk),
                 "answers": answer_rows(cases.questions(found, on), cases.answered(told))}
        page["rows"] = open_rows(page["file"].card) if page["file"].card else []
    return render(request, "incident/file.html", page)


@may("investigate")
@require_POST
def read(request, case):
    """The file opens for a reason, for minutes."""
    take_reason(request, named(case), READ, "case")
    return redirect("incident:file", case)


@may("investigate")
@require_POST
def print_file(request, case):
    """The whole file as a Word document: whom it names can see that."""
    found, at = named(case), now()
    whole = queries.file_of(found, at)
    told = actions.print_file(case=found, people=whole.people, by=request.user, at=at)
    return handed_out(file_paper(whole, at, is_drill()), "docx", f"incident-{found.number}", foot(told, office_of(request, "investigate")))


@may("investigate")
@require_POST
def report(request, case):
    """The report of the investigation, drafted, to be gone on with in Word."""
    found, at = named(case), now()
    whole = queries.file_of(found, at)
    try:
        told = casework.write_report(case=found, people=whole.people, by=request.user, at=at)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("incident:file", case)
    drafted = report_paper(whole, at, is_drill())
    return handed_out(drafted, "docx", f"report-{found.number}", foot(told, office_of(request, "investigate")))
