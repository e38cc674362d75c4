"""Rows change by date, on screen: whom that changes, old by new measure, by town and category, each count opening to its people; two days
compared."""
from collections import Counter, defaultdict
from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground import decisions
from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ui import parts, tables
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.masks import mask_name
from lianfang.ground.workflow import Refused
from lianfang.registers.people import queries as people
from lianfang.registers.people.models import Person

from .. import actions
from ..forms import BetweenForm
from ..models import SWITCH_REFUSED, Switch, SwitchLine
from ..queries.between import counted, differing, stage_words
from ..words import category_word, fate_word
from .lists import _shown, _state

CUTS = ("old", "new", "town", "category", "fate")
SHOWN = 2_000  # people of a comparison that one page lists


@dataclass
class Square:
    """Counts by two cuts: a head of columns, and lines of (label, cells, sum), each count with the address of its people."""

    title: str
    head: list
    lines: list


def squares(counts, keep) -> list[Square]:
    """Old by new measure, by town and by category, of counts by CUTS; `keep`: what the addresses carry along."""
    towns = dict(Unit.objects.filter(pk__in={key[2] for key in counts}).values_list("pk", "name"))
    words = {"old": stage_words, "new": stage_words, "town": towns.get, "category": category_word, "fate": fate_word}
    asked = [(_("原来 × 以后"), "old", "new"), (_("按乡镇"), "town", "new"), (_("按哪一类人"), "category", "new")]
    return [_square(title, down, across, counts, words, keep) for title, down, across in asked]


def _square(title, down, across, counts, words, keep) -> Square:
    cells, i, j = defaultdict(Counter), CUTS.index(down), CUTS.index(across)
    for key, n in counts.items():
        cells[key[i]][key[j]] += n
    totals = sum(cells.values(), Counter())
    columns = [code for code, _n in totals.most_common()]
    lines = [(words[down](code), [(row[one], _to(keep, {down: code, across: one})) for one in columns],
              (sum(row.values()), _to(keep, {down: code}))) for code, row in sorted(cells.items(), key=lambda one: -sum(one[1].values()))]
    return Square(title, [words[across](code) for code in columns], lines)


def _to(keep, asked) -> str:
    return f"?{urlencode({**keep, **asked})}#people"


@may("approve")
def switches(request):
    """Switches."""
    columns = [
        tables.Column("on", gettext_lazy("换版日"), cell=lambda s: parts.name(s.on.isoformat(), reverse("isolation:switch", args=[s.pk])),
                      text=lambda s: s.on.isoformat()),
        tables.Column("area.name", gettext_lazy("哪里的等级")),
        tables.Column("table", gettext_lazy("规则表"), cell=lambda s: decisions.shipped(s.table).title, sort=""),
        tables.Column("looked", gettext_lazy("在管"), "number"), tables.Column("people", gettext_lazy("要变"), "number"),
        tables.Column("bound", gettext_lazy("管得更严更久"), "number"), tables.Column("undecided", gettext_lazy("要人定"), "number"),
        tables.Column("changed", gettext_lazy("已执行"), "number"),
        tables.Column("state", gettext_lazy("状态"), cell=_state("switch"), text=_state("switch")),
        tables.Column("confirmed_by.name", gettext_lazy("核定")), tables.Column("let_by.name", gettext_lazy("放行")),
    ]
    return _shown(request, Switch, columns, _("换版重判"), ("unit", "area", "confirmed_by", "let_by"), sort="-on",
                  empty=_("规则表还没有换过版"), template="isolation/switches.html")


@may("look")
def switch(request, pk):
    """One switch, and what may be done with it."""
    found = get_object_or_404(Switch.objects.select_related("confirmed_by", "let_by", "unit", "area"), pk=pk)
    if request.method == "POST":
        acts = {"confirm": actions.confirm_switch, "let": actions.let_switch,
                "refuse": lambda **given: actions.refuse_switch(reason=request.POST.get("reason", ""), **given)}
        if (act := acts.get(request.POST.get("act", ""))) is None:
            return HttpResponseBadRequest()
        try:
            act(switch=found, by=request.user, at=now())
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("已记下。"))
        return redirect("isolation:switch", pk)
    lines = SwitchLine.objects.filter(switch=pk)
    counts = {tuple(key): n for *key, n in lines.order_by().values_list(*CUTS).annotate(n=Count("pk"))}
    filters = _filters(counts)
    places = people.Places()
    heading = (_("{place} 风险等级变了：要变的人").format(place=found.area.name) if found.area else
               _("{day} 换版：要变的人").format(day=found.on.isoformat()))
    table = tables.table(request, lines.select_related("person", "unit"), _columns(places), filters, "unit.path", title=heading,
                         empty_title=_("没有人要变"))
    if "export" not in request.GET:
        places.learn([row.unit for row in table.page.object_list])
    may_act = {"confirm": "approve" in request.rights and found.state == "proposed",
               "let": "supervise" in request.rights and found.state == "confirmed",
               "refuse": bool({"approve", "supervise"} & set(request.rights)) and found.state in ("proposed", "confirmed")}
    return tables.page(request, "isolation/switch.html", table, heading=heading, switch=found, squares=squares(counts, {}),
                       title=decisions.shipped(found.table).title, state=_state("switch")(found), acts=may_act,
                       reasons=SWITCH_REFUSED.items())


def _filters(counts):
    """One choice a cut, of what there is."""
    towns = dict(Unit.objects.filter(pk__in={key[2] for key in counts}).values_list("pk", "name"))
    words = {"old": stage_words, "new": stage_words, "town": towns.get, "category": category_word, "fate": fate_word}
    labels = {"old": gettext_lazy("原来"), "new": gettext_lazy("以后"), "town": gettext_lazy("乡镇"), "category": gettext_lazy("哪一类"),
              "fate": gettext_lazy("会怎样")}
    return [tables.Filter(cut, labels[cut], choices=[(code, words[cut](code)) for code in dict.fromkeys(key[n] for key in counts)])
            for n, cut in enumerate(CUTS)]


def _columns(places, fates=True):
    """Columns of people listed, masked."""
    return [
        tables.Column("person.name", gettext_lazy("姓名"), "name", text=lambda one: mask_name(one.person.name),
                      cell=lambda one: parts.name(mask_name(one.person.name), reverse("home:person", args=[one.person_id]))),
        tables.Column("unit.path", gettext_lazy("住处"), "unit", width=30, sort="unit__path" if fates else "",
                      cell=lambda one: places.of(one.unit), text=lambda one: places.of(one.unit)),
        tables.Column("category", gettext_lazy("哪一类"), cell=lambda one: category_word(one.category),
                      text=lambda one: category_word(one.category)),
        tables.Column("old", gettext_lazy("原来"), cell=lambda one: stage_words(one.old), text=lambda one: stage_words(one.old)),
        tables.Column("new", gettext_lazy("以后"), cell=lambda one: stage_words(one.new), text=lambda one: stage_words(one.new)),
        *([tables.Column("fate", gettext_lazy("会怎样"), cell=lambda one: fate_word(one.fate), text=lambda one: fate_word(one.fate))]
          if fates else []),
    ]


@may("look")
def between(request):
    """Two days' rows compared on everybody under an open order; nothing is changed by looking."""
    form = BetweenForm(request.GET or None)
    asked = form.cleaned_data if form.is_valid() else {}
    if asked and asked["was_on"] >= asked["on"]:
        form.add_error("on", _("前一版的日子要早于后一版的。"))
    if not asked or form.errors:
        return render(request, "isolation/between.html", {"form": form}, status=422 if form.errors else 200)
    found = list(differing(asked["table"], asked["was_on"], asked["on"]))
    keep = {"table": asked["table"], "was_on": asked["was_on"].isoformat(), "on": asked["on"].isoformat()}
    wanted = {cut: request.GET[cut] for cut in CUTS[:4] if request.GET.get(cut)}
    shown = [one for one in found if all(str(getattr(one, "town_id" if cut == "town" else cut)) == value for cut, value in wanted.items())]
    places = people.Places()
    heading = _("{was} 和 {on} 两版：在管的人差在哪里").format(was=keep["was_on"], on=keep["on"])
    table = tables.plain_table(request, _named(shown, places), _columns(places, fates=False), title=heading,
                               keep=(*keep, *wanted), empty_title=_("两版对在管的人说的一样"))
    return tables.page(request, "isolation/between.html", table, heading=heading, form=form, squares=squares(counted(found), keep),
                       all=len(found), shown=len(shown), most=SHOWN)


def _named(found, places):
    """The first of those listed with person and place, for the page."""
    some = found[:SHOWN]
    persons = Person.objects.in_bulk([one.person_id for one in some])
    units = Unit.objects.in_bulk({one.unit_id for one in some})
    places.learn(list(units.values()))
    return [_Named(one, persons[one.person_id], units[one.unit_id]) for one in some]


class _Named:
    """Somebody who differs, with name and place."""

    def __init__(self, one, person, unit):
        self.person, self.unit, self.person_id, self.subject_id = person, unit, one.person_id, one.person_id
        self.category, self.old, self.new = one.category, one.old, one.new
