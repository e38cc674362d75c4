"""What was seen, and what is announced: at the place, to whom it is about; and what he says against the points."""
import json

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.scope import everything, reach_of
from lianfang.ground.outbox.xlsform import spoken
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.columns import plain

from .. import actions
from ..forms import UpholdForm, WordsForm
from ..models import TEAMS, Dispute, Sheet
from ..queries.visits import forms_of, sheet_of
from ..rules import topic_word
from .shared import Record, Step, found, round_filter, shown, state_word, step, way


@may("inspected", sees="inspected")
def sheets(request):
    """What was seen, and what is announced, the newest first."""
    opened = indicators.opened(request, Sheet)

    def what(one):
        return TEAMS[one.kind]

    columns = [
        tables.Column("unit.name", gettext_lazy("查的哪里"), "name", sort="unit__path", text=lambda one: one.unit.name,
                      cell=lambda one: parts.name(one.unit.name, reverse("inspection:sheet", args=[one.pk]))),
        tables.Column("on", gettext_lazy("哪天"), "date"), tables.Column("kind", gettext_lazy("谁来查"), cell=what, text=what),
        tables.Column("is_unannounced", gettext_lazy("暗访")), tables.Column("people", gettext_lazy("人次"), "number"),
        tables.Column("points", gettext_lazy("得分"), sort="score", cell=_points, text=_points),
        tables.Column("done_at", gettext_lazy("登记"), "moment"),
    ]
    filters = [tables.Filter("kind", gettext_lazy("谁来查"), choices=TEAMS),
               round_filter("round"),
               tables.Filter("coming", gettext_lazy("只看通知了还没来的"), "tick", apply=lambda rows, _yes: rows.filter(done_at=None))]
    table = tables.table(request, opened.rows.select_related("unit"), columns, filters, "-on", title=opened.title or _("检查记录"),
                         keep=indicators.KEPT, empty_title=_("还没有检查记录"))
    return tables.page(request, "inspection/listed.html", table, at=opened.at)


def _points(one) -> str:
    return "" if one.score is None else f"{one.points:.2f}"


@may("inspected", sees="inspected")
def sheet(request, pk):
    """What was seen of a place: the same for who looked and for whom it is about."""
    if (one := sheet_of(pk)) is None:
        raise Http404
    return seen(request, one, (_("检查记录"), reverse("inspection:sheets")))


def seen(request, one, back):
    """The page of a record: to the team by its visit, to the place by itself."""
    is_done, rights = one.done_at is not None, request.rights
    is_here = reach_of(request.assignments, "inspected").covers(one.unit.path)
    before = _("申诉前 {points:.2f}").format(points=one.score_before / 100) if one.score_before is not None else ""
    rows = [(_("哪个组"), one.visit.team.name if is_done else TEAMS[one.kind]), (_("哪天"), str(one.on)),
            (_("怎么去"), _("暗访") if one.is_unannounced else _("公开")), (_("重点"), "、".join(topic_word(code) for code in one.topics)),
            (_("人次"), str(one.people) if is_done else ""), (_("得分"), " · ".join(filter(None, [_points(one), before]))),
            (_("情况"), one.note.open()), (_("登记"), one.done_by.name if one.done_by_id else "")]
    with everything():  # of one record that the reader may see: what hangs on it
        problems = [(topic_word(each.topic), state_word("inspection_problem", each),
                     reverse("inspection:problem", args=[each.pk]) if is_here else "") for each in one.problems.order_by("found_at")]
        disputes = [(state_word("inspection_dispute", each), plain(each.at), reverse("inspection:dispute_page", args=[each.pk]))
                    for each in one.disputes.order_by("at")] if is_here else []
    ways = []
    if is_done and "inspect" in rights and reach_of(request.assignments, "inspect").covers(one.visit.unit.path):
        ways.append(way(_("登记一个问题"), "raise_problem", one.visit_id, main=True))
    if is_here and one.round_id and one.round.state == "reply" and "record" in rights:
        ways.append(way(_("对评分申诉"), "dispute", one.pk))
    lists = [(_("查出的问题"), problems), *_answers(one), *([(_("申诉"), disputes)] if disputes else [])]
    return shown(request, Record(one.unit.name, one.round.title if one.round_id else "", rows=rows, ways=ways, lists=lists, back=back,
                                 state=_("已检查") if is_done else _("通知了，还没来"), tone="good" if is_done else "warn"), one.pk)


def _answers(one):
    """The checklists that were asked, question by question; what cannot be read as answers stands there as it is."""
    text = one.answers.open()
    try:
        given = json.loads(text or "{}")
    except ValueError:
        yield str(_("检查表")), [(text, "", "")]
        return
    for checklist in forms_of(one):
        mine, fields = given.get(str(checklist.pk), {}), spoken(checklist.form)["fields"]
        if said := [(field["label"], _said(field, mine[field["name"]]), "") for field in fields if field["name"] in mine]:
            yield checklist.title, said


def _said(field, value) -> str:
    if field["kind"] in ("choice", "choices"):
        words = dict(map(tuple, field["options"]))
        return "、".join(words.get(code, code) for code in (value if isinstance(value, list) else [value]))
    if isinstance(value, bool):
        return _("是") if value else _("否")
    return f"{value:g}/{field['max']:g}" if field["kind"] == "number" and "max" in field else str(value)


dispute = step(
    Step(Sheet, "inspection:sheet", gettext_lazy("对评分申诉"), gettext_lazy("交上去了，公布以前会答复。"), "record", form=WordsForm,
         text=gettext_lazy("写清楚哪一项打得不对、实际是什么样。")),
    lambda one, given, by, at: actions.dispute(sheet=one, words=given["words"], by=by, at=at))


@may("inspected", sees="inspected")
def dispute_page(request, pk):
    """What a unit says against its points, and the answer."""
    one = found(Dispute, pk, "unit", "sheet", "round", "by", "decided_by")
    score = f"{one.sheet.score_before / 100:.2f} → {_points(one.sheet)}" if one.sheet.score_before is not None else _points(one.sheet)
    rows = [(_("哪里打得不对"), one.words.open()), (_("得分"), score), (_("申诉"), f"{plain(one.at)} {one.by.name}"),
            (_("答复"), one.answer.open()), (_("谁答复"), one.decided_by.name if one.decided_by_id else "")]
    ways = []
    if one.state == "waiting" and "muster" in request.rights:
        ways = [way(_("申诉成立，改分"), "uphold", pk, main=True), way(_("维持原分"), "refuse_dispute", pk)]
    ways.append(way(_("看那张检查表"), "sheet", one.sheet_id))
    return shown(request, Record(_("评分申诉"), one.unit.name, state=state_word("inspection_dispute", one), rows=rows, ways=ways,
                                 back=(one.round.title, reverse("inspection:round", args=[one.round_id]))), pk)


def _answered(heading, done, **more):
    return Step(Dispute, "inspection:dispute_page", heading, done, "muster", related=("unit", "sheet__unit", "round__unit"), sees="muster",
                **more)


uphold = step(
    _answered(gettext_lazy("申诉成立，改分"), gettext_lazy("改了，排名重新算过。"), form=UpholdForm),
    lambda one, given, by, at: actions.uphold(dispute=one, points=given["points"], words=given["words"], by=by, at=at))
refuse_dispute = step(
    _answered(gettext_lazy("维持原分"), gettext_lazy("答复了。"), form=WordsForm, text=gettext_lazy("写明理由，单位看得到。")),
    lambda one, given, by, at: actions.refuse_dispute(dispute=one, words=given["words"], by=by, at=at))
