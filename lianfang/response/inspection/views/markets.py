"""Markets: outings and cases; complaints with their clock."""
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ui import forms, parts, tables
from lianfang.ground.ui.columns import plain
from lianfang.ground.ui.forms import posted_id

from .. import actions
from ..forms import ComplaintForm, MarketCaseForm, MarketCheckForm, OutcomeForm, WordsForm
from ..models import CHANNELS, MARKETS, Complaint, MarketCase, MarketCheck
from .shared import Record, Step, found, shown, state_word, step, units_in, way

KIND = tables.Filter("kind", gettext_lazy("哪一类"), choices=MARKETS)


@may("inspected", sees="inspected")
def market_checks(request):
    """Outings, the newest first."""
    columns = [
        tables.Column("where", gettext_lazy("查的哪里"), "name"), tables.Column("unit.name", gettext_lazy("在哪里"), "unit",
                                                                            sort="unit__path"),
        tables.Column("kind", gettext_lazy("查的什么")), tables.Column("on", gettext_lazy("哪天"), "date"),
        tables.Column("people", gettext_lazy("人次"), "number"), tables.Column("checked", gettext_lazy("查了（户次）"), "number"),
        tables.Column("amiss", gettext_lazy("有问题"), "number"),
    ]
    table = tables.table(request, MarketCheck.objects.select_related("unit"), columns, [KIND], "-on", title=_("市场检查"),
                         empty_title=_("还没有市场检查"))
    buttons = [(_("记一次检查"), reverse("inspection:record_market_check"), "plus")] if "inspect" in request.rights else []
    return tables.page(request, "inspection/listed.html", table, buttons=buttons)


def _asked(request, form, act, done, to, heading, button):
    key = posted_id(request)
    return forms.step(request, "inspection/form.html", form, lambda filled: act(**filled.cleaned_data, id=key, by=request.user, at=now()),
                      done, f"inspection:{to}", heading=heading, button=button, id=key, back=reverse(f"inspection:{to}"))


@may("inspect", sees="inspect")
def record_market_check(request):
    """One outing."""
    form = MarketCheckForm(request.POST or None, units=units_in(request, "inspect"))
    return _asked(request, form, actions.record_market_check, _("记下了。"), "market_checks", _("记一次市场检查"), _("记下来"))


@may("inspected", sees="inspected")
def market_cases(request):
    """Cases, the newest first."""
    def state(one):
        return state_word("market_case", one)

    columns = [
        tables.Column("number", gettext_lazy("案号"), "name", text=lambda one: one.number,
                      cell=lambda one: parts.name(one.number, reverse("inspection:market_case", args=[one.pk]))),
        tables.Column("kind", gettext_lazy("哪一类")), tables.Column("unit.name", gettext_lazy("在哪里"), "unit", sort="unit__path"),
        tables.Column("opened_at", gettext_lazy("立案"), "moment"), tables.Column("closed_at", gettext_lazy("结案"), "moment"),
        tables.Column("outcome", gettext_lazy("处理结果"), on_phone=False),
        tables.Column("state", gettext_lazy("状态"), cell=state, text=state),
    ]
    table = tables.table(request, MarketCase.objects.select_related("unit"), columns, [KIND], "-opened_at", title=_("市场案件"),
                         empty_title=_("没有市场案件"))
    buttons = [(_("立案"), reverse("inspection:open_market_case"), "plus")] if "inspect" in request.rights else []
    return tables.page(request, "inspection/listed.html", table, buttons=buttons)


@may("inspect", sees="inspect")
def open_market_case(request):
    """A case."""
    form = MarketCaseForm(request.POST or None, units=units_in(request, "inspect"))
    return forms.step(request, "inspection/form.html", form,
                      lambda filled: actions.open_market_case(**filled.cleaned_data, by=request.user, at=now()), _("立案了。"),
                      "inspection:market_cases", heading=_("立案"), button=_("立案"), back=reverse("inspection:market_cases"))


@may("inspected", sees="inspected")
def market_case(request, pk):
    """One case."""
    one, rights = found(MarketCase, pk, "unit", "by"), request.rights
    rows = [(_("哪一类"), one.get_kind_display()), (_("案情"), one.words.open() if "inspect" in rights else ""),
            (_("立案"), f"{plain(one.opened_at)} {one.by.name}"), (_("处理结果"), one.outcome)]
    ways = [way(_("结案"), "close_market_case", pk, main=True)] if one.state == "open" and "inspect" in rights else []
    return shown(request, Record(one.number, one.unit.name, state=state_word("market_case", one), rows=rows, ways=ways,
                                 back=(_("市场案件"), reverse("inspection:market_cases"))), pk)


close_market_case = step(
    Step(MarketCase, "inspection:market_case", gettext_lazy("结案"), gettext_lazy("结案了。"), "inspect", form=OutcomeForm),
    lambda one, given, by, at: actions.close_market_case(case=one, outcome=given["outcome"], by=by, at=at))


@may("inspected", sees="inspected")
def complaints(request):
    """Complaints, the newest first."""
    opened = indicators.opened(request, Complaint)

    def state(one):
        return state_word("complaint", one)

    columns = [
        tables.Column("kind", gettext_lazy("哪一类"), "name", text=lambda one: one.get_kind_display(),
                      cell=lambda one: parts.name(one.get_kind_display(), reverse("inspection:complaint", args=[one.pk]))),
        tables.Column("unit.name", gettext_lazy("在哪里"), "unit", sort="unit__path"), tables.Column("channel", gettext_lazy("从哪里来")),
        tables.Column("at", gettext_lazy("收到"), "moment"), tables.Column("answered_at", gettext_lazy("办理"), "moment"),
        tables.Column("closed_at", gettext_lazy("办结"), "moment", on_phone=False),
        tables.Column("state", gettext_lazy("状态"), cell=state, text=state),
    ]
    filters = [KIND, tables.Filter("channel", gettext_lazy("从哪里来"), choices=CHANNELS)]
    table = tables.table(request, opened.rows.select_related("unit"), columns, filters, "-at", title=opened.title or _("投诉举报"),
                         keep=indicators.KEPT, empty_title=_("没有投诉"))
    return tables.page(request, "inspection/listed.html", table, at=opened.at,
                       buttons=[(_("登记投诉"), reverse("inspection:take_complaint"), "plus")])


@may("inspected", sees="inspected")
def take_complaint(request):
    """What somebody complains of."""
    form = ComplaintForm(request.POST or None, units=units_in(request, "inspected"))
    return _asked(request, form, actions.take_complaint, _("登记了，是乡镇的待办。"), "complaints", _("登记投诉"), _("登记"))


@may("inspected", sees="inspected")
def complaint(request, pk):
    """One complaint; how to reach whoever made it only for whoever looks into it."""
    one, rights = found(Complaint, pk, "unit", "by", "answered_by"), request.rights
    is_open, is_board = one.state != "closed", "muster" in rights
    rows = [(_("哪一类"), one.get_kind_display()), (_("从哪里来"), one.get_channel_display()),
            (_("投诉什么"), one.words.open() if "inspect" in rights else ""),
            (_("怎么回复他"), one.contact.open() if "inspect" in rights and is_open else ""), (_("办理结果"), one.answer.open()),
            (_("收到"), plain(one.at)), (_("谁办"), one.answered_by.name if one.answered_by_id else "")]
    ways = [way(_("报办理结果"), "answer_complaint", pk, main=True)] if one.state == "received" and "inspect" in rights else []
    if one.state == "answered" and is_board:
        ways = [way(_("办结"), "close_complaint", pk, main=True), way(_("没办好，退回"), "return_complaint", pk)]
    return shown(request, Record(_("投诉举报"), one.unit.name, state=state_word("complaint", one), tone="warn" if is_open else "good",
                                 rows=rows,
                                 ways=ways, back=(_("投诉举报"), reverse("inspection:complaints"))), pk)


def _step(heading, done, right, **more):
    return Step(Complaint, "inspection:complaint", heading, done, right, **more)


answer_complaint = step(
    _step(gettext_lazy("报办理结果"), gettext_lazy("报上去了，等核销。"), "inspect", form=WordsForm,
          text=gettext_lazy("写明查到什么、怎么处理、有没有答复本人。")),
    lambda one, given, by, at: actions.answer_complaint(complaint=one, words=given["words"], by=by, at=at))
return_complaint = step(
    _step(gettext_lazy("没办好，退回"), gettext_lazy("退回了。"), "muster", form=WordsForm, tone="bad",
          text=gettext_lazy("写明还差什么。")),
    lambda one, given, by, at: actions.return_complaint(complaint=one, words=given["words"], by=by, at=at))
close_complaint = step(
    _step(gettext_lazy("办结"), gettext_lazy("办结了。"), "muster", text=gettext_lazy("核对过办理结果，要答复的已经答复本人。")),
    lambda one, _given, by, at: actions.close_complaint(complaint=one, by=by, at=at))
