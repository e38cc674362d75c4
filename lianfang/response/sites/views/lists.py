"""Lists: the sites with their rooms counted, and the rooms of one."""
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ui import parts, tables
from lianfang.ground.workflow import FLOWS

from .. import queries
from ..models import Cleaning, Round
from ..words import LOOKS, ROOM_STATES
from .shown import site_in_scope


@may("look")
def sites(request):
    """All open sites."""
    at = now()
    columns = [
        tables.Column("site.unit.name", gettext_lazy("隔离点"), "name", sort="", text=lambda s: s.site.unit.name,
                      cell=lambda s: parts.name(s.site.unit.name, reverse("sites:site", args=[s.site.pk]))),
        tables.Column("site.unit.parent.name", gettext_lazy("在哪里"), sort=""),
        tables.Column("site.leader.name", gettext_lazy("负责人"), sort="", on_phone=False),
        tables.Column("rooms", gettext_lazy("客房（间）"), "number"),
        tables.Column("people", gettext_lazy("在住、待入住（人）"), "number",
                      cell=lambda s: parts.num(s.people, f"{reverse('sites:placements')}?site={s.site.pk}")),
        tables.Column("to_clean", gettext_lazy("待消毒（间）"), "number"),
        tables.Column("free", gettext_lazy("空房（间）"), "number"),
        tables.Column("reserve", gettext_lazy("备用（间）"), "number", on_phone=False),
        tables.Column("ahead", gettext_lazy("明天起每天空房（间）"), sort="", cell=lambda s: " · ".join(map(str, s.ahead[1:])),
                      text=lambda s: " ".join(map(str, s.ahead[1:]))),
        tables.Column("beds", gettext_lazy("床位"), "number", on_phone=False),
    ]
    table = tables.plain_table(request, queries.standing(at), columns, title=_("隔离点"), empty_title=_("还没有隔离点"),
                               empty_text=_("先开一个隔离点，再把房间表导入进来。"))
    return tables.page(request, "sites/sites.html", table, at=at, may_manage="manage" in request.rights)


@may("look")
def rooms(request, pk):
    """The rooms of a site, each with its state now."""
    at, site = now(), site_in_scope(pk)
    found = [one for many in queries.rooms_now(site, at).values() for one in many]
    if (asked := request.GET.get("status", "")) in LOOKS.values():
        found = [one for one in found if LOOKS[one.state] == asked]
    columns = [
        tables.Column("door.number", gettext_lazy("房号"), "name", sort="", text=lambda r: r.door.number,
                      cell=lambda r: parts.name(r.door.number, reverse("sites:room", args=[r.room.pk]))),
        tables.Column("door.floor", gettext_lazy("楼层"), "number"),
        tables.Column("room.beds", gettext_lazy("床位"), "number"),
        tables.Column("fits", gettext_lazy("适用"), sort="", cell=lambda r: "、".join(r.room.fits), text=lambda r: "、".join(r.room.fits)),
        tables.Column("room.zone", gettext_lazy("分区"), sort="", cell=lambda r: r.room.get_zone_display(),
                      text=lambda r: r.room.get_zone_display()),
        tables.Column("state", gettext_lazy("状态"), sort="", cell=lambda r: parts.chip(LOOKS[r.state], ROOM_STATES[r.state]),
                      text=lambda r: str(ROOM_STATES[r.state])),
    ]
    table = tables.plain_table(request, found, columns, title=_("{name}的房间").format(name=site), keep=("status",),
                               empty_title=_("没有这样的房间"))
    return tables.page(request, "sites/rooms.html", table, site=site, at=at)


@may("look")
def cleanings(request):
    """Rooms to disinfect, and those that were."""
    found = indicators.opened(request, Cleaning)
    columns = [
        tables.Column("unit.name", gettext_lazy("房号"), "name", sort="unit__path", text=lambda row: row.unit.name,
                      cell=lambda row: parts.name(row.unit.name, reverse("sites:cleaning", args=[row.pk]))),
        tables.Column("site.unit.name", gettext_lazy("隔离点"), sort="site__unit__path"),
        tables.Column("asked_at", gettext_lazy("离开"), "moment"), tables.Column("done_at", gettext_lazy("消毒"), "moment"),
    ]
    table = tables.table(request, found.rows.select_related("unit", "site__unit"), columns, (), "-asked_at",
                         title=found.title or _("终末消毒"), keep=indicators.KEPT, empty_title=_("没有要消毒的房间"))
    return tables.page(request, "sites/listed.html", table, at=found.at)


@may("look")
def rounds(request):
    """Rounds of all sites, the newest first."""
    found, states = indicators.opened(request, Round), FLOWS["round"].states

    def what(row):
        return queries.rule_word(row.kind)

    columns = [
        tables.Column("kind", gettext_lazy("哪一件"), "name", text=what,
                      cell=lambda row: parts.name(what(row), reverse("sites:round", args=[row.pk]))),
        tables.Column("site.unit.name", gettext_lazy("隔离点"), sort="site__unit__path"), tables.Column("on", gettext_lazy("日期"), "date"),
        tables.Column("due", gettext_lazy("时限"), "moment"), tables.Column("done_at", gettext_lazy("办完"), "moment"),
        tables.Column("state", gettext_lazy("状态"), cell=lambda row: str(states[row.state]), text=lambda row: str(states[row.state])),
    ]
    table = tables.table(request, found.rows.select_related("site__unit"), columns, (), "-due", title=found.title or _("隔离点日常"),
                         keep=indicators.KEPT, empty_title=_("还没有排日常"))
    return tables.page(request, "sites/listed.html", table, at=found.at)
