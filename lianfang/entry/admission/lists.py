"""The list of accounts and the list of nodes: their columns and filters."""
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.models import Assignment
from lianfang.ground.accounts.roles import CHOICES, ROLES
from lianfang.ground.days import today
from lianfang.ground.ui.columns import Column, Filter, plain
from lianfang.ground.ui.parts import name, tag
from lianfang.ground.units.models import LEVELS, RANK

STATES = {"waiting": gettext_lazy("还没登录过"), "used": gettext_lazy("登录过"), "closed": gettext_lazy("已停用"),
          "idle": gettext_lazy("没有角色")}


def with_posts(rows, on):
    """Accounts with their roles and units, one query for a page."""
    posts = Assignment.objects.not_over(on).select_related("unit__parent").order_by("pk")
    return rows.prefetch_related(Prefetch("assignments", posts, to_attr="posts"))


def _in_state(rows, state):
    asked = {"waiting": Q(is_active=True, last_login=None), "used": Q(is_active=True, last_login__isnull=False),
             "closed": Q(is_active=False), "idle": ~Exists(_held())}
    return rows.filter(asked[state])


def _with_role(rows, role):
    return rows.filter(Exists(_held().filter(role=role)))


def _at_unit(rows, word):
    return rows.filter(Exists(_held().filter(unit__name__contains=word)))


def _held():
    return Assignment.objects.not_over(today()).filter(account=OuterRef("pk"))


ACCOUNT_FILTERS = (
    Filter("name", gettext_lazy("姓名"), "text", lookup="name__contains"),
    Filter("unit", gettext_lazy("单位"), "text", apply=_at_unit),
    Filter("role", gettext_lazy("角色"), choices=CHOICES, apply=_with_role),
    Filter("state", gettext_lazy("状态"), choices=STATES, apply=_in_state),
)


def account_columns():
    """What the list of accounts shows."""
    return (
        Column("name", _("姓名"), "name", cell=lambda row: name(row.name, reverse("accounts:account", args=[row.pk]))),
        Column("login", _("登录名")),
        Column("posts", _("角色和单位"), sort="", width=40, text=lambda row: _("；").join(map(said, row.posts)),
               cell=lambda row: format_html_join("", "<div>{}</div>", ((said(post),) for post in row.posts))),
        Column("last_login", _("上次登录"), "moment", cell=_last_login),
        Column("made_at", _("建立时间"), "moment", on_phone=False),
        Column("is_active", _("状态"), "mark", cell=lambda row: "" if row.is_active else tag(_("已停用"), "bad"),
               text=lambda row: "" if row.is_active else _("已停用")),
    )


def said(post) -> str:
    """禾阳社区 · 村（社区）干部."""
    return f"{place(post.unit)} · {ROLES[post.role].label}"


def place(unit) -> str:
    """A unit so that it can be told from its namesakes: 禾阳社区 第4网格."""
    return f"{unit.parent.name} {unit.name}" if RANK[unit.level] > RANK["village"] and unit.parent else unit.name


def _last_login(row):
    return tag(_("还没登录过"), "warn") if row.last_login is None else plain(row.last_login)


NAMED = 6  # people offered for a node
NODE_FILTERS = (
    Filter("level", gettext_lazy("级别"), choices=[(level, LEVELS[level]) for level in ("county", "township", "village", "grid")]),
    Filter("name", gettext_lazy("名称"), "text", lookup="name__contains"),
)


def node_columns(request, above, candidates):
    """What the list of nodes shows: where, and whom to name."""
    return [
        Column("name", _("单位"), "unit"),
        Column("pk", _("所在"), sort="", cell=lambda row: above.get(row.pk, ""), text=lambda row: above.get(row.pk, "")),
        Column("level", _("级别")),
        Column("path", _("指定负责人"), sort="", in_sheet=False, cell=lambda row: _naming(request, row, candidates.get(row.pk, {}))),
    ]


def _naming(request, unit, people):
    if not people:
        return format_html('<span class="quiet">{}</span>', _("这里还没有人有角色"))
    buttons = format_html_join(" ", '<button class="button" name="account" value="{}">{} · {}</button>',
                               ((who.pk, who.name, role) for who, role in list(people.items())[:NAMED]))
    token = format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', get_token(request))
    url = reverse("accounts:appoint", args=[unit.pk])
    return format_html('<form class="inline" method="post" action="{}">{}{}</form>', url, token, buttons)
