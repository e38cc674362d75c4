"""Leaders' visits with findings typed on the spot; good practice written, offered and answered."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ids import uuid7
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.columns import plain
from lianfang.ground.ui.forms import posted_id
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.queries import Places

from .. import actions, queries
from ..forms import AnswerForm, FindingForm, PracticeForm, SpreadForm, VisitForm
from ..models import Adoption, Practice, Visit
from ..queries import papers
from .shared import asked, directs, state_tag, tabs, told


@may("look")
@require_GET
def visits(request):
    """Who was where."""
    places = Places()
    columns = [
        tables.Column("visited_at", gettext_lazy("几时"), "moment", cell=lambda one: parts.name(
            plain(one.visited_at), reverse("directives:visit", args=[one.pk]))),
        tables.Column("leader", gettext_lazy("哪位领导")),
        tables.Column("unit.name", gettext_lazy("到了哪里"), "unit", sort="unit__path", cell=lambda one: places.of(one.unit),
                      text=lambda one: places.of(one.unit)),
        tables.Column("company", gettext_lazy("同行的人"), on_phone=False),
        tables.Column("words", gettext_lazy("看了什么"), width=40, sort=""),
    ]
    table = tables.table(request, Visit.objects.select_related("unit"), columns, [], "-visited_at", title=_("领导下沉"),
                         empty_title=_("还没有记过"), cards=True)
    return tables.page(request, "directives/visits.html", table, tabs=tabs("visits"), may_give="direct" in request.rights)


@may("direct")
@require_http_methods(["GET", "POST"])
def record_visit(request):
    """A visit begins."""
    made = []

    def act(form):
        made.append(actions.record_visit(id=posted_id(request), **form.cleaned_data, **told(request)))

    return asked(request, VisitForm(request.POST or None, reach=request.reach), act, _("记下了，看到问题就在这一页写。"), _("记一次下沉"),
                 lambda: reverse("directives:visit", args=[made[0].pk]), back=reverse("directives:visits"), id=uuid7())


@may("look")
@require_http_methods(["GET", "POST"])
def visit(request, pk):
    """One visit: each finding typed here is a task at once."""
    one = get_object_or_404(Visit.objects.select_related("unit", "by"), pk=pk)
    may_find = directs(request, one.unit)
    sent = request.POST or None if may_find else None
    form = FindingForm(sent, reach=request.reach, place=Places().of(one.unit)) if may_find else None
    if sent and form.is_valid():
        try:
            task = actions.add_finding(visit=one, task=form.spec(), **told(request))
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已经交给“{unit}”。").format(unit=task.whose))
            return redirect("directives:visit", pk)
    found = [(task, state_tag("task", task)) for task in queries.of_origin([pk])]
    page = {"one": one, "form": form, "found": found, "place": Places().of(one.unit)}
    return render(request, "directives/visit.html", page, status=422 if form and form.errors else 200)


@may("look")
@require_GET
def practices(request):
    """What worked where, and how many took it up."""
    columns = [
        tables.Column("title", gettext_lazy("做法"), "name",
                      cell=lambda one: parts.name(one.title, reverse("directives:practice", args=[one.pk]))),
        tables.Column("unit.name", gettext_lazy("哪里的"), "unit", sort="unit__path"),
        tables.Column("at", gettext_lazy("几时写的"), "moment"),
        tables.Column("asked", gettext_lazy("推广到几家"), "number"), tables.Column("adopted", gettext_lazy("采用"), "number"),
        tables.Column("set_aside", gettext_lazy("不适用"), "number"),
    ]
    table = tables.table(request, papers.practices(), columns, [], "-at", title=_("好做法"), empty_title=_("还没有写过好做法"), cards=True)
    return tables.page(request, "directives/practices.html", table, tabs=tabs("practices"), may_write="direct" in request.rights)


@may("direct")
@require_http_methods(["GET", "POST"])
def write_practice(request):
    """A new one."""
    made = []

    def act(form):
        made.append(actions.write_practice(**form.cleaned_data, **told(request)))

    return asked(request, PracticeForm(request.POST or None, reach=request.reach), act, _("写好了，可以推广。"), _("写一条好做法"),
                 lambda: reverse("directives:practice", args=[made[0].pk]), back=reverse("directives:practices"))


@may("look")
@require_GET
def practice(request, pk):
    """One, with each unit's answer."""
    one = get_object_or_404(Practice.objects.select_related("unit", "by"), pk=pk)
    page = {"one": one, "answers": [(each, state_tag("adoption", each)) for each in papers.adoptions_of(one)],
            "may_spread": "direct" in request.rights, "counted": papers.practices().get(pk=pk)}
    return render(request, "directives/practice.html", page)


@may("direct")
@require_http_methods(["GET", "POST"])
def spread(request, pk):
    """To whom it is offered."""
    one, to = get_object_or_404(Practice, pk=pk), reverse("directives:practice", args=[pk])

    def act(form):
        level = form.cleaned_data["level"]
        whole = list(Unit.objects.filter(path__under=request.reach, level=level, until_on=None)) if level else []
        actions.spread(practice=one, units=list({unit.pk: unit for unit in (*whole, *form.cleaned_data["places"])}.values()),
                       **told(request))

    return asked(request, SpreadForm(request.POST or None, reach=request.reach), act, _("推广了，等各单位答复。"), _("推广"), to,
                 lead=one.title)


@may("work", sees="work")
@require_http_methods(["GET", "POST"])
def adoption(request, pk):
    """Whether it is done here too."""
    one = get_object_or_404(Adoption.objects.select_related("practice__unit", "unit", "answered_by"), pk=pk)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = actions.set_aside if "not" in request.POST else actions.adopt
        try:
            act(adoption=one, **form.cleaned_data, **told(request))
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("答复了。"))
            return redirect("directives:adoption", pk)
    page = {"one": one, "practice": one.practice, "form": form, "state": state_tag("adoption", one), "at": now(),
            "turn": Turn.objects.open().filter(record=pk).first()}
    return render(request, "directives/adoption.html", page, status=422 if form.errors else 200)
