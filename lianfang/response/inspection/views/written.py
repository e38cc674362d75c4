"""Notices, written reports, suggestions: their list, one issued, one read; the papers of a round and of a time."""
from datetime import timedelta

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.days import day_of, now
from lianfang.ground.documents import check_form, handed_out
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui import forms, parts, tables
from lianfang.ground.ui.actions import hand_out, office_of
from lianfang.ground.ui.columns import plain
from lianfang.ground.units.queries import root

from .. import actions
from ..forms import SpanForm, WrittenForm
from ..models import KINDS, Round, Written
from ..papers.bulletin import bulletin_of
from ..papers.report import report_of
from ..queries.covering import following
from .shared import Record, found, shown, units_in


@may("inspected", sees="inspected")
def writtens(request):
    """What was written, the newest first."""
    opened = indicators.opened(request, Written)
    columns = [
        tables.Column("title", gettext_lazy("标题"), "name", text=lambda one: one.title,
                      cell=lambda one: parts.name(one.title, reverse("inspection:written", args=[one.pk]))),
        tables.Column("kind", gettext_lazy("哪一种")), tables.Column("number", gettext_lazy("文号")),
        tables.Column("unit.name", gettext_lazy("给哪里"), "unit", sort="unit__path"), tables.Column("at", gettext_lazy("时间"), "moment"),
    ]
    table = tables.table(request, opened.rows.select_related("unit"), columns,
                         [tables.Filter("kind", gettext_lazy("哪一种"), choices=KINDS)],
                         "-at", title=opened.title or _("通报、报告、建议"), keep=indicators.KEPT, empty_title=_("还没有"))
    buttons = [(_("写一份"), reverse("inspection:issue_written"), "plus")] if "muster" in request.rights else []
    return tables.page(request, "inspection/listed.html", table, at=opened.at, buttons=buttons)


@may("muster", sees="muster")
def issue_written(request):
    """One of them."""
    form = WrittenForm(request.POST or None, units=units_in(request, "muster", ("county", "township", "village")))
    return forms.step(request, "inspection/form.html", form,
                      lambda filled: actions.issue_written(**filled.cleaned_data, by=request.user, at=now()), _("记下了。"),
                      "inspection:writtens", heading=_("写通报、报告、建议"), button=_("发出"), back=reverse("inspection:writtens"))


@may("inspected", sees="inspected")
def written(request, pk):
    """One of them, as it was written."""
    one = found(Written, pk, "unit", "by")
    rows = [(_("文号"), one.number), (_("给哪里"), one.unit.name), (_("内容"), one.words.open()),
            (_("谁发"), f"{one.by.name} {plain(one.at)}")]
    return shown(request, Record(one.title, one.get_kind_display(), rows=rows,
                                 back=(_("通报、报告、建议"), reverse("inspection:writtens"))), pk)


@may("inspected", sees="inspected")
@require_POST
def print_bulletin(request, pk, form):
    """排名通报: of a published round for everybody, of one that is shown to the units only for those who run it."""
    one, at = found(Round, pk, "unit"), now()
    check_form(form)
    if one.state != "published" and not (one.state == "reply" and "muster" in request.rights):
        raise Http404
    paper = bulletin_of(one, is_drill=is_drill(), on=day_of(at))
    told = hand_out(kind="inspection_round", record=one.pk, unit=one.unit_id, form=form, by=request.user, at=at)
    return handed_out(paper, form, f"ranking-{one.last_on}", foot(told, office_of(request, "inspected")))


@may("muster", sees="muster")
def report(request):
    """督查情况报告 of some days: asked for, then printed."""
    at = now()
    form = SpanForm(request.GET or None, initial={"since": following("month", day_of(at))[0], "last": day_of(at)})
    return render(request, "inspection/report.html", {"form": form, "at": at})


@may("muster", sees="muster")
@require_POST
def print_report(request, form):
    """The paper of these days."""
    check_form(form)
    at, asked = now(), SpanForm(request.POST)
    if not asked.is_valid() or asked.cleaned_data["last"] < asked.cleaned_data["since"]:
        return render(request, "inspection/report.html", {"form": asked, "at": at}, status=422)
    since, until = asked.cleaned_data["since"], asked.cleaned_data["last"] + timedelta(days=1)
    unit = root()
    held = next(one.unit for one in request.assignments if "muster" in one.rights)
    paper = report_of(request.reach, unit or held, since, until, is_drill=is_drill(), on=day_of(at), at=at)
    told = hand_out(kind="inspection_report", record=None, unit=held.pk, form=form, by=request.user, at=at)
    return handed_out(paper, form, f"inspection-{since}", foot(told, office_of(request, "muster")))
