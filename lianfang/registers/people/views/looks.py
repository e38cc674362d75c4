"""Who has looked at a person: the same list that he reads himself, with the numbers of the journal, for an officer with the right."""
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from lianfang.ground.accounts.access import may
from lianfang.ground.ui.parts import tag
from lianfang.ground.ui.tables import Column, page, plain_table

from ..looks import looks_at
from ..models import Person


@may("trace")
@require_GET
def looks(request, pk):
    """Opened, printed, searched by number, taken away on a list, seen from outside: complete, the newest first."""
    found = get_object_or_404(Person, pk=pk)
    columns = [
        Column("line.at", gettext_lazy("什么时候"), "moment", sort=""),
        Column("what", gettext_lazy("做了什么"), "name", sort="", cell=lambda one: tag(one.what, "bad" if one.is_red else "")),
        Column("who", gettext_lazy("谁"), sort="", width=30),
        Column("why", gettext_lazy("理由"), sort=""),
        Column("number", gettext_lazy("日志编号"), sort=""),
    ]
    title = _("谁看过{name}").format(name=found.masked_name)
    table = plain_table(request, looks_at(found.pk), columns, title=title, empty_title=_("没有人看过"))
    return page(request, "people/looks.html", table, heading=title, person=found, back=reverse("people:person", args=[found.pk]))
