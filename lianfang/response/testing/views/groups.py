"""The groups that must be tested today: what each asks, how many are in it, how many are overdue."""
from django.db.models import Count
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.ui import parts, tables

from .. import queries
from ..models import Belonging, DueTest
from ..words import rule_word, sampling_word

FIGURES = ("must_test", "tested_in_time", "test_overdue", "must_tests_today")


@may("look")
@require_GET
def groups(request):
    """One line a group, and the figures of all."""
    at = now()
    table = tables.plain_table(request, _rows(request.rights, at), _columns(at), title=_("应检人群"), empty_title=_("今天没有应检的人群"),
                               empty_text=_("哪些人应检、多久检一次，在规则表“应检人群表”里定。"))
    values = indicators.values(FIGURES, request.reach, at)
    figures = [(code, indicators.INDICATORS[code], values[code], f"{reverse(indicators.INDICATORS[code].page)}?figure={code}")
               for code in FIGURES]
    return tables.page(request, "testing/groups.html", table, at=at, figures=figures)


def _rows(rights, at):
    counted = dict(Belonging.objects.filter(until_at=None).values_list("group").annotate(n=Count("pk")).order_by())
    late = dict(DueTest.objects.filter(state="due", closed_at=None, due_at__lt=at).values_list("group").annotate(n=Count("pk")).order_by())
    return [{"group": one, "code": one.code, "name": str(one), "count": counted.get(one.code, 0), "late": late.get(one.code, 0),
             "rule": rule_word(one), "sampling": sampling_word(one.sampling), "clause": f"{one.document} {one.clause}",
             "is_open": bool(one.verify)} for one in queries.shown_groups(day_of(at), rights)]


def _columns(at):
    members, dues = reverse("testing:members"), reverse("testing:dues")
    return [
        tables.Column("name", gettext_lazy("哪一类人"), width=24,
                      cell=lambda row: parts.name(row["name"], f"{members}?group={row['code']}")),
        tables.Column("count", gettext_lazy("在册（人）"), "number",
                      cell=lambda row: parts.num(row["count"], f"{members}?group={row['code']}")),
        tables.Column("late", gettext_lazy("逾期（人）"), "number", cell=lambda row: parts.num(
            row["late"], f"{dues}?group={row['code']}&late=1", "bad" if row["late"] else "")),
        tables.Column("rule", gettext_lazy("怎么检"), sort="", width=40),
        tables.Column("clause", gettext_lazy("依据"), sort="", cell=_clause, on_phone=False, width=60),
    ]


def _clause(row):
    mark = parts.tag(_("待核"), "warn") if row["is_open"] else ""
    return format_html("{} {}", mark, row["group"].document)
