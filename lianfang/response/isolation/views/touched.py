"""Whom a table's new version would touch, as a list: each masked, with what would become of the order; nothing is changed by looking."""
from collections import Counter
from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.access import may
from lianfang.ground.decisions.models import TableVersion
from lianfang.ground.ui import parts, tables
from lianfang.ground.vault.masks import mask_name
from lianfang.registers.people import queries as people

from .. import again
from ..actions.decide import TABLES
from ..words import number_of


@may("look")
def touched(request, pk):
    """Whom a version would touch."""
    version = get_object_or_404(TableVersion.objects.select_related("area"), pk=pk)
    if version.table not in TABLES:
        raise Http404(version.table)
    found, places = again.touched(version), people.Places()
    places.learn([one.order.unit for one in found])
    columns = [
        tables.Column("order.person.name", gettext_lazy("姓名"), "name", text=lambda one: mask_name(one.order.person.name),
                      cell=lambda one: parts.name(mask_name(one.order.person.name), reverse("home:person", args=[one.order.person_id]))),
        tables.Column("says", gettext_lazy("会怎样")),
        tables.Column("order.unit.path", gettext_lazy("住处"), "unit", width=30, cell=lambda one: places.of(one.order.unit),
                      text=lambda one: places.of(one.order.unit)),
        tables.Column("order.serial", gettext_lazy("文号"), text=lambda one: number_of(one.order), cell=lambda one: number_of(one.order)),
        tables.Column("ruling.row", gettext_lazy("新的一行"), "number"),
    ]
    kinds = Counter(one.says for one in found)
    wanted = request.GET.get("says", "")
    shown = [one for one in found if wanted in ("", one.says)]
    title = _("{mark} 会动到的人").format(mark=version.mark)
    table = tables.plain_table(request, shown, columns, title=title, empty_title=_("在管的人没有一个会变"), keep=("says",))
    links = [(says, n, f"?{urlencode({'says': says})}") for says, n in kinds.most_common()]
    return tables.page(request, "isolation/touched.html", table, heading=title, version=version, kinds=links, all=len(found))
