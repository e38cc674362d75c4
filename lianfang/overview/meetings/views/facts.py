"""Frozen facts: every figure by unit as it was known at a cut-off, each opening what it counted; what moved stands out."""
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from lianfang.ground.accounts.access import may
from lianfang.ground.indicators import INDICATORS, link
from lianfang.ground.ui import parts, tables

from .. import queries
from ..actions.freezing import code_of
from ..agenda.moves import moves
from ..models import Facts


@may("look")
@require_GET
def all_facts(request):
    """The last readings."""
    return render(request, "meetings/all_facts.html", {"facts": queries.latest_facts()})


@may("look")
@require_GET
def one_facts(request, pk):
    """One reading: a row a figure, a column a unit."""
    facts = get_object_or_404(Facts.objects.select_related("unit"), pk=pk)
    units, figures = queries.readings(facts)
    moved = {(one.code, one.unit): one for one in moves(facts)}
    rows = [code for code in INDICATORS if any(code in found for found in figures.values())]
    columns = [tables.Column("code", gettext_lazy("指标"), "name", sort="", cell=lambda code: str(INDICATORS[code]),
                             text=lambda code: str(INDICATORS[code]), width=24)]
    columns += [_column(unit, figures[unit.pk], moved, facts) for unit in units if request.reach.covers(unit.path)]
    table = tables.plain_table(request, rows, columns, title=_("事实表"), roomy=False)
    if request.GET.get("export") == "xlsx":
        return tables.sheet(table)
    is_intact = facts.check_code == code_of(facts.unit, facts.cut_off_at, queries.readings(facts)[1], facts.journal_position,
                                            facts.journal_hash)
    return render(request, "meetings/facts.html", {"facts": facts, "table": table, "n_moved": len(moved), "is_intact": is_intact})


def _column(unit, figures, moved, facts):
    def cell(code):
        if code not in figures:
            return "—"
        move = moved.get((code, unit.pk))
        number = parts.num(figures[code], link(code, unit, facts.cut_off_at), "bad" if move else "")
        return number if move is None else parts.tag("", "bad", "alert") + number

    return tables.Column(f"u{unit.pk}", unit.name, "number", sort="", cell=cell, text=lambda code: figures.get(code), width=12)
