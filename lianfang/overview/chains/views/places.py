"""By household, class and place: which share fell ill, and where cases come together."""
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from lianfang.ground.accounts.access import may
from lianfang.ground.ui import parts, tables
from lianfang.registers.people.models import Person
from lianfang.registers.people.queries import Places
from lianfang.response.cases import queries as cases
from lianfang.response.tracing import queries as tracing

from ..clusters import clusters as coming_together
from ..rates import LISTED, REGISTERED, attack_rates, overall
from .asked import KEPT, asked

GROUNDS = {LISTED: gettext_lazy("导入的名单"), REGISTERED: gettext_lazy("人员底册"), "": gettext_lazy("不知道")}
PAGE = 20  # clusters
FEW = 12  # cases of a cluster that are named on the page
KINDS = {"household": gettext_lazy("户"), "klass": gettext_lazy("班级"), "site": gettext_lazy("名单里的场所"),
         "spot": gettext_lazy("行程里的场所")}


@may("investigate")
@require_GET
def rates(request):
    """Of those who belong to a household, class or place how many fell ill."""
    found = asked(request)
    circles = cases.circle_members(found.outbreak.seen)
    rated = attack_rates(circles, _doors(found.outbreak.seen))
    listed = f"{reverse('chains:listed')}?{found.query}"

    def cell(one):
        there = f"{listed}&{urlencode({'kind': one.kind, 'name': one.name})}" if one.ground != REGISTERED else ""
        return parts.num(one.cases, there)

    columns = [
        tables.Column("kind", gettext_lazy("哪一类"), cell=lambda one: KINDS[one.kind], text=lambda one: str(KINDS[one.kind])),
        tables.Column("name", gettext_lazy("名称"), width=30), tables.Column("cases", gettext_lazy("病例"), "number", cell=cell),
        tables.Column("size", gettext_lazy("总人数"), "number"),
        tables.Column("rate", gettext_lazy("罹患率"), "rate", cell=lambda one: _share(one.rate), text=lambda one: _share(one.rate)),
        tables.Column("secondary", gettext_lazy("续发率"), "rate", cell=lambda one: _share(one.secondary),
                      text=lambda one: _share(one.secondary), on_phone=False),
        tables.Column("ground", gettext_lazy("总人数从哪来"), cell=lambda one: GROUNDS[one.ground],
                      text=lambda one: str(GROUNDS[one.ground])),
    ]
    heading = _("罹患率")
    table = tables.plain_table(request, rated, columns, title=heading, size=tables.PAGE_ROWS, keep=KEPT,
                               empty_title=_("没有可以分的户、班级、场所"))
    whole = [overall(rated, kind) for kind in ("household", "klass", "site") if any(one.kind == kind for one in rated)]
    sums = [(KINDS[one["kind"]], one, _share(one["rate"]), _share(one["secondary"])) for one in whole]
    return tables.page(request, "chains/rates.html", table, heading=heading, sums=sums, **found.context("rates"))


def _share(value) -> str:
    return "—" if value is None else f"{value * 100:.1f}%"


def _doors(seen) -> dict:
    """Cases by the door they live at, where no list names their household: the door in words, and how many are on record there."""
    alone = {one.person_id: one for one in seen if "household" not in one.circles}
    people = Person.objects.filter(pk__in=alone, unit__level="door", is_sheltered=False).select_related("unit")
    at: dict = {}
    for person in people:
        at.setdefault(person.unit_id, (person.unit, []))[1].append(alone[person.pk])
    sizes = dict(Person.objects.filter(unit__in=at).values("unit").annotate(n=Count("pk")).values_list("unit", "n"))
    places = Places([unit for unit, _ones in at.values()])
    return {places.of(unit): (ones, sizes.get(pk)) for pk, (unit, ones) in at.items()}


@may("investigate")
@require_GET
def clusters(request):
    """Households, classes and places with enough cases within enough days, by which row of the table."""
    found = asked(request)
    seen = found.outbreak.seen
    groups = {key: members for key, (members, _size) in cases.circle_members(seen).items()}
    groups |= {("household", name): ones for name, (ones, _size) in _doors(seen).items()}
    groups |= _spots(seen)
    disease, on = found.outbreak.disease, found.outbreak.on
    told = coming_together(groups, disease, on) if disease else []
    lines = [(one, KINDS[one.kind], _cases_of(one, disease), [(case.label, reverse("cases:case", args=[case.id]))
                                                              for case in one.seen[:FEW]], max(len(one.seen) - FEW, 0)) for one in told]
    return render(request, "chains/clusters.html", {**found.context("clusters"), "lines": lines, "watched": len(groups),
                                                    "page": Paginator(lines, PAGE).get_page(request.GET.get("page"))})


def _cases_of(cluster, disease) -> str:
    """The list of a cluster's cases; of what no list names there is none of its own."""
    if not any(name == cluster.name for one in cluster.seen for name, _size in one.circles.get(cluster.kind, ())):
        return ""
    asking = {"disease": disease, "from": cluster.first, "until": cluster.last, "kind": cluster.kind, "name": cluster.name}
    return f"{reverse('chains:listed')}?{urlencode(asking)}"


def _spots(seen) -> dict:
    """Places where two or more of these cases were, as they told; homes are left to the households."""
    people = {one.person_id: one for one in seen}
    found: dict = {}
    for stay in tracing.stays_told(people):
        if stay.activity != "home":
            found.setdefault(stay.spot_id, (stay.place, {}))[1][stay.person_id] = people[stay.person_id]
    told: dict = {}
    for spot, (place, ones) in found.items():
        if len(ones) > 1:
            told["spot", f"{place}（{spot}）" if ("spot", place) in told else place] = list(ones.values())  # of one name, yet two places
    return told
