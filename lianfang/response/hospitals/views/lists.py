"""Lists of all hospitals: who they are, their weekly reports with every figure, problems; numbers only, nobody's name."""
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.scope import within
from lianfang.ground.days import now, today
from lianfang.ground.ui import parts, tables
from lianfang.ground.workflow import FLOWS

from ..figures import FIGURES, full_label
from ..models import AREAS, Filing, Hospital, Problem, Week


def _titled(request, name, key=lambda row: row.pk):
    """The hospital's name, which opens the record for whoever may."""
    is_link = "ward" in request.rights
    return lambda row: parts.name(row.hospital.title, reverse(name, args=[key(row)]) if is_link else "")


def _state(flow):
    def cell(row):
        word = str(FLOWS[flow].states[row.state])
        return parts.tag(word, "warn") if not FLOWS[flow].states[row.state].final else word

    return cell


def _word(flow):
    return lambda row: str(FLOWS[flow].states[row.state])


def _by_state(flow):
    return tables.Filter("state", gettext_lazy("状态"), choices={code: str(state) for code, state in FLOWS[flow].states.items()})


def _by_hospital(request):
    return [(str(one.pk), one.title) for one in within(Hospital.objects.in_force(today()), request.reach).order_by("title")]


def _when(row):
    """In time, late by how long, or by when."""
    if row.sent_at:
        return parts.tag(_("超时上报"), "bad", "clock") if row.sent_at > row.due_at else ""
    return "" if row.closed_at else parts.due(row.due_at, now())


def _late(row):
    return _("超时") if (row.sent_at or now()) > row.due_at and (row.sent_at or not row.closed_at) else ""


@may("look")
def weeks(request):
    """Weekly reports, the newest week first; `late` asks for those past their time and not sent."""
    found, filings = indicators.opened(request, Week), {}

    def figure(name):
        return lambda row: getattr(filings.get(row.pk), name, None)

    columns = [
        tables.Column("hospital.title", gettext_lazy("医院"), "name", cell=_titled(request, "hospitals:week"),
                      text=lambda row: row.hospital.title, width=20),
        tables.Column("monday", gettext_lazy("周一"), "date"),
        tables.Column("state", gettext_lazy("状态"), cell=_state("infection_week"), text=_word("infection_week")),
        tables.Column("due_at", gettext_lazy("时限"), cell=_when, text=_late),
        tables.Column("sent_at", gettext_lazy("上报"), "moment", on_phone=False),
        *(tables.Column(name, full_label(name), "number", sort="", cell=lambda row, name=name: parts.shown(figure(name)(row)),
                        text=figure(name), on_page=False) for name in FIGURES),
    ]
    filters = [
        _by_state("infection_week"), tables.Filter("hospital", gettext_lazy("医院"), choices=_by_hospital, lookup="hospital_id"),
        tables.Filter("week", gettext_lazy("周一是"), "day", lookup="monday"),
        tables.Filter("late", gettext_lazy("只看逾期"), "tick",
                      apply=lambda rows, _yes: rows.filter(indicators.INDICATORS["hospital_late"].where(now()))),
    ]
    heading = found.title or _("院感周报")
    table = tables.table(request, found.rows.select_related("hospital"), columns, filters, "-monday", title=heading, keep=indicators.KEPT,
                         empty_title=_("没有周报"), empty_text=_("登记了医院以后，每周一自动开始一周。"))
    shown = table.rows if "export" in request.GET else [row.pk for row in table.page.object_list]
    filings |= {one.week_id: one for one in Filing.objects.filter(week__in=shown, is_sent=True).order_by("edition")}
    return tables.page(request, "hospitals/list.html", table, heading=heading, at=found.at)


@may("look")
def problems(request):
    """Problems, those found last first."""
    found = indicators.opened(request, Problem)
    columns = [
        tables.Column("hospital.title", gettext_lazy("医院"), "name", cell=_titled(request, "hospitals:problem"),
                      text=lambda row: row.hospital.title, width=20),
        tables.Column("area", gettext_lazy("哪一类")), tables.Column("ward", gettext_lazy("科室")),
        tables.Column("found_at", gettext_lazy("发现"), "moment"), tables.Column("mended_at", gettext_lazy("整改"), "moment"),
        tables.Column("closed_at", gettext_lazy("销号"), "moment", on_phone=False),
        tables.Column("state", gettext_lazy("状态"), cell=_state("infection_problem"), text=_word("infection_problem")),
    ]
    filters = [_by_state("infection_problem"), tables.Filter("area", gettext_lazy("哪一类"), choices=AREAS),
               tables.Filter("hospital", gettext_lazy("医院"), choices=_by_hospital, lookup="hospital_id")]
    heading = found.title or _("院感问题")
    table = tables.table(request, found.rows.select_related("hospital"), columns, filters, "-found_at", title=heading,
                         keep=indicators.KEPT, empty_title=_("没有问题"))
    return tables.page(request, "hospitals/list.html", table, heading=heading, at=found.at)


@may("look")
def hospitals(request):
    """The register of hospitals."""
    columns = [
        tables.Column("title", gettext_lazy("医院"), "name", width=20, text=lambda row: row.title, cell=lambda row: parts.name(
            row.title, reverse("hospitals:hospital", args=[row.pk]) if "ward" in request.rights else "")),
        tables.Column("kind", gettext_lazy("种类")), tables.Column("grade", gettext_lazy("等级")),
        tables.Column("has_fever_clinic", gettext_lazy("发热门诊")), tables.Column("is_designated", gettext_lazy("定点医院")),
        tables.Column("beds", gettext_lazy("隔离床位"), "number"), tables.Column("office_phone", gettext_lazy("院感科电话")),
    ]
    rows = within(Hospital.objects.in_force(today()), request.reach)
    table = tables.table(request, rows, columns, (), "title", title=_("医院"), empty_title=_("还没有登记医院"),
                         empty_text=_("由县里登记；登记以后每周、每天的院感工作自动开始。"))
    return tables.page(request, "hospitals/list.html", table, heading=_("医院"), at=now())
