"""Lists: the indexes whose contacts are looked for, and all contacts with how each stands today."""
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now, today
from lianfang.ground.ui import parts, tables
from lianfang.ground.vault.masks import mask_name
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.models import Turn
from lianfang.registers.diseases.queries import disease_word, profiles
from lianfang.registers.people.queries import Places
from lianfang.registers.people.queries.bound import bound

from ..models import KINDS, Contact, Index

TONES = {"watched": "warn", "elsewhere": "warn", "received": "good", "completed": "good", "turned": "bad", "tracing": "warn",
         "following": "good"}
OPEN = Q(contacts__state__in=("watched", "elsewhere"))


def _state(flow):
    def word(row):
        return str(FLOWS[flow].states[row.state])

    return {"text": word, "cell": lambda row: parts.tag(word(row), TONES.get(row.state, ""))}


def _states(flow):
    return tables.Filter("state", gettext_lazy("状态"), choices=lambda r: [(s.code, str(s)) for s in FLOWS[flow].states.values()])


@may("investigate")
def indexes(request):
    """Cases whose contacts are looked for, the newest first."""
    places, opened = Places(), indicators.opened(request, Index)
    columns = [
        tables.Column("person.name", gettext_lazy("病例"), "name", cell=lambda row: parts.name(
            mask_name(row.person.name), reverse("tracing:index", args=[row.pk])), text=lambda row: mask_name(row.person.name)),
        tables.Column("disease", gettext_lazy("疾病"), text=lambda row: disease_word(row.disease, row.anchor_on),
                      cell=lambda row: disease_word(row.disease, row.anchor_on)),
        tables.Column("anchor_on", gettext_lazy("发病、采样"), "date"),
        tables.Column("unit.name", gettext_lazy("住处"), "unit", sort="unit__path", on_phone=False, cell=lambda row: places.of(row.unit),
                      text=lambda row: places.of(row.unit)),
        tables.Column("close", gettext_lazy("密接"), "number"), tables.Column("open", gettext_lazy("还在观察"), "number"),
        tables.Column("state", gettext_lazy("状态"), **_state("index")),
        tables.Column("opened_at", gettext_lazy("开始"), "moment", on_phone=False),
    ]
    rows = opened.rows.select_related("person", "unit").annotate(close=Count("contacts", filter=Q(contacts__kind="close")),
                                                                 open=Count("contacts", filter=OPEN))
    kinds = [_states("index"), tables.Filter("disease", gettext_lazy("疾病"),
                                             choices=lambda r: [(one.code, str(one)) for one in profiles(today())])]
    heading = opened.title or _("密接排查")
    table = tables.table(request, rows, columns, kinds, "-opened_at", title=heading, keep=indicators.KEPT,
                         empty_title=_("还没有要排查的病例"), empty_text=_("报告了病例，或者在这里开一份，再写他的行程。"))
    if "export" not in request.GET:
        places.learn([row.unit for row in table.page.object_list])
    return tables.page(request, "tracing/indexes.html", table, heading=heading, at=opened.at)


def _owed(rows, _value):
    """Whose receipt is overdue."""
    return rows.filter(pk__in=Turn.objects.overdue(now()).filter(flow="contact", state="elsewhere").values("record"))


@may("investigate")
def contacts(request):
    """All contacts as they stand today: which day, until when, whether a measure keeps them in now."""
    opened, places, held = indicators.opened(request, Contact), Places(), set()
    on = day_of(opened.at)

    def who(row):
        return parts.name(mask_name(row.person.name), reverse("tracing:contact", args=[row.pk]))

    def day(row):
        return _("第 {n} 天").format(n=row.day_number(on)) if row.ended_at is None else ""

    def managed(row):
        return _("不能外出") if row.person_id in held else ""

    columns = [
        tables.Column("person.name", gettext_lazy("接触者"), "name", cell=who, text=lambda row: mask_name(row.person.name)),
        tables.Column("kind", gettext_lazy("类别"), cell=lambda row: parts.tag(str(KINDS[row.kind]), "bad" if row.kind == "close" else "")),
        tables.Column("index.person.name", gettext_lazy("哪个病例的"), text=lambda row: mask_name(row.index.person.name),
                      cell=lambda row: parts.name(mask_name(row.index.person.name), reverse("tracing:index", args=[row.index_id]))),
        tables.Column("last_exposed_on", gettext_lazy("末次接触"), "date"),
        tables.Column("day", gettext_lazy("今天"), sort="", cell=day, text=day),
        tables.Column("watch_until_on", gettext_lazy("观察到"), "date"),
        tables.Column("managed", gettext_lazy("隔离"), sort="", text=managed,
                      cell=lambda row: parts.tag(managed(row), "good") if managed(row) else ""),
        tables.Column("unit.name", gettext_lazy("在哪里"), "unit", sort="unit__path", on_phone=False,
                      cell=lambda row: row.elsewhere or places.of(row.unit), text=lambda row: row.elsewhere or places.of(row.unit)),
        tables.Column("state", gettext_lazy("状态"), **_state("contact")),
    ]
    filters = [_states("contact"), tables.Filter("kind", gettext_lazy("类别"), choices=KINDS),
               tables.Filter("owed", gettext_lazy("逾期没有回执的"), "tick", apply=_owed),
               tables.Filter("today", gettext_lazy("今天期满的"), "tick",
                             apply=lambda rows, _v: rows.filter(watch_until_on=on, ended_at=None))]
    heading = opened.title or _("接触者")
    rows = opened.rows.exclude(kind="none").select_related("person", "unit", "index__person")
    table = tables.table(request, rows.order_by(F("ended_at").asc(nulls_first=True)), columns, filters, "-last_exposed_on",
                         title=heading, keep=indicators.KEPT, empty_title=_("还没有接触者"))
    shown = rows if "export" in request.GET else table.page.object_list
    held |= bound([row.person_id for row in shown])
    if "export" not in request.GET:
        places.learn([row.unit for row in table.page.object_list])
    return tables.page(request, "tracing/contacts.html", table, heading=heading, at=opened.at)
