"""The ledger on screen: days by indicators, one cut-off with all its units, one figure with where it comes from and what became of it."""
from datetime import date, timedelta

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from lianfang.ground import indicators
from lianfang.ground.accounts.access import county_of, may
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now, today
from lianfang.ground.indicators import INDICATORS, link
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.forms import pressed

from .. import actions, queries
from ..actions.booking import code_of
from ..queries.cuts import first
from ..rules import term
from .asked import cut_of, keeps, kept, units_of


def day_asked(request, name) -> date:
    """The day asked for; today where none can be read, or it has not come."""
    try:
        found = date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return today()
    return found if date(1970, 1, 2) <= found <= today() else today()


@may("look")
@require_GET
def days(request):
    """Days by indicators of one unit; what was changed, and where the records say something else, stands out."""
    county, until = county_of(request), day_asked(request, "until")
    units = units_of(request, county)
    if not units:
        raise Http404
    unit = next((one for one in units if str(one.pk) == request.GET.get("unit")), units[0])
    span = term("shown", until)
    with everything():
        cuts = queries.cuts_of_days(county, [until - timedelta(days=back) for back in range(span)])
        found = {on: _figures(cut, unit) for on, cut in cuts.items()}
    is_whole = "all" in request.GET
    codes = [code for code in INDICATORS if any(code in day and (is_whole or day[code][0]) for day in found.values())]
    columns = [tables.Column("code", gettext_lazy("指标"), "name", sort="", cell=lambda code: str(INDICATORS[code]),
                             text=lambda code: str(INDICATORS[code]), width=24)]
    columns += [_day_column(on, cut, unit, found[on]) for on, cut in reversed(cuts.items())]
    table = tables.plain_table(request, codes, columns, title=_("统计台账"), roomy=False, cards=False, keep=("unit", "until", "all"),
                               empty_title=_("这几天还没有截数"),
                               empty_text=_("到公报时间表里的截数时点自动记账，一个指标一天只有一个数。"))
    return tables.page(request, "ledger/days.html", table, unit=unit, units=units, until=until, cuts=cuts, is_whole=is_whole,
                       before=until - timedelta(days=span), after=min(until + timedelta(days=span), today()), keeps=keeps(request, county),
                       county=county)


def _figures(cut, unit) -> dict:
    """(value, whether it was changed, what the records say now) by code."""
    if cut is None:
        return {}
    was, now_says = first(cut).get(unit.pk, {}), cut.says_now.get(str(unit.pk), {})
    return {code: (value, value != was.get(code), now_says.get(code)) for code, value in queries.stands(cut).get(unit.pk, {}).items()}


def _day_column(on, cut, unit, figures):
    def cell(code):
        if cut is None or code not in figures:
            return "—"
        value, is_changed, says = figures[code]
        number = parts.num(value, reverse("ledger:figure", args=[cut.pk, unit.pk, code]), "bad" if says is not None else "")
        marks = [*([parts.tag(_("已更正"), "warn")] if is_changed else []),
                 *([parts.tag(_("记录现为 {n}").format(n=says), "bad", "alert")] if says is not None else [])]
        return mark_safe("".join((number, *marks)))

    return tables.Column(f"d{on:%m%d}", f"{on:%m-%d}", "number", sort="", cell=cell, text=lambda code: figures.get(code, ("",))[0])


@may("look")
@require_GET
def cut(request, pk):
    """One cut-off: all figures by unit, who signed, what was changed, and what the records say now."""
    found = cut_of(request, pk)
    units = units_of(request, found.unit)
    with everything():
        figures, written = queries.stands(found), first(found)
        changes = list(found.changes.prefetch_related("figures__unit").order_by("at"))
    columns = [tables.Column("code", gettext_lazy("指标"), "name", sort="", cell=lambda code: str(INDICATORS[code]),
                             text=lambda code: str(INDICATORS[code]), width=24)]
    columns += [_unit_column(found, unit, figures.get(unit.pk, {}), written.get(unit.pk, {})) for unit in units if unit.pk in figures]
    codes = [code for code in INDICATORS if any(code in some for some in figures.values())]
    table = tables.plain_table(request, codes, columns, title=_("统计台账"), roomy=False, cards=False)
    return tables.page(request, "ledger/cut.html", table, cut=found, changes=changes, keeps=keeps(request, found.unit),
                       is_intact=code_of(found.unit, found.cut_off_at, written) == found.check_code,
                       n_differ=sum(map(len, found.says_now.values())), tellings=list(indicators.tellings(found.unit, found.cut_off_at)))


def _unit_column(found, unit, figures, written):
    says = found.says_now.get(str(unit.pk), {})

    def cell(code):
        number = parts.num(figures.get(code, 0), reverse("ledger:figure", args=[found.pk, unit.pk, code]), "bad" if code in says else "")
        return number + parts.tag("", "warn", "done") if figures.get(code) != written.get(code) else number

    return tables.Column(f"u{unit.pk}", unit.name, "number", sort="", cell=cell, text=figures.get, width=12)


@may("look")
@require_GET
def figure(request, pk, unit, code):
    """One figure: what it counts, which records, who signed, what it was before, who told it."""
    found = cut_of(request, pk)
    place = next((one for one in units_of(request, found.unit) if one.pk == unit), None)
    with everything():
        value = queries.stands(found).get(unit, {}).get(code)
        if place is None or value is None or code not in INDICATORS:
            raise Http404(code)
        trail, was = queries.trail(found, place, code), first(found)[unit][code]
    told = [one for one in indicators.tellings(found.unit, found.cut_off_at) if code in one.codes]
    return render(request, "ledger/figure.html", {
        "cut": found, "unit": place, "indicator": INDICATORS[code], "code": code, "value": value, "was": was, "trail": trail,
        "told": told, "says": found.says_now.get(str(unit), {}).get(code), "records": link(code, place, found.cut_off_at),
        "keeps": keeps(request, found.unit)})


@may("manage")
@require_POST
def sign(request, pk):
    """Signed under the reader's name."""
    found = kept(request, pk)
    return pressed(request, lambda: actions.sign(cut=found, by=request.user, at=now()), _("已签核，这一天的数可以对外报了。"),
                   "ledger:cut", pk)


@may("manage")
@require_POST
def compare(request, pk):
    """Held against the records at once."""
    found = kept(request, pk)
    return pressed(request, lambda: actions.compare(cut=found, at=now()), _("已和现在的记录核对。"), "ledger:cut", pk)
