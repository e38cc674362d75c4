"""What is shut, as lists: places by trade and town, firms one by one, closed villages, transport."""
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ui import parts, tables
from lianfang.ground.units.models import Unit
from lianfang.registers.enterprises.queries import firms as registered
from lianfang.registers.enterprises.trades import TRADES
from lianfang.registers.people.queries import Places

from .. import actions, queries
from ..forms import ServiceForm, SureForm
from ..models import SERVICES, Area, Service
from ..words import until_words
from .shared import asked, directs, found, state_tag, state_word, tabs, told

SHOWN = {"shut": gettext_lazy("关停"), "open": gettext_lazy("开着")}


def _top(request) -> Unit:
    """The unit asked for, else the widest the reader sees."""
    asked_for = request.GET.get("unit", "")
    inside = Unit.objects.filter(path__under=request.reach, until_on=None)
    if asked_for.isdecimal() and len(asked_for) < 19:
        return get_object_or_404(inside, pk=int(asked_for))
    return inside.order_by("path").first() or get_object_or_404(Unit, pk=0)


@may("look")
@require_GET
def status(request):
    """So many of each trade in each part, and how many of them are shut; each number opens its places."""
    unit, at = _top(request), now()
    told_now = queries.status(unit, request.reach, at)
    below = [one for one in Unit.objects.filter(parent=unit, until_on=None).order_by("path") if one.pk in told_now.units]
    parts_of = [(0, _("本级"))] if 0 in told_now.units and below else []
    parts_of += [(one.pk, one.name) for one in below]
    rows = [{"code": code, "word": word, "sum": told_now.trades[code],
             **{f"u{pk}": told_now.cells.get((code, pk)) for pk, _name in parts_of}} for code, word in queries.trades_in_order(told_now)]

    def said(name):
        return lambda row: f"{row[name].shut}/{row[name].total}" if row[name] else ""

    def opening(name, pk):
        def show(row):
            cell = row[name]
            where = f"&unit={pk or unit.pk}"
            return parts.num(said(name)(row), f"{reverse('closures:places')}?trade={row['code']}{where}") if cell else ""

        return show

    columns = [tables.Column("word", gettext_lazy("行业"), "name", sort=""),
               tables.Column("sum", gettext_lazy("关停/全部"), "mark", sort="", cell=opening("sum", unit.pk), text=said("sum")),
               *(tables.Column(f"u{pk}", name, "mark", sort="", cell=opening(f"u{pk}", pk), text=said(f"u{pk}")) for pk, name in parts_of)]
    table = tables.plain_table(request, rows, columns, title=_("场所开关情况"), keep=("unit",), empty_title=_("名录里还没有这里的场所"),
                               empty_text=_("先在“企业”里登记或导入，写明行业。"))
    page = {"heading": _("场所开关情况"), "at": at, "tabs": tabs("status"), "unit": unit, "below": below, "whole": told_now.whole}
    return tables.page(request, "closures/status.html", table, **page)


def _by(standing) -> list:
    """By which order something is shut, and until when: two columns."""
    def number(one):
        found = standing(one)
        return parts.name(found.number, reverse("closures:closure", args=[found.closure])) if found else ""

    def said(name):
        return lambda one: getattr(standing(one), name, "")

    return [tables.Column("number", gettext_lazy("按哪份令"), sort="", cell=number, text=said("number")),
            tables.Column("until", gettext_lazy("到几时"), sort="", cell=said("until_said"), text=said("until_said"), width=24)]


@may("look")
@require_GET
def places(request):
    """Places one by one: open or shut, by which order, until when."""
    unit, at = _top(request), now()
    book, names = queries.book(at, ("trade",)), Places()

    def standing(one):
        return queries.standing_of(book.of_firm(one, one.unit.path), one.unit.path)

    def apply(rows, value):
        return rows.filter(book.firms_shut()) if value == "shut" else rows.exclude(book.firms_shut())

    def word(one):
        return _("关停") if standing(one) else _("开着")

    columns = [
        tables.Column("title", gettext_lazy("名称"), "name", width=30), tables.Column("trade", gettext_lazy("行业")),
        tables.Column("unit.name", gettext_lazy("在哪里"), "unit", sort="unit__path", cell=lambda one: names.of(one.unit),
                      text=lambda one: names.of(one.unit)),
        tables.Column("is_shut", gettext_lazy("现在"), sort="", cell=lambda one: parts.tag(word(one), "bad" if standing(one) else "good"),
                      text=word),
        *_by(standing),
    ]
    filters = [tables.Filter("trade", gettext_lazy("行业"), choices=TRADES),
               tables.Filter("now", gettext_lazy("现在"), choices=SHOWN, apply=apply)]
    table = tables.table(request, registered(request.reach & unit.path), columns, filters, "title", title=_("场所名单"), keep=("unit",),
                         empty_title=_("没有这样的场所"))
    if "export" not in request.GET:
        names.learn([row.unit for row in table.page.object_list])
    return tables.page(request, "closures/listed.html", table, heading=_("场所名单"), note=unit.name, tabs=tabs("status"), at=at)


@may("look")
@require_GET
def areas(request):
    """Villages and compounds that are closed, or were: by which order, from when until when."""
    opened, names = indicators.opened(request, Area), Places()
    columns = [
        tables.Column("unit.name", gettext_lazy("哪里"), "name", sort="unit__path", cell=lambda one: names.of(one.unit),
                      text=lambda one: names.of(one.unit)),
        tables.Column("closure.number", gettext_lazy("按哪份令"), sort="closure__number", cell=lambda one: parts.name(
            one.closure.number, reverse("closures:closure", args=[one.closure_id]))),
        tables.Column("state", gettext_lazy("状态"), sort="closure__state", cell=lambda one: state_tag("closure", one.closure),
                      text=lambda one: state_word("closure", one.closure)),
        tables.Column("closure.from_at", gettext_lazy("起"), "moment"),
        tables.Column("until", gettext_lazy("止"), sort="closure__until_at", cell=lambda one: until_words(one.closure.until_at),
                      text=lambda one: until_words(one.closure.until_at), width=24),
    ]
    rows = opened.rows.filter(closure__kind="place").select_related("unit", "closure")
    table = tables.table(request, rows, columns, [], "unit.name", title=opened.title or _("封闭的村、小区"), keep=indicators.KEPT,
                         empty_title=_("没有封闭的村、小区"))
    if "export" not in request.GET:
        names.learn([row.unit for row in table.page.object_list])
    return tables.page(request, "closures/listed.html", table, heading=_("封闭的村、小区"), tabs=tabs("areas"), at=opened.at)


@may("look")
@require_GET
def services(request):
    """Every line that runs here: running or stopped, by which order, until when."""
    at = now()
    book = queries.book(at, ("transport",))

    def standing(one):
        return queries.standing_of(book.of("transport", one.unit.path, one.kind), one.unit.path)

    def word(one):
        return _("停运") if standing(one) else _("运行")

    columns = [
        tables.Column("title", gettext_lazy("线路、服务"), "name", cell=lambda one: parts.name(
            one.title, reverse("closures:close_service", args=[one.pk]) if directs(request, one.unit) else "")),
        tables.Column("kind", gettext_lazy("哪一种")), tables.Column("operator", gettext_lazy("谁在运营")),
        tables.Column("unit.name", gettext_lazy("属于哪里"), "unit", sort="unit__path"),
        tables.Column("is_shut", gettext_lazy("现在"), sort="", cell=lambda one: parts.tag(word(one), "bad" if standing(one) else "good"),
                      text=word),
        *_by(standing),
    ]
    filters = [tables.Filter("kind", gettext_lazy("哪一种"), choices=SERVICES)]
    table = tables.table(request, queries.lines_for(request.reach), columns, filters, "kind", title=_("停运"),
                         empty_title=_("还没有登记线路"), empty_text=_("登记以后，下停运令就知道停了哪些。"))
    add = [(_("登记线路"), reverse("closures:add_service"), "plus")] if "direct" in request.rights else []
    return tables.page(request, "closures/listed.html", table, heading=_("停运"), tabs=tabs("services"), at=at, buttons=add)


@may("direct")
@require_http_methods(["GET", "POST"])
def add_service(request):
    """A line or a service."""
    form = ServiceForm(request.POST or None, reach=request.reach)
    return asked(request, form, lambda form: actions.add_service(**form.cleaned_data, **told(request)), _("登记了。"), _("登记线路"),
                 reverse("closures:services"))


@may("direct")
@require_http_methods(["GET", "POST"])
def close_service(request, pk):
    """It runs no more."""
    one = found(Service, pk)
    return asked(request, SureForm(request.POST or None), lambda _form: actions.close_service(service=one, **told(request)), _("撤了。"),
                 _("这条线路没有了"), reverse("closures:services"), lead=one.title)

