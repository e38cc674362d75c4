"""Three lists of one place: those held against each other, a new comparison, its differences by kind, and one of them."""
from collections import Counter

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.sheets import SheetError
from lianfang.ground.ui import parts, tables
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.registers.people.queries import Places

from .. import actions
from ..forms import CompareForm, SettleForm
from ..models import SETTLED, Comparison, Mismatch
from ..queries import comparing as known


@may("manage")
def comparisons(request):
    """Those made in one's reach."""
    def named(one):
        return format_html('<a href="{}">{}</a>', reverse("doorstep:comparison", args=[one.pk]), one.unit.name)

    columns = [
        tables.Column("unit.name", gettext_lazy("对照哪里"), "unit", sort="unit__path", cell=named, text=lambda one: one.unit.name),
        tables.Column("people", gettext_lazy("共几人"), "number"), tables.Column("agreed", gettext_lazy("对得上"), "number"),
        tables.Column("by.name", gettext_lazy("经办")), tables.Column("at", gettext_lazy("时间"), "moment"),
    ]
    table = tables.table(request, known.comparisons(), columns, (), title=_("三对照"), empty_title=_("还没有对照过"),
                         empty_text=_("户籍登记、居住证、入户所见三份放在一起，对不上的逐人核实。"))
    return tables.page(request, "doorstep/comparisons.html", table)


@may("manage")
def compare(request):
    """A new one."""
    own = [a.unit for a in request.assignments if "manage" in a.rights]
    units = Unit.objects.filter(pk__in=[unit.pk for unit in own]) | Unit.objects.filter(parent__in=own, level__in=("township", "village"))
    says = _("比对底册，{n} 人（{id}）")
    registers = [(str(source), says.format(n=n, id=str(source)[:13])) for source, n in known.registers(request.reach)]
    form = CompareForm(request.POST or None, request.FILES or None, units=units.order_by("path"), registers=registers)
    if request.method == "POST" and form.is_valid():
        try:
            made = _compared(request, form)
        except (Refused, SheetError) as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("对照好了：{n} 人对得上，{m} 人要核实。").format(n=made.agreed, m=made.people - made.agreed))
            return redirect("doorstep:comparison", made.pk)
    return render(request, "doorstep/compare.html", {"form": form}, status=422 if form.errors else 200)


def _compared(request, form):
    given = form.cleaned_data
    unit, lists, words = given["unit"], [], []
    for n, slot in enumerate(known.SLOTS):
        words.append(str(dict(form.fields[slot].choices)[given[slot]]))
        if given[slot] == "sheet":
            lists.append(known.from_sheet(n, unit, given[f"{slot}_file"].read()))
        elif given[slot] == "people":
            lists.append(known.from_people(n, unit))
        else:
            lists.append(known.from_register(n, unit, given[slot]))
    return actions.compare(unit=unit, sources=words, lists=lists, by=request.user, at=now())


@may("manage")
def comparison(request, pk):
    """Its differences: how many of each kind, and all of them by place."""
    one = get_object_or_404(Comparison.objects.select_related("unit", "by"), pk=pk)
    places, rows = Places(), known.mismatches(one)
    kinds = Counter(rows.values_list("kind", flat=True))

    def kind(row):
        return format_html('<a href="{}">{}</a>', reverse("doorstep:mismatch", args=[row.pk]), known.kind_word(row.kind))

    def state(row):
        return str(SETTLED[row.outcome]) if row.outcome else str(FLOWS["mismatch"].states[row.state])

    columns = [
        tables.Column("unit.name", gettext_lazy("在哪里"), "unit", sort="unit__path", width=30, cell=lambda row: places.of(row.unit),
                      text=lambda row: places.of(row.unit)),
        tables.Column("kind", gettext_lazy("是什么情况"), cell=kind, text=lambda row: known.kind_word(row.kind)),
        tables.Column("state", gettext_lazy("核实"), text=state, cell=lambda row: parts.tag(state(row), "good" if row.outcome else "warn")),
        tables.Column("settled_by.name", gettext_lazy("谁核实的")),
    ]
    told = [(known.kind_word(code), n, code) for code, n in kinds.most_common()]
    states = FLOWS["mismatch"].states.values()
    filters = [tables.Filter("kind", gettext_lazy("是什么情况"), choices=lambda r: [(code, word) for word, _n, code in told]),
               tables.Filter("state", gettext_lazy("状态"), choices=lambda r: [(s.code, str(s)) for s in states])]
    table = tables.table(request, rows, columns, filters, "unit__path", title=_("三对照"), empty_title=_("三份都对得上"))
    places.learn([row.unit for row in table.page.object_list])
    return tables.page(request, "doorstep/comparison.html", table, comparison=one, kinds=told)


@may("manage")
def mismatch(request, pk):
    """One: what each list says, and how it is."""
    one = get_object_or_404(Mismatch.objects.select_related("unit", "comparison__unit", "settled_by"), pk=pk)
    form = SettleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.settle_mismatch(mismatch=one, by=request.user, at=now(), **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("记下了：三份表都不改，照核实的办。"))
            return redirect("doorstep:comparison", one.comparison_id)
    if len(one.comparison.sources) != len(known.SLOTS):
        raise Http404
    claims = [(one.comparison.sources[claim.source], claim) for claim in known.claims_of(one)]
    page = {"mismatch": one, "claims": claims, "form": form, "kind": known.kind_word(one.kind), "outcome": SETTLED.get(one.outcome, "")}
    return render(request, "doorstep/mismatch.html", page, status=422 if form.errors else 200)
