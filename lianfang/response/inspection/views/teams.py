"""Teams: their list, one put together, one on its page, with others in it, dissolved."""
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ui import forms, parts, tables
from lianfang.ground.ui.columns import plain

from .. import actions
from ..forms import SeatsForm, TeamForm, seated
from ..models import TEAMS, Team, Visit
from .shared import Record, Step, found, inspectors, shown, step, units_in, way


@may("inspect", sees="inspect")
def teams(request):
    """Teams that stand, the newest first."""
    columns = [
        tables.Column("name", gettext_lazy("组"), "name", text=lambda one: one.name,
                      cell=lambda one: parts.name(one.name, reverse("inspection:team", args=[one.pk]))),
        tables.Column("kind", gettext_lazy("哪一种")), tables.Column("unit.name", gettext_lazy("谁派出"), "unit", sort="unit__path"),
        tables.Column("head", gettext_lazy("组长"), sort="", cell=_head, text=_head),
        tables.Column("members", gettext_lazy("人数"), "number", sort="", cell=lambda one: len(one.members.all()),
                      text=lambda one: len(one.members.all())),
        tables.Column("made_at", gettext_lazy("组建"), "moment", on_phone=False), tables.Column("ended_at", gettext_lazy("撤销"), "moment"),
    ]
    rows = Team.objects.select_related("unit").prefetch_related("members__account")
    table = tables.table(request, rows, columns, [tables.Filter("kind", gettext_lazy("哪一种"), choices=TEAMS)], "-made_at",
                         title=_("督查组"),
                         empty_title=_("还没有组"), empty_text=_("先组一个组，再排检查。"))
    buttons = [(_("组一个组"), reverse("inspection:compose_team"), "plus")] if "muster" in request.rights else []
    return tables.page(request, "inspection/listed.html", table, buttons=buttons)


def _head(one):
    return next((member.account.name for member in one.members.all() if member.duty == "head"), "")


@may("muster", sees="muster")
def compose_team(request):
    """Put one together."""
    at = now()
    form = TeamForm(request.POST or None, units=units_in(request, "muster", ("county", "township")), accounts=inspectors(at))
    made = []

    def act(filled):
        given = filled.cleaned_data
        made.append(actions.compose_team(unit=given["unit"], kind=given["kind"], name=given["name"], seats=filled.seats(), by=request.user,
                                         at=at))

    return forms.step(request, "inspection/form.html", form, act, _("组好了，可以排检查了。"),
                      lambda: reverse("inspection:team", args=[made[0].pk]), heading=_("组一个组"), button=_("组好"),
                      back=reverse("inspection:teams"), text=_("谁能带队、要几名纪检干部，看规则表“督查组组成规则表”；不合规则的组不成。"))


@may("inspect", sees="inspect")
def team(request, pk):
    """One, with who is in it and where it goes."""
    one = found(Team, pk, "unit", "by")
    members = [(member.account.name, " · ".join(filter(None, [member.get_duty_display(), member.get_rank_display()])), "")
               for member in one.members.select_related("account").order_by("pk")]
    visits = [(visit.place.name, f"{visit.on}", reverse("inspection:visit", args=[visit.pk]))
              for visit in Visit.objects.filter(team=one, state="planned").select_related("place").order_by("on")[:50]]
    ways = []
    if "muster" in request.rights and not one.ended_at:
        ways = [way(_("排一次检查"), "plan_visit", main=True), way(_("换人"), "reseat_team", pk), way(_("撤销这个组"), "dissolve_team", pk)]
    rows = [(_("谁派出"), one.unit.name), (_("组建"), one.by.name), (_("撤销"), plain(one.ended_at))]
    return shown(request, Record(one.name, one.get_kind_display(), rows=rows, ways=ways, back=(_("督查组"), reverse("inspection:teams")),
                                 lists=[(_("组里的人"), members), (_("还没去的检查"), visits)]), pk)


@may("muster", sees="muster")
def reseat_team(request, pk):
    """Others sit in it."""
    one, at = found(Team, pk, "unit"), now()
    form = SeatsForm(request.POST or None, accounts=inspectors(at), initial=seated(one))
    home = reverse("inspection:team", args=[pk])
    return forms.step(request, "inspection/form.html", form,
                      lambda filled: actions.reseat_team(team=one, seats=filled.seats(), by=request.user, at=at),
                      _("换好了：还没去的检查由现在的组长带队。"), home, heading=_("换人"), note=one.name, button=_("换好"), back=home,
                      text=_("请换下来的人先把手机上没报的报上来：换了以后他的督查职责就收回，手机上不再有这个组的检查。查过的记录都留着。"))


dissolve_team = step(
    Step(Team, "inspection:team", gettext_lazy("撤销这个组"), gettext_lazy("撤了，组员的督查职责也收回了。"), "muster", sees="muster",
         tone="bad",
         text=gettext_lazy("撤了以后不能再排检查；查过的记录都留着。")),
    lambda one, _given, by, at: actions.dissolve_team(team=one, by=by, at=at))
