"""Cadres: assessments, which each cadre reads and answers himself; commendations with their evidence."""
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.days import day_of, now
from lianfang.ground.ui import forms, parts, tables
from lianfang.ground.units.models import Unit

from .. import actions
from ..forms import AssessmentForm, CommendForm, WordsForm
from ..models import Assessment, Team
from ..queries.cadres import assessment_of, commended, evidence_for
from .shared import Record, Step, shown, state_word, step, units_in, way

CADRES = ("village_cadre", "township_cadre")


@may("muster", sees="muster")
def assessments(request):
    """Assessments, the newest first."""
    def state(one):
        return state_word("cadre_assessment", one)

    columns = [
        tables.Column("cadre.name", gettext_lazy("干部"), "name", text=lambda one: one.cadre.name,
                      cell=lambda one: parts.name(one.cadre.name, reverse("inspection:assessment", args=[one.pk]))),
        tables.Column("unit.name", gettext_lazy("单位"), "unit", sort="unit__path"), tables.Column("on", gettext_lazy("哪天"), "date"),
        tables.Column("way", gettext_lazy("怎么考察")), tables.Column("team.name", gettext_lazy("哪个组"), on_phone=False),
        tables.Column("state", gettext_lazy("状态"), cell=state, text=state),
    ]
    table = tables.table(request, Assessment.objects.select_related("cadre", "unit", "team"), columns, (), "-on", title=_("干部考察"),
                         empty_title=_("还没有考察记录"))
    buttons = [(_("登记考察"), reverse("inspection:record_assessment"), "plus")]
    return tables.page(request, "inspection/listed.html", table, buttons=buttons, note=_("每一条本人都看得到，可以说明"))


def _cadres(at):
    held = Assignment.objects.in_force(day_of(at)).filter(role__in=CADRES)
    return Account.objects.filter(is_active=True, assignments__in=held).distinct().order_by("name")


@may("muster", sees="muster")
def record_assessment(request):
    """What a team saw of a cadre."""
    at = now()
    teams = Team.objects.filter(kind="assessment", ended_at=None, members__account=request.user).order_by("name")
    form = AssessmentForm(request.POST or None, units=units_in(request, "muster"), teams=teams, cadres=_cadres(at))
    return forms.step(request, "inspection/form.html", form,
                      lambda filled: actions.record_assessment(**filled.cleaned_data, by=request.user, at=at),
                      _("记下了，是他本人的待办：看过、说明。"),
                      "inspection:assessments", heading=_("登记考察"), button=_("记下来"), back=reverse("inspection:assessments"))


@may("inspected", sees="inspected")
def assessment(request, pk):
    """One: to the cadre himself, and to those who assess; to nobody else."""
    one = assessment_of(pk)
    is_his = one is not None and one.cadre_id == request.user.pk
    if one is None or not (is_his or "muster" in request.rights):
        raise Http404
    rows = [(_("干部"), one.cadre.name), (_("哪天"), str(one.on)), (_("怎么考察"), one.get_way_display()), (_("哪个组"), one.team.name),
            (_("谁登记"), one.by.name), (_("看到了什么"), one.seen.open()), (_("本人说明"), one.reply.open())]
    ways = [way(_("看过了"), "see_assessment", pk, main=True), way(_("我有说明"), "reply_assessment",
                                                                pk)] if is_his and one.state == "shown" else []
    back = (_("干部考察"), reverse("inspection:assessments")) if "muster" in request.rights else (_("督查检查"),
                                                                                              reverse("inspection:index"))
    return shown(request, Record(_("干部考察"), one.unit.name, state=state_word("cadre_assessment", one), rows=rows, ways=ways, back=back),
                 pk)


def _step(heading, done, **more):
    return Step(Assessment, "inspection:assessment", heading, done, "inspected", **more)


see_assessment = step(
    _step(gettext_lazy("看过了"), gettext_lazy("记下了。"), text=gettext_lazy("记录写的是事实，没有要说明的。")),
    lambda one, _given, by, at: actions.see_assessment(assessment=one, by=by, at=at))
reply_assessment = step(
    _step(gettext_lazy("我有说明"), gettext_lazy("记在考察记录旁边了。"), form=WordsForm),
    lambda one, given, by, at: actions.reply_assessment(assessment=one, words=given["words"], by=by, at=at))


@may("inspected", sees="inspected")
def commendations(request):
    """Who was commended for what, the newest first."""
    def shows(one):
        pages = {"sheet": "sheet", "assessment": "assessment"}
        word = {"sheet": _("检查记录"), "assessment": _("考察记录"), "standing": _("评比排名")}[one.evidence_kind]
        return parts.name(word, reverse(f"inspection:{pages[one.evidence_kind]}",
                                        args=[one.evidence]) if one.evidence_kind in pages else "")

    columns = [
        tables.Column("unit.name", gettext_lazy("单位"), "name", sort="unit__path"),
        tables.Column("account.name", gettext_lazy("个人"), sort=""),
        tables.Column("batch", gettext_lazy("批次")), tables.Column("number", gettext_lazy("文号")),
        tables.Column("deeds", gettext_lazy("事迹"), sort="", on_phone=False),
        tables.Column("evidence_kind", gettext_lazy("依据"), sort="", cell=shows, text=lambda one: one.evidence_kind),
        tables.Column("at", gettext_lazy("时间"), "moment", on_phone=False),
    ]
    table = tables.table(request, commended(), columns, (), "-at", title=_("表彰名单"), empty_title=_("还没有表彰"))
    buttons = [(_("表彰一个单位"), reverse("inspection:lists"), "plus")] if "muster" in request.rights else []
    return tables.page(request, "inspection/listed.html", table, buttons=buttons)


@may("muster", sees="muster")
def commend(request, pk):
    """A unit, or with `cadre` somebody of it: what its records here show."""
    unit = Unit.objects.in_force(day_of(now())).filter(pk=pk, path__under=request.reach).first()
    asked = request.GET.get("cadre", "")
    account = _cadres(now()).filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 19 else None
    if unit is None or (asked and account is None):
        raise Http404
    form = CommendForm(request.POST or None, evidence=[(key, _word(kind, one)) for key, kind, one in evidence_for(unit, account)])
    return forms.step(request, "inspection/form.html", form,
                      lambda filled: actions.commend(unit=unit, account=account, **filled.cleaned_data, by=request.user, at=now()),
                      _("写进表彰名单了。"), "inspection:commendations", heading=_("表彰"), note=account.name if account else unit.name,
                      button=_("写进名单"), back=reverse("inspection:commendations"))


def _word(kind, one) -> str:
    if kind == "standing":
        return _("{title}：第 {place} 名").format(title=one.round.title, place=one.place)
    return _("{day} 检查记录").format(day=one.on) if kind == "sheet" else _("{day} 考察记录").format(day=one.on)
