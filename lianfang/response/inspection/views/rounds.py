"""Rounds: their list, one opened, planned, closed, published; its ranking, its disputes, its bulletin."""
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ui import forms, parts, tables
from lianfang.ground.workflow.models import Turn

from .. import actions, queries
from ..forms import NumberForm, PlanForm, RoundForm
from ..models import LEVELS, PERIODS, TEAMS, Dispute, Round, Sheet, Team, Visit
from ..rules import mean_word, published_by, ranking, scored_until, ties_word
from .shared import Step, found, state_word, step, units_in

MOST = 12  # scored sheets on the page of a round: a unit has few of its own, the list has all


def _state(one):
    return state_word("inspection_round", one)


def _halves(_request):
    return [(one.pk, one.title) for one in Round.objects.filter(period="half_year").order_by("-last_on")]


def _within(rows, pk):
    return rows.filter(pk__in=queries.months_of(Round.objects.get(pk=pk)).values("pk"))


@may("inspected", sees="inspected")
def rounds(request):
    """All rounds, the newest first: that they are held is known to everybody."""
    columns = [
        tables.Column("title", gettext_lazy("评比"), "name", text=lambda one: one.title,
                      cell=lambda one: parts.name(one.title, reverse("inspection:round", args=[one.pk]))),
        tables.Column("kind", gettext_lazy("谁来查")), tables.Column("period", gettext_lazy("多久一轮")),
        tables.Column("level", gettext_lazy("查到哪一级"), on_phone=False), tables.Column("from_on", gettext_lazy("开始"), "date"),
        tables.Column("last_on", gettext_lazy("最后一天"), "date"), tables.Column("state", gettext_lazy("状态"), cell=_state, text=_state),
        tables.Column("number", gettext_lazy("文号"), on_phone=False),
    ]
    filters = [tables.Filter("kind", gettext_lazy("谁来查"), choices=TEAMS),
               tables.Filter("period", gettext_lazy("多久一轮"), choices=PERIODS),
               tables.Filter("within", gettext_lazy("哪半年的各月"), choices=_halves, apply=_within)]
    table = tables.table(request, Round.objects.all(), columns, filters, "-last_on", title=_("检查评比"), empty_title=_("还没有评比"))
    buttons = [(_("开一轮"), reverse("inspection:open_round"), "plus")] if "muster" in request.rights else []
    return tables.page(request, "inspection/listed.html", table, buttons=buttons)


@may("muster", sees="muster")
def open_round(request):
    """Begin one."""
    form, made = RoundForm(request.POST or None, units=units_in(request, "muster", ("county", "township"))), []

    def act(filled):
        made.append(actions.open_round(**filled.facts(), by=request.user, at=now()))

    return forms.step(request, "inspection/form.html", form, act, _("开好了。下一步：排检查计划。"),
                      lambda: reverse("inspection:round", args=[made[0].pk]), heading=_("开一轮检查评比"), button=_("开始"),
                      back=reverse("inspection:rounds"))


@may("inspected", sees="inspected")
def round_(request, pk):
    """One: its rule in words, how far it is, and the ranking: to each unit its own, once it is published the whole."""
    one = found(Round, pk, "unit", "checklist", "published_by")
    is_board = "muster" in request.rights
    rule = ranking(one.period, one.last_on, one.unit.path)
    levels = [one.level, *(["township"] if one.level == "village" else [])]
    whole = one.state == "published"
    boards = [(LEVELS[level], queries.published(one, level) if whole else list(queries.standings(one, level))) for level in levels[::-1]]
    page = {
        "one": one, "state": _state(one), "is_board": is_board, "whole": whole,
        "boards": [(level, queries.opening(one, rows, request.reach)) for level, rows in boards if rows],
        "counted_at": queries.counted_at(one), "meanings": queries.meanings(one),
        "turn": Turn.objects.open().filter(record=pk).first() if is_board else None,
        "rule": rule, "mean": mean_word(rule["mean"]), "ties": [ties_word(code) for code in rule["ties"] or ()],
        "closes": scored_until(one.period, one.last_on, one.unit.path), "publishes": published_by(one.period, one.last_on, one.unit.path),
        "disputes": [(row, state_word("inspection_dispute", row))
                     for row in Dispute.objects.filter(round=one).select_related("unit").order_by("at")],
        "last": [(row, state_word("last_place", row)) for row in one.last_places.select_related("unit").order_by("unit__path")],
        "sheets": Sheet.objects.filter(round=one, score__isnull=False).select_related("unit").order_by("unit__path")[:MOST],
        "planned": Visit.objects.filter(round=one, state="planned").count() if is_board else None,
        "done": Visit.objects.filter(round=one, state="done").count() if is_board else None, "at": now(),
        "may_print": one.state in ("reply", "published") and (whole or is_board),
    }
    return render(request, "inspection/round.html", page)


@may("muster", sees="muster")
def plan_round(request, pk):
    """Share its units out among teams."""
    one, at = found(Round, pk, "unit", "checklist"), now()
    form = PlanForm(request.POST or None, teams=Team.objects.filter(kind=one.kind, ended_at=None).order_by("name"))

    def act(filled):
        given = filled.cleaned_data
        actions.plan_round(round=one, teams=list(given["teams"].select_related("unit")), is_unannounced=given["shy"] == "yes",
                           by=request.user, at=at)

    return forms.step(request, "inspection/form.html", form, act, _("排好了：每个单位都有组去，没有组查自己的单位。"),
                      reverse("inspection:round", args=[pk]), heading=_("排检查计划"), note=one.title, button=_("排上"),
                      back=reverse("inspection:round", args=[pk]))


def _step(heading, done, **more):
    return Step(Round, "inspection:round", heading, done, "muster", sees="muster", **more)


close_scoring = step(
    _step(gettext_lazy("截止打分"), gettext_lazy("截止了，各单位看得到自己的名次，可以申诉。"),
          text=gettext_lazy("截止以后交来的检查表留着，但不算进这一轮。")),
    lambda one, _given, by, at: actions.close_scoring(round=one, by=by, at=at))
publish = step(
    _step(gettext_lazy("公布排名"), gettext_lazy("公布了，全县都看得到。"), form=NumberForm),
    lambda one, given, by, at: actions.publish(round=one, number=given["number"], by=by, at=at))
drop_round = step(
    _step(gettext_lazy("取消这一轮"), gettext_lazy("取消了。"), tone="bad", text=gettext_lazy("还没去的检查一起取消；去过的都留着。")),
    lambda one, _given, by, at: actions.drop_round(round=one, by=by, at=at))
