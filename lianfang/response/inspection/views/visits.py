"""Visits: planned, made, dropped; afterwards the team reads its own record there, wherever the place lies."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.outbox.xlsform import form_of
from lianfang.ground.ui import forms, parts, tables
from lianfang.ground.workflow import Refused

from .. import actions
from ..forms import SeenForm, VisitForm
from ..models import TEAMS, Team, Visit
from ..queries.visits import asked_on, visit_of
from .shared import Record, Step, shown, state_word, step, units_in
from .sheets import seen


@may("inspect", sees="inspect")
def visits(request):
    """Visits, what is planned first."""
    def state(one):
        return state_word("inspection_visit", one)

    columns = [
        tables.Column("place.name", gettext_lazy("去哪里"), "name", sort="place__path", text=lambda one: one.place.name,
                      cell=lambda one: parts.name(one.place.name, reverse("inspection:visit", args=[one.pk]))),
        tables.Column("on", gettext_lazy("哪天"), "date"), tables.Column("team.name", gettext_lazy("哪个组")),
        tables.Column("head.name", gettext_lazy("组长"), on_phone=False),
        tables.Column("is_unannounced", gettext_lazy("暗访")), tables.Column("round.title", gettext_lazy("哪一轮"), on_phone=False),
        tables.Column("state", gettext_lazy("状态"), cell=state, text=state),
    ]
    filters = [tables.Filter("kind", gettext_lazy("哪一种"), choices=TEAMS, lookup="team__kind"),
               tables.Filter("todo", gettext_lazy("只看还没去的"), "tick", apply=lambda rows, _yes: rows.filter(state="planned"))]
    rows = Visit.objects.select_related("place", "team", "head", "round")
    table = tables.table(request, rows, columns, filters, "-on", title=_("现场检查"), empty_title=_("还没有排检查"))
    buttons = [(_("排一次检查"), reverse("inspection:plan_visit"), "plus")] if "muster" in request.rights else []
    return tables.page(request, "inspection/listed.html", table, buttons=buttons)


@may("muster", sees="muster")
def plan_visit(request):
    """One visit of a team."""
    teams = Team.objects.filter(ended_at=None).select_related("unit").order_by("name")
    form, made = VisitForm(request.POST or None, teams=teams, units=units_in(request, "muster")), []

    def act(filled):
        given = filled.cleaned_data
        made.append(actions.plan_visit(team=given["team"], place=given["unit"], on=given["on"], is_unannounced=given["shy"] == "yes",
                                       by=request.user, at=now()))

    return forms.step(request, "inspection/form.html", form, act, _("排上了，是组长的待办。"),
                      lambda: reverse("inspection:visit", args=[made[0].pk]), heading=_("排一次检查"), button=_("排上"),
                      back=reverse("inspection:visits"))


@may("inspect", sees="inspect")
def visit(request, pk):
    """A visit: what is asked today, filled in at the place; afterwards its record."""
    one, at = visit_of(pk), now()
    if one is None:
        raise Http404
    if one.state == "done":
        return seen(request, one.sheet, (_("现场检查"), reverse("inspection:visits")))
    if one.state == "dropped":
        return shown(request, Record(one.place.name, one.team.name, state=state_word("inspection_visit", one),
                                     back=(_("现场检查"), reverse("inspection:visits"))), pk)
    asked = asked_on(one, day_of(at))
    form = SeenForm(request.POST or None, request.FILES or None)
    extras = [(each, form_of(each.form)(request.POST or None, prefix=f"c{n}")) for n, each in enumerate(asked)]
    if request.method == "POST" and all([form.is_valid(), *(extra.is_valid() for _each, extra in extras)]):
        answers = {each.pk: extra.answers() for each, extra in extras}
        try:
            actions.finish_visit(visit=one, answers=answers, by=request.user, at=at, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("记下了。有问题的，一条一条登记。"))
            return redirect("inspection:visit", pk)
    page = {"one": one, "form": form, "extras": extras, "is_early": day_of(at) < one.on, "may_muster": "muster" in request.rights}
    return render(request, "inspection/visit.html", page, status=422 if request.method == "POST" else 200)


drop_visit = step(
    Step(Visit, "inspection:visit", gettext_lazy("不去了"), gettext_lazy("取消了。"), "muster", sees="muster", tone="bad"),
    lambda one, _given, by, at: actions.drop_visit(visit=one, by=by, at=at))
