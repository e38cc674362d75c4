"""The cases as a list, and the revisits that are due."""
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now, today
from lianfang.ground.ui import parts, tables
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import FLOWS
from lianfang.registers.diseases.queries import disease_word, profiles
from lianfang.registers.people.models import SEXES
from lianfang.registers.people.queries import Places

from ..clocks import report_due
from ..models import CHANNELS, CLASSES, ORIGINS, Case, Revisit


def _who(row):
    return parts.name(row.person.masked_name if row.person.name else row.number, reverse("cases:case", args=[row.pk]))


def _age(row):
    age = row.person.age(row.onset_on or day_of(row.told_at))
    return "" if age is None else age


def _state(row):
    word = str(FLOWS["case"].states[row.state])
    return parts.tag(word, "warn") if row.state in ("to_report", "reported", "sketched") else word


def _clock(row):
    """Until when it is to be reported, or when it was."""
    if row.external:
        return ""
    if row.state == "to_report":
        return parts.due(report_due(row), now())
    return parts.tag(_("超时报告"), "bad", "clock") if row.reported_at and row.reported_at > report_due(row) else ""


def _late(row):
    return _("超时") if not row.external and (row.reported_at or now()) > report_due(row) else ""


def _towns(request):
    return [(one.pk, one.name) for one in Unit.objects.filter(path__under=request.reach, level="township", until_on=None).order_by("path")]


def _columns(places):
    """Who it is, what he has, what is to be done by when; then the rest."""
    return [
        tables.Column("person", gettext_lazy("姓名"), "name", sort="", cell=_who, text=lambda row: row.person.masked_name),
        tables.Column("disease", gettext_lazy("病名"), cell=lambda row: disease_word(row.disease, day_of(row.told_at)),
                      text=lambda row: disease_word(row.disease, day_of(row.told_at))),
        tables.Column("state", gettext_lazy("状态"), cell=_state, text=lambda row: str(FLOWS["case"].states[row.state])),
        tables.Column("clock", gettext_lazy("时限"), sort="", cell=_clock, text=_late),
        tables.Column("klass", gettext_lazy("分类"), cell=lambda row: CLASSES.get(row.klass, "—"),
                      text=lambda row: str(CLASSES.get(row.klass, ""))),
        tables.Column("unit", gettext_lazy("现住"), "unit", sort="unit__path", cell=lambda row: places.of(row.unit),
                      text=lambda row: places.of(row.unit), width=24),
        tables.Column("person.sex", gettext_lazy("性别"), sort="", cell=lambda row: SEXES[row.person.sex], on_phone=False,
                      text=lambda row: str(SEXES[row.person.sex])),
        tables.Column("age", gettext_lazy("年龄"), "number", sort="", cell=_age, text=_age, on_phone=False),
        tables.Column("origin", gettext_lazy("来源"), on_phone=False),
        tables.Column("onset_on", gettext_lazy("发病"), "date"),
        tables.Column("diagnosed_at", gettext_lazy("诊断"), "moment", on_phone=False),
        tables.Column("reported_at", gettext_lazy("报告"), "moment", on_phone=False),
        tables.Column("number", gettext_lazy("卡片编号"), width=18, on_phone=False),
    ]


@may("investigate")
def cases(request):
    """All cases, the newest first."""
    found, places = indicators.opened(request, Case), Places()
    filters = [
        tables.Filter("disease", gettext_lazy("病名"), choices=[(one.code, str(one)) for one in profiles(today())]),
        tables.Filter("state", gettext_lazy("状态"), choices={code: str(state) for code, state in FLOWS["case"].states.items()}),
        tables.Filter("klass", gettext_lazy("分类"), choices=CLASSES),
        tables.Filter("origin", gettext_lazy("来源"), choices={code: word for code, word in ORIGINS.items() if code}),
        tables.Filter("channel", gettext_lazy("渠道"), choices=CHANNELS),
        tables.Filter("unit", gettext_lazy("乡镇（街道）"), choices=_towns,
                      apply=lambda rows, pk: rows.filter(unit__path__under=Unit.objects.get(pk=pk).path)),
        tables.Filter("from", gettext_lazy("诊断自"), "day", lookup="diagnosed_at__date__gte"),
    ]
    heading = found.title or _("病例")
    table = tables.table(request, found.rows.select_related("person", "unit"), _columns(places), filters, "-told_at", title=heading,
                         keep=indicators.KEPT, empty_title=_("没有病例"), empty_text=_("接到报告就登记，报告时限从诊断时数。"))
    if "export" not in request.GET:
        places.learn([row.unit for row in table.page.object_list])
    return tables.page(request, "cases/cases.html", table, heading=heading, at=found.at)


@may("investigate")
def revisits(request):
    """Revisits, what is due first."""
    found, places = indicators.opened(request, Revisit), Places()
    columns = [
        tables.Column("person", gettext_lazy("姓名"), "name", sort="", text=lambda row: row.person.masked_name,
                      cell=lambda row: parts.name(row.person.masked_name, reverse("cases:revisit", args=[row.pk]))),
        tables.Column("case.number", gettext_lazy("卡片编号"), width=18),
        tables.Column("unit", gettext_lazy("现住"), "unit", sort="unit__path", cell=lambda row: places.of(row.unit),
                      text=lambda row: places.of(row.unit), width=24),
        tables.Column("due_on", gettext_lazy("复诊日"), "date"),
        tables.Column("state", gettext_lazy("状态"), cell=lambda row: str(FLOWS["revisit"].states[row.state]),
                      text=lambda row: str(FLOWS["revisit"].states[row.state])),
    ]
    filters = [tables.Filter("state", gettext_lazy("状态"), choices={code: str(s) for code, s in FLOWS["revisit"].states.items()})]
    table = tables.table(request, found.rows.select_related("person", "unit", "case"), columns, filters, "due_on", title=_("复诊随访"),
                         keep=indicators.KEPT, empty_title=_("没有要复诊的"))
    return tables.page(request, "cases/cases.html", table, heading=_("复诊随访"), at=found.at)
