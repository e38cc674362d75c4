"""Lists: who must be tested, whose test is due, what tests found (fit or not)."""
from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.ui import parts, tables
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import FLOWS
from lianfang.registers.people.queries import Places

from .. import queries
from ..models import KINDS, SOURCES, Belonging, DueTest, Member, Outcome
from ..queries import fit_word
from ..words import due_word, fit_tag

FIT = {"yes": gettext_lazy("合格"), "no": gettext_lazy("不合格"), "none": gettext_lazy("还没有结果")}
MEANS = {"yes": {"last_fit": True}, "no": {"last_fit": False}, "none": {"last_fit": None}}


def _units(request):
    found = Unit.objects.filter(path__under=request.reach, level__in=("township", "village"), until_on=None).order_by("path")
    return [(one.pk, f"　{one.name}" if one.level == "village" else one.name) for one in found]


def _common(request, groups):
    return [
        tables.Filter("group", gettext_lazy("哪一类人"), choices=groups,
                      apply=lambda rows, code: rows.of_group(code) if rows.model is Member else rows.filter(group=code)),
        tables.Filter("place", gettext_lazy("单位"), choices=_units,
                      apply=lambda rows, pk: rows.filter(unit__path__under=Unit.objects.get(pk=pk).path)),
    ]


def _who(page):
    return tables.Column("person", gettext_lazy("姓名"), "name", sort="", text=lambda row: row.person.masked_name,
                         cell=lambda row: parts.name(row.person.masked_name, reverse("testing:member", args=[page(row)])))


def _unit(places):
    return tables.Column("unit", gettext_lazy("村（社区）"), "unit", sort="unit__path", cell=lambda row: places.of(row.unit),
                         text=lambda row: places.of(row.unit), width=24)


def _shown(request, at) -> dict:
    return {one.code: str(one) for one in queries.shown_groups(day_of(at), request.rights)}


@may("look")
@require_GET
def members(request):
    """Who must be tested, what is due first."""
    found, places, at = indicators.opened(request, Member), Places(), now()
    groups = _shown(request, at)
    rows = found.rows if found.indicator else found.rows.present()
    columns = [
        _who(lambda row: row.pk), _unit(places),
        tables.Column("groups", gettext_lazy("哪一类人"), sort="", width=24, cell=lambda row: _groups(row, groups),
                      text=lambda row: _groups(row, groups)),
        tables.Column("last_at", gettext_lazy("上次采样"), "moment"),
        tables.Column("last_fit", gettext_lazy("上次结果"), sort="", cell=lambda row: fit_tag(row.last_fit),
                      text=lambda row: fit_word(row.last_fit)),
        tables.Column("due_at", gettext_lazy("下次应检"), cell=lambda row: parts.due(row.due_at, at) if row.due_at else "—",
                      text=lambda row: due_word(row.due_at, at)),
    ]
    filters = [
        *_common(request, groups),
        tables.Filter("fit", gettext_lazy("上次结果"), choices=FIT, apply=lambda rows, one: rows.filter(**MEANS[one])),
        tables.Filter("late", gettext_lazy("只看逾期"), "tick", apply=lambda rows, _yes: rows.filter(due_at__lt=at)),
    ]
    now_in = Prefetch("belongings", Belonging.objects.filter(until_at=None).order_by("from_at", "pk"), to_attr="now_in")
    heading = found.title or _("应检人员")
    table = tables.table(request, rows.select_related("person", "unit").prefetch_related(now_in), columns, filters, "due_at", title=heading,
                         keep=indicators.KEPT, empty_title=_("没有人"), empty_text=_("导入名册，或者单个登记。"))
    return _page(request, table, places, heading, found.at, "members")


def _groups(row, groups) -> str:
    """The groups somebody is in, as far as the reader is told."""
    return _("、").join(groups[one.group] for one in row.now_in if one.group in groups) or _("其他")


def _page(request, table, places, heading, at, tab):
    if "export" not in request.GET:
        places.learn([row.unit for row in table.page.object_list])
    return tables.page(request, "testing/list.html", table, heading=heading, at=at, tab=tab)


@may("look")
@require_GET
def dues(request):
    """Whose test is due, the longest overdue first."""
    found, places, at = indicators.opened(request, DueTest), Places(), now()
    groups, flow = _shown(request, at), FLOWS["due_test"]
    rows = found.rows if found.indicator else found.rows.filter(closed_at=None)
    columns = [
        _who(lambda row: row.member_id), _unit(places),
        tables.Column("group", gettext_lazy("哪一类人"), sort="", cell=lambda row: groups.get(row.group, _("其他")),
                      text=lambda row: groups.get(row.group, _("其他"))),
        tables.Column("due_at", gettext_lazy("应检"), cell=lambda row: parts.due(row.due_at, at),
                      text=lambda row: due_word(row.due_at, at)),
        tables.Column("state", gettext_lazy("状态"), cell=lambda row: str(flow.states[row.state]),
                      text=lambda row: str(flow.states[row.state])),
        tables.Column("taken_at", gettext_lazy("采样"), "moment", on_phone=False),
    ]
    filters = [*_common(request, groups), tables.Filter("late", gettext_lazy("只看逾期"), "tick", apply=lambda rows, _yes: rows.filter(
        due_at__lt=at, state="due"))]
    heading = found.title or _("待检测")
    table = tables.table(request, rows.select_related("person", "unit"), columns, filters, "due_at", title=heading, keep=indicators.KEPT,
                         empty_title=_("现在没有人到期"), empty_text=_("到期前一天列到这里。"))
    return _page(request, table, places, heading, found.at, "dues")


@may("look")
@require_GET
def outcomes(request):
    """Tests with a result, the newest first: fit or not; what was found lies sealed."""
    found, places = indicators.opened(request, Outcome), Places()
    columns = [
        tables.Column("person", gettext_lazy("姓名"), "name", sort="", text=lambda row: row.person.masked_name,
                      cell=lambda row: parts.name(row.person.masked_name, reverse("home:person", args=[row.person_id]))),
        _unit(places), tables.Column("kind", gettext_lazy("检测项目")), tables.Column("taken_at", gettext_lazy("采样"), "moment"),
        tables.Column("is_fit", gettext_lazy("结果"), sort="", cell=lambda row: fit_tag(row.is_fit), text=lambda row: fit_word(row.is_fit)),
        tables.Column("source", gettext_lazy("谁报的"), on_phone=False),
    ]
    filters = [tables.Filter("kind", gettext_lazy("检测项目"), choices=KINDS),
               tables.Filter("source", gettext_lazy("谁报的"), choices=SOURCES),
               tables.Filter("from", gettext_lazy("采样自"), "day", lookup="taken_at__date__gte"), _common(request, {})[1]]
    heading = found.title or _("检测结果")
    table = tables.table(request, found.rows.select_related("person", "unit"), columns, filters, "-taken_at", title=heading,
                         keep=indicators.KEPT, empty_title=_("没有检测结果"))
    return _page(request, table, places, heading, found.at, "outcomes")
