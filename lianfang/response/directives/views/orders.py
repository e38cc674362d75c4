"""Directives as their issuer sees them: the register, one with who has it and what is open, issued, chased, ended, printed."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may, widest
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.documents import check_form, handed_out
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.actions import hand_out, office_of
from lianfang.ground.ui.forms import pressed
from lianfang.ground.workflow import FLOWS, Refused

from .. import actions, storage
from ..forms import IssueForm, WhyForm, measures
from ..models import KINDS, Directive
from ..papers.directive import paper_of
from ..queries import papers, risen
from ..queries.tasks import turns_of
from .shared import asked, directs, sent_file, state_tag, tabs, told


def _states(_request):
    return [(one.code, str(one)) for one in FLOWS["directive"].states.values()]


@may("look")
@require_GET
def directives(request):
    """The register of what was issued here: number, kind, to how many, how many have it, what is open."""
    columns = [
        tables.Column("number", gettext_lazy("文号"), "name", sort=("year", "series", "serial"),
                      cell=lambda one: parts.name(one.number, reverse("directives:directive", args=[one.pk]))),
        tables.Column("title", gettext_lazy("标题"), width=40),
        tables.Column("kind", gettext_lazy("文种"), on_phone=False), tables.Column("issued_at", gettext_lazy("下达"), "moment"),
        tables.Column("sent", gettext_lazy("发给几家"), "number"), tables.Column("received", gettext_lazy("已签收"), "number"),
        tables.Column("given", gettext_lazy("督办事项"), "number"), tables.Column("left", gettext_lazy("没办结"), "number"),
        tables.Column("state", gettext_lazy("状态"), cell=lambda one: state_tag("directive", one),
                      text=lambda one: str(FLOWS["directive"].states[one.state])),
    ]
    filters = [tables.Filter("kind", gettext_lazy("文种"), choices=KINDS),
               tables.Filter("state", gettext_lazy("状态"), choices=_states)]
    table = tables.table(request, papers.directives(), columns, filters, "-issued_at", title=_("发出的文"), empty_title=_("还没有发过文"),
                         cards=True)
    return tables.page(request, "directives/directives.html", table, heading=_("发出的文"), tabs=tabs("directives"),
                       may_issue="direct" in request.rights and widest(request, "direct").level in ("county", "township"))


def _directive(pk) -> Directive:
    return get_object_or_404(Directive.objects.select_related("unit", "issued_by", "ended_by", "replaces"), pk=pk)


@may("look")
@require_GET
def directive(request, pk):
    """One: its words, who has it, what is open, what it followed and what follows it."""
    one = _directive(pk)
    tasks = list(papers.tasks_of(one))
    up = risen(tasks)
    receipts = list(papers.receipts_of(one))
    urged = {pk: turn.urged for pk, turn in (turns_of("receipt", receipts) | turns_of("task", tasks)).items()}
    page = {"one": one, "state": state_tag("directive", one),
            "receipts": [(each, state_tag("receipt", each), urged.get(each.pk)) for each in receipts],
            "tasks": [(each, state_tag("task", each), up.get(each.pk), urged.get(each.pk)) for each in tasks],
            "history": papers.history_of(one),
            "waiting": sum(each.state == "waiting" for each in receipts), "left": sum(each.is_open for each in tasks),
            "may_direct": directs(request, one.unit), "may_print": "look" in request.rights}
    return render(request, "directives/directive.html", page)


def _issuing(request, act, title, back, replaces=None):
    """The form of a directive with its rows of measures; `more` adds rows, nothing typed is lost."""
    post, sent = widest(request, "direct"), request.POST or None
    begin = {name: getattr(replaces, name) for name in ("kind", "title", "text", "basis")} if replaces else None
    form = IssueForm(sent, request.FILES or None, reach=request.reach, post=post, initial=begin, replaces=replaces)
    rows = measures(sent, request.reach, post)
    if sent and "more" in sent:
        form.is_valid()
        form.errors.clear()
        rows = measures({**sent.dict(), "rows": len(rows) + 5}, request.reach, post)
        return _issue_page(request, form, rows, title, back)
    if sent and all([form.is_valid(), *(row.is_valid() for row in rows)]):
        whole, filled = form.told(), [row for row in rows if row.cleaned_data["words"].strip()]
        tasks = [task for row in filled for task in row.specs(form.to, form.to_groups, whole["tags"])]
        try:
            made = act({**whole, "tasks": tasks})
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("{number} 已下达，等各单位签收。").format(number=made.number))
            return redirect("directives:directive", made.pk)
    return _issue_page(request, form, rows, title, back)


def _issue_page(request, form, rows, title, back):
    wrong = bool(form.errors) or any(row.errors for row in rows)
    return render(request, "directives/issue.html", {"form": form, "rows": rows, "title": title, "back": back},
                  status=422 if wrong else 200)


@may("direct")
@require_http_methods(["GET", "POST"])
def issue(request):
    """A new one."""
    return _issuing(request, lambda whole: actions.issue(**whole, **told(request)), _("下达指令"), reverse("directives:directives"))


@may("direct")
@require_http_methods(["GET", "POST"])
def replace(request, pk):
    """Another follows it: begun with its words, and with why."""
    one = _directive(pk)
    return _issuing(request, lambda whole: actions.replace_directive(directive=one, **whole, **told(request)),
                    _("用新指令代替 {number}").format(number=one.number), reverse("directives:directive", args=[pk]), one)


@may("direct")
@require_POST
def chase(request, pk):
    """Whoever has not received it, or is late, is urged."""
    one = _directive(pk)
    return pressed(request, lambda: actions.chase(directive=one, **told(request)), _("催了，对方的待办里会标出来。"),
                   "directives:directive", pk)


@may("direct")
@require_http_methods(["GET", "POST"])
def close_directive(request, pk):
    """Closed."""
    return _ended(request, pk, actions.close_directive, _("办结了。"), _("办结这份文"), optional=True)


@may("direct")
@require_http_methods(["GET", "POST"])
def withdraw_directive(request, pk):
    """Taken back."""
    return _ended(request, pk, actions.withdraw_directive, _("撤回了，没办完的事一并撤回。"), _("撤回"))


def _ended(request, pk, act, done, title, optional=False):
    one, to = _directive(pk), reverse("directives:directive", args=[pk])
    form = WhyForm(request.POST or None, optional=optional)
    return asked(request, form, lambda form: act(directive=one, **form.cleaned_data, **told(request)), done, title, to,
                 lead=f"{one.number} {one.title}")


@may("look")
@require_GET
def file(request, pk):
    """What hangs on it."""
    one = _directive(pk)
    return given(one)


def given(one):
    """The file of a directive, as it came."""
    content = storage.FILES.content(one.pk)
    return sent_file(content, storage.kind_of(content or b"", one.file_name), one.file_name)


@may("look")
@require_POST
def print_directive(request, pk, form):
    """On paper."""
    one = _directive(pk)
    check_form(form)
    line = hand_out(kind="directive", record=one.pk, unit=one.unit_id, form=form, **told(request))
    return handed_out(paper_of(one, papers.receipts_of(one), is_drill=is_drill()), form, one.number, foot(line, office_of(request, "look")))
