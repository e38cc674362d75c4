"""Units for which nobody answers, as a figure of the board opens them."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.ui import parts, tables
from lianfang.ground.units.models import Unit


@may("look")
def nodes(request):
    """The list behind 无责任人, within a unit, as known at a moment."""
    asked = indicators.opened(request, Unit, place="path")
    rows = asked.rows if asked.indicator else indicators.records("nodes_lacking", request.reach, asked.at)
    found = tables.table(
        request,
        rows,
        _columns(),
        default_sort="path",
        title=_("没有责任人的单位"),
        keep=indicators.KEPT,
        empty_title=_("每个单位都有责任人"),
    )
    found.columns = _columns(_above(found.page.object_list))
    return tables.page(request, "situation/nodes.html", found, at=asked.at, may_name="staff" in request.rights)


def _above(units):
    """The chain of names above each of these."""
    chains = {unit.pk: unit.ancestor_ids[:-1] for unit in units}
    names = dict(Unit.objects.filter(pk__in={pk for chain in chains.values() for pk in chain}).values_list("pk", "name"))
    return {pk: " › ".join(names[above] for above in chain) for pk, chain in chains.items()}


def _columns(above=None):
    return [
        tables.Column(
            "name",
            gettext_lazy("单位"),
            "unit",
            cell=lambda u: parts.name(u.name, reverse("territory:unit", args=[u.pk])),
            text=lambda u: u.name,
        ),
        tables.Column("level", gettext_lazy("层级"), sort=""),
        tables.Column("path", gettext_lazy("上级"), cell=lambda u: above.get(u.pk, ""), text=lambda u: (above or {}).get(u.pk, "")),
        tables.Column("code", gettext_lazy("代码"), on_phone=False),
    ]
