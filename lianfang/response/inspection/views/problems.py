"""Problems: their list, one on its page, each step of it; case files, which have their own right."""
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.columns import plain
from lianfang.ground.ui.forms import posted_id
from lianfang.ground.workflow import FLOWS, Refused

from .. import actions
from ..forms import CaseForm, CloseCaseForm, ProblemForm, ProblemHereForm, WordsForm, WordsPhotoForm
from ..models import CaseFile, Problem, Visit
from ..rules import grade_words, topic_word, topic_words
from .shared import Record, Step, found, round_filter, shown, state_word, step, units_in, way

TONES = {"open": "bad", "fixed": "warn", "closed": "good", "withdrawn": ""}


@may("inspected", sees="inspected")
def problems(request):
    """Problems, the newest first."""
    opened = indicators.opened(request, Problem)

    def state(one):
        return state_word("inspection_problem", one)

    columns = [
        tables.Column("topic", gettext_lazy("哪方面"), "name", text=lambda one: topic_word(one.topic),
                      cell=lambda one: parts.name(topic_word(one.topic), reverse("inspection:problem", args=[one.pk]))),
        tables.Column("unit.name", gettext_lazy("哪里"), "unit", sort="unit__path"),
        tables.Column("found_at", gettext_lazy("查出"), "moment"), tables.Column("due", gettext_lazy("时限"), "moment"),
        tables.Column("fixed_at", gettext_lazy("报整改"), "moment", on_phone=False),
        tables.Column("closed_at", gettext_lazy("销号"), "moment", on_phone=False),
        tables.Column("reopened", gettext_lazy("退回几次"), "number", on_phone=False),
        tables.Column("state", gettext_lazy("状态"), cell=lambda one: parts.tag(state(one), TONES[one.state]), text=state),
    ]
    filters = [tables.Filter("topic", gettext_lazy("哪方面"), choices=lambda _request: topic_words()),
               tables.Filter("state", gettext_lazy("状态"),
                             choices=lambda _request: [(s.code, str(s)) for s in FLOWS["inspection_problem"].states.values()]),
               round_filter("sheet__round")]
    table = tables.table(request, opened.rows.select_related("unit"), columns, filters, "-found_at", title=opened.title or _("检查问题"),
                         keep=indicators.KEPT, empty_title=_("没有检查问题"))
    buttons = [(_("登记一个问题"), reverse("inspection:find_problem"), "plus")] if "muster" in request.rights else []
    return tables.page(request, "inspection/listed.html", table, at=opened.at, buttons=buttons)


@may("inspect", sees="inspect")
def raise_problem(request, pk):
    """One problem of a visit; with the other button the next one follows."""
    one = found(Visit, pk, "place")
    if one.state != "done":
        return redirect("inspection:visit", pk)
    form = ProblemForm(request.POST or None, request.FILES or None, first=one.sheet.topics)
    return _raised(request, form, one.place, one.sheet, reverse("inspection:raise_problem", args=[pk]),
                   reverse("inspection:visit", args=[pk]))


@may("muster", sees="muster")
def find_problem(request):
    """One without a visit: where it is asked for too."""
    form = ProblemHereForm(request.POST or None, request.FILES or None, units=units_in(request, "muster"))
    return _raised(request, form, None, None, reverse("inspection:find_problem"), reverse("inspection:problems"))


def _raised(request, form, unit, sheet, again, back):
    key = posted_id(request)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.raise_problem(sheet=sheet, id=key, by=request.user, at=now(), **({"unit": unit} | given))
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("登记了，是单位的待办。"))
            return redirect(again if "more" in request.POST else back)
    page = {"form": form, "heading": _("登记一个问题"), "note": unit or "", "button": _("登记"), "more": _("登记，再来一个"), "id": key,
            "back": back}
    return render(request, "inspection/form.html", page, status=422 if form.errors else 200)


@may("inspected", sees="inspected")
def problem(request, pk):
    """One problem, whose turn it is, what may be done."""
    one = found(Problem, pk, "unit__parent", "found_by", "fixed_by", "closed_by", "sheet")
    rights, ways = request.rights, []
    if one.state == "open":
        ways += [way(_("报整改结果"), "fix_problem", pk, main=True)] if "record" in rights else []
        ways += [way(_("撤销（登记错了）"), "withdraw_problem", pk)] if "muster" in rights else []
    elif one.state == "fixed" and "muster" in rights:
        ways += [way(_("复查，改好了"), "close_problem", pk, main=True), way(_("没改好，退回"), "reopen_problem", pk)]
    if "refer" in rights:
        case = CaseFile.objects.filter(problem=pk).first()
        ways.append(way(_("看案卷"), "case", case.pk) if case else way(_("移送立卷"), "open_case", pk))
    rows = [(_("什么问题"), one.words.open()), (_("多急"), dict(grade_words())[one.grade]),
            (_("查出"), f"{plain(one.found_at)} {one.found_by.name}"), (_("时限"), plain(one.due)), (_("怎么改的"), one.fixed.open()),
            (_("报整改"), one.fixed_at and f"{plain(one.fixed_at)} {one.fixed_by.name}"), (_("复查"), one.checked.open()),
            (_("销号"), one.closed_by_id and f"{plain(one.closed_at)} {one.closed_by.name}"),
            (_("退回几次"), str(one.reopened) if one.reopened else "")]
    back = (_("那次检查"), reverse("inspection:sheet", args=[one.sheet_id])) if one.sheet_id else (_("检查问题"),
                                                                                               reverse("inspection:problems"))
    return shown(request, Record(topic_word(one.topic), one.unit.name, state=state_word("inspection_problem", one), tone=TONES[one.state],
                                 rows=rows, ways=ways, back=back), pk)


def _step(heading, done, right, **more):
    return Step(Problem, "inspection:problem", heading, done, right, **more)


fix_problem = step(
    _step(gettext_lazy("报整改结果"), gettext_lazy("报上去了，等复查。"), "record", form=WordsPhotoForm,
          text=gettext_lazy("写清楚做了什么、现在什么样；拍一张改好以后的照片。")),
    lambda one, given, by, at: actions.fix_problem(problem=one, words=given["words"], photo=given["photo"], by=by, at=at))
close_problem = step(
    _step(gettext_lazy("复查，改好了"), gettext_lazy("销号了。"), "inspect", form=WordsPhotoForm,
          text=gettext_lazy("到现场看过再销号，写明看到什么。查出问题的人、报整改的人不能销。")),
    lambda one, given, by, at: actions.close_problem(problem=one, words=given["words"], photo=given["photo"], by=by, at=at))
reopen_problem = step(
    _step(gettext_lazy("没改好，退回"), gettext_lazy("退回了，时限重新算。"), "inspect", form=WordsForm, tone="bad",
          text=gettext_lazy("写明还差什么。")),
    lambda one, given, by, at: actions.reopen_problem(problem=one, words=given["words"], by=by, at=at))
withdraw_problem = step(
    _step(gettext_lazy("撤销（登记错了）"), gettext_lazy("撤销了，不再计数。"), "muster", form=WordsForm, tone="bad",
          text=gettext_lazy("写明为什么撤。")),
    lambda one, given, by, at: actions.withdraw_problem(problem=one, words=given["words"], by=by, at=at))
open_case = step(
    _step(gettext_lazy("移送立卷"), gettext_lazy("移送了。案卷只有有权限的人看得到。"), "refer", form=CaseForm, sees="refer",
          text=gettext_lazy("问题的页面上不会出现移送这件事。")),
    lambda one, given, by, at: actions.open_case(problem=one, number=given["number"], note=given["note"], by=by, at=at))


@may("refer", sees="refer")
def cases(request):
    """Case files, the newest first; the list is not taken away."""
    request.rights -= {"export"}

    def state(one):
        return state_word("inspection_case", one)

    columns = [
        tables.Column("number", gettext_lazy("案卷"), "name", text=lambda one: one.number,
                      cell=lambda one: parts.name(one.number, reverse("inspection:case", args=[one.pk]))),
        tables.Column("opened_at", gettext_lazy("移送"), "moment"), tables.Column("closed_at", gettext_lazy("结案"), "moment"),
        tables.Column("outcome", gettext_lazy("处理结果")), tables.Column("state", gettext_lazy("状态"), cell=state, text=state),
    ]
    table = tables.table(request, CaseFile.objects.all(), columns, (), "-opened_at", title=_("案卷"), empty_title=_("没有案卷"))
    return tables.page(request, "inspection/listed.html", table, note=_("对外只说件数"))


@may("refer", sees="refer")
def case(request, pk):
    """One case file."""
    one = found(CaseFile, pk, "by")
    rows = [(_("移送事由、办理情况"), one.note.open()), (_("移送"), f"{plain(one.opened_at)} {one.by.name}"),
            (_("处理结果"), one.get_outcome_display())]
    ways = [way(_("结案"), "close_case", pk, main=True)] if one.state == "open" else []
    return shown(request, Record(one.number, state=state_word("inspection_case", one), rows=rows,
                                 back=(_("案卷"), reverse("inspection:cases")),
                                 ways=[*ways, way(_("那个问题"), "problem", one.problem)]), pk)


close_case = step(
    Step(CaseFile, "inspection:case", gettext_lazy("结案"), gettext_lazy("结案了。"), "refer", form=CloseCaseForm, sees="refer"),
    lambda one, given, by, at: actions.close_case(case=one, outcome=given["outcome"], note=given["note"], by=by, at=at))
