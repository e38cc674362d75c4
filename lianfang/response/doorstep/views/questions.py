"""Forms that campaigns ask by: the versions kept, one handed in, a blank one to begin with, and which a running campaign asks."""
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.outbox.xlsform import blank_form, book_of
from lianfang.ground.ui import tables
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused

from .. import actions
from ..forms import QuestionsForm, VersionForm
from ..queries import campaigns as known
from .campaigns import found_in


@may("enlist")
def versions(request):
    """All versions, the newest first."""
    columns = [
        tables.Column("title", gettext_lazy("问卷"), "name"), tables.Column("version", gettext_lazy("版本")),
        tables.Column("unit.name", gettext_lazy("给哪里用"), "unit", sort="unit__path"),
        tables.Column("form", gettext_lazy("几题"), "number", sort="", cell=lambda one: len(one.form["fields"]),
                      text=lambda one: len(one.form["fields"])),
        tables.Column("by.name", gettext_lazy("交来")), tables.Column("at", gettext_lazy("时间"), "moment"),
    ]
    table = tables.table(request, known.forms_in(request.reach), columns, (), title=_("问卷"), empty_title=_("还没有问卷"),
                         empty_text=_("下载空白问卷，改成要问的，再交上来。"))
    return tables.page(request, "doorstep/questions.html", table)


@may("enlist")
def take(request):
    """Hand one in."""
    own = Unit.objects.filter(pk__in=[a.unit_id for a in request.assignments if "enlist" in a.rights]).order_by("path")
    form = QuestionsForm(request.POST or None, request.FILES or None, units=own)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.take_questions(content=form.cleaned_data["file"], unit=form.cleaned_data["unit"], by=request.user, at=now())
        except Refused as refused:
            form.add_error("file", str(refused))
        else:
            messages.success(request, _("收下了：{title}，{n} 题。").format(title=made, n=len(made.form["fields"])))
            return redirect("doorstep:questions")
    return render(request, "doorstep/take_questions.html", {"form": form}, status=422 if form.errors else 200)


@may("enlist")
def blank(request):
    """A small form that may be changed into one's own."""
    return HttpResponse(book_of(blank_form()), content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        headers={"Content-Disposition": 'attachment; filename="xlsform.xlsx"'})


@may("enlist")
def ask_anew(request, pk):
    """Which version a running campaign asks."""
    one = found_in(request, pk)
    if not request.reach.covers(one.unit.path):
        raise Http404
    form = VersionForm(request.POST or None, questions=known.forms_in(request.reach), initial={"questions": one.questions_id})
    if request.method == "POST" and form.is_valid():
        try:
            actions.ask_anew(campaign=one, questions=form.cleaned_data["questions"], by=request.user, at=now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("从现在起按这一版问；手机上按旧版填的照样收，并标明。"))
            return redirect("doorstep:campaign", pk)
    return render(request, "doorstep/ask_anew.html", {"campaign": one, "form": form}, status=422 if form.errors else 200)
