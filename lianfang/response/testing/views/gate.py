"""Back to work: who asked, what is there and what is missing of his tests, and the pass on paper."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.days import now
from lianfang.ground.documents import check_form, handed_out
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.actions import office_of
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.registers.people.queries import Places

from .. import actions, forms, queries
from ..models import KINDS, RISKS, WorkPass
from ..papers.work_pass import pass_paper
from ..words import fit_tag, moment_word


@may("look")
@require_GET
def work_passes(request):
    """All who asked to go back to work, the newest first."""
    found, places, flow, at = indicators.opened(request, WorkPass), Places(), FLOWS["work_pass"], now()
    columns = [
        tables.Column("person", gettext_lazy("姓名"), "name", sort="", text=lambda row: row.person.masked_name,
                      cell=lambda row: parts.name(row.person.masked_name, reverse("testing:work_pass", args=[row.pk]))),
        tables.Column("unit", gettext_lazy("现住"), "unit", sort="unit__path", cell=lambda row: places.of(row.unit),
                      text=lambda row: places.of(row.unit), width=24),
        tables.Column("firm.title", gettext_lazy("到哪家企业"), sort="firm__title", width=24),
        tables.Column("risk", gettext_lazy("来处风险")), tables.Column("asked_at", gettext_lazy("申请"), "moment", on_phone=False),
        tables.Column("state", gettext_lazy("状态"), cell=lambda row: str(flow.states[row.state]),
                      text=lambda row: str(flow.states[row.state])),
        tables.Column("until_at", gettext_lazy("有效到"), cell=lambda row: _until(row, at), text=lambda row: moment_word(row.until_at)),
    ]
    filters = [tables.Filter("state", gettext_lazy("状态"), choices={code: str(one) for code, one in flow.states.items()}),
               tables.Filter("risk", gettext_lazy("来处风险"), choices=RISKS)]
    table = tables.table(request, found.rows.select_related("person", "unit", "firm"), columns, filters, "-asked_at", title=_("返岗"),
                         keep=indicators.KEPT, empty_title=_("没有人申请返岗"), empty_text=_("外地回来上班的人，先登记，再核检测。"))
    if "export" not in request.GET:
        places.learn([row.unit for row in table.page.object_list])
    return tables.page(request, "testing/passes.html", table, at=found.at)


def _until(row, at):
    if row.until_at is None:
        return "—"
    return parts.tag(_("已过期"), "bad", "clock") if row.until_at <= at else moment_word(row.until_at)


@may("record")
@require_http_methods(["GET", "POST"])
def apply_pass(request):
    """Somebody wants to go back to work."""
    form = forms.PassForm(request.POST or None, reach=request.reach)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = actions.apply_pass(firm=form.fields["firm"].firms[said["firm"]], who=form.who(door=said["unit"]), origin=said["origin"],
                                      by=request.user, at=now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("testing:work_pass", made.pk)
    page = {"form": form, "title": _("申请返岗"), "back": reverse("testing:work_passes")}
    return render(request, "testing/form.html", page, status=422 if form.errors else 200)


def _named(pk) -> WorkPass:
    found = queries.pass_named(pk)
    if found is None:
        raise Http404(pk)
    return found


@may("look")
@require_GET
def work_pass(request, pk):
    """One worker: each test that is asked, what is there, what is missing."""
    found, at = _named(pk), now()
    then = found.allowed_at if found.state == "allowed" else at
    tests = [(KINDS[one.kind], one.days, one.last and moment_word(one.last.taken_at), fit_tag(one.last and one.last.is_fit), one.lacking)
             for one in queries.asked_of(found, then)]
    if found.state != "dropped" and (held := queries.held_back(found)):
        tests.insert(0, ("", None, "", "", held))
    page = {"one": found, "at": at, "tests": tests, "is_complete": all(not lacking for *_rest, lacking in tests),
            "state": FLOWS["work_pass"].states[found.state], "is_valid": queries.is_valid(found, at), "risk": found.get_risk_display(),
            "code": queries.pass_code(found)}
    return render(request, "testing/pass.html", page)


@may("record")
@require_http_methods(["GET", "POST"])
def note_result(request, pk):
    """A result he shows on paper."""
    found, form = _named(pk), forms.ResultForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        (kind, outcome), said = form.cleaned_data["found"].split(":"), form.cleaned_data
        told = actions.Told(found.person_id, kind, said["taken_at"], outcome, "paper", said["evidence"])
        try:
            actions.note_results(results=[told], by=request.user, at=now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("testing:work_pass", pk)
    page = {"form": form, "title": _("登记结果"), "who": found, "back": reverse("testing:work_pass", args=[pk])}
    return render(request, "testing/form.html", page, status=422 if form.errors else 200)


def _step(act):
    @may("record")
    @require_POST
    def view(request, pk):
        one = get_object_or_404(WorkPass.objects.select_related("verdict"), pk=pk)
        try:
            act(work_pass=one, by=request.user, at=now())
        except Refused as refused:
            messages.error(request, str(refused))
        return redirect("testing:work_pass", pk)

    return view


allow, drop_pass = _step(actions.allow), _step(actions.drop_pass)


@may("print")
@require_POST
def print_pass(request, pk, form):
    """The pass on paper, with the full name: printing it is written down."""
    found = _named(pk)
    check_form(form)
    if found.state != "allowed":
        raise Http404(pk)
    filled = pass_paper(found, is_drill())
    below = foot(actions.print_pass(work_pass=found, by=request.user, at=now()), office_of(request, "print"))
    return handed_out(filled, form, f"pass-{found.number}", below)
