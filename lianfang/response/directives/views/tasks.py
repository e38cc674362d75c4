"""Tasks on screen: the list with its figures, one with its whole line of orders, given, taken, done."""
from uuid import UUID

from django.db.models import F, Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.roles import ROLES
from lianfang.ground.days import day_start, end_words, now, today
from lianfang.ground.outbox.pictures import type_of
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.columns import plain
from lianfang.ground.ui.forms import pressed
from lianfang.ground.units.models import RANK, Unit
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.queries import Places

from .. import actions, queries
from ..actions.handing_on import key_of
from ..forms import DoneForm, PassForm, TaskForm
from ..models import DOING, HANDED, OPEN, SOURCES, URGENCY, Receipt, Task
from ..queries.closing import fell_due
from ..queries.tasks import shown, tagged
from .shared import asked, directs, sent_file, state_tag, tabs, task_of, told

FIGURES = ("tasks_given", "tasks_open", "tasks_late", "tasks_closed", "tasks_in_time", "tasks_returned")
MOST = 60  # records in an address
HOW = {"open": gettext_lazy("没办结"), "late": gettext_lazy("过了时限"), "due": gettext_lazy("应办结（不算不再办的、没到时限的）"),
       "closed": gettext_lazy("已办结"),
       "in_time": gettext_lazy("按时办结")}


def _how(rows, how):
    at = now()
    kept = {"open": Q(state__in=OPEN), "late": Q(state__in=OPEN, due_at__lte=at), "closed": Q(closed_at__isnull=False),
            "in_time": Q(closed_at__lte=F("due_at")), "due": fell_due(at)}[how]
    rows = rows.filter(kept)
    return rows if how in ("open", "late") else rows.exclude(state__in=("excused", "withdrawn"))


@may("look")
@require_GET
def tasks(request):
    """All of them, what is due first on top; each figure above opens into its records."""
    at, places = now(), Places()
    found = indicators.opened(request, Task)
    columns = [
        tables.Column("words", gettext_lazy("要办的事"), "name", width=40, sort="",
                      cell=lambda one: parts.name(one.words[:60], reverse("directives:task", args=[one.pk]))),
        tables.Column("unit.name", gettext_lazy("哪里办"), "unit", sort="unit__path", cell=lambda one: places.of(one.unit),
                      text=lambda one: places.of(one.unit)),
        tables.Column("group_name", gettext_lazy("谁办"), cell=lambda one: one.whose if one.whose != one.unit.name else "",
                      text=lambda one: one.whose, sort=""),
        tables.Column("source", gettext_lazy("来源"), cell=lambda one: str(SOURCES[one.source]), text=lambda one: str(SOURCES[one.source])),
        tables.Column("state", gettext_lazy("状态"), cell=lambda one: state_tag("task", one),
                      text=lambda one: str(FLOWS["task"].states[one.state])),
        tables.Column("due_at", gettext_lazy("时限"), "moment",
                      cell=lambda one: parts.due(one.due_at, at) if one.is_open else end_words(one.due_at)),
        tables.Column("given_at", gettext_lazy("交办"), "moment", on_page=False),
        tables.Column("closed_at", gettext_lazy("办结"), "moment", on_page=False),
    ]
    filters = [
        tables.Filter("how", gettext_lazy("办得怎样"), choices=HOW, apply=_how),
        tables.Filter("source", gettext_lazy("来源"), choices=SOURCES), tables.Filter("urgency", gettext_lazy("缓急"), choices=URGENCY),
        tables.Filter("group", gettext_lazy("哪个工作组"), "text", lookup="group_name"),
        tables.Filter("since", gettext_lazy("时限从"), "day", apply=lambda rows, day: rows.filter(due_at__gt=day_start(day))),
        tables.Filter("until", gettext_lazy("时限到（不含）"), "day", apply=lambda rows, day: rows.filter(due_at__lte=day_start(day))),
    ]
    if kept := queries.tags_on(today(), request.reach):
        filters.append(tables.Filter("tag", gettext_lazy("机制"), choices=kept, apply=tagged))
    title = found.title or _("督办事项")
    rows = shown(found.rows)
    if origins := _ids(request.GET.get("origin", "")):
        rows = rows.filter(origin__in=origins)
    table = tables.table(request, rows, columns, filters, "due_at", title=title, keep=(*indicators.KEPT, "origin"), cards=True,
                         empty_title=_("没有这样的事项"))
    if "export" not in request.GET:
        places.learn([row.unit for row in table.page.object_list])
    page = {"heading": title, "place": found.unit, "at": found.at, "tabs": tabs("tasks"), "figures": _figures(request, found),
            "may_give": "direct" in request.rights}
    return tables.page(request, "directives/tasks.html", table, **page)


def _ids(said) -> list[UUID]:
    """The records of an address from which tasks came; 404 where one cannot be read."""
    try:
        return [UUID(one) for one in said.split(",")[:MOST]] if said else []
    except ValueError:
        raise Http404 from None


def _figures(request, found):
    reach = request.reach & found.unit.path if found.unit else request.reach
    values = indicators.values(FIGURES, reach, found.at)
    where = f"&unit={found.unit.pk}" if found.unit else ""
    return [(str(indicators.INDICATORS[code]), values[code], f"?figure={code}{where}",
             "bad" if code == "tasks_late" and values[code] else "") for code in FIGURES]


@may("work", sees="work")
@require_GET
def task(request, pk):
    """One: whose words it came from, unchanged; who has it; what was done; what was split from it."""
    one = task_of(request, pk)
    places, turn = Places(), Turn.objects.open().filter(record=pk).select_related("owner_unit", "account").first()
    wider = Receipt.objects.filter(directive=one.directive_id, unit__in=one.unit.ancestor_ids).exclude(group__startswith=HANDED)
    own = Receipt._base_manager.filter(directive=one.directive_id, group=key_of(one.unit)).first() or wider.order_by("-unit__path").first()
    below = queries.parts_of(one)
    page = {"one": one, "state": state_tag("task", one), "turn": turn, "role": ROLES[turn.role].label if turn else "", "at": now(),
            "place": places.of(one.unit), "lineage": queries.lineage(one), "parts": [(part, state_tag("task", part)) for part in below],
            "receipt": own,
            "left": sum(part.is_open for part in below), "facts": _facts(one), "ways": _ways(request, one),
            "risen": queries.risen([one]).get(pk),
            "call": getattr(one, "call", None) if one.source == "call" and "open" in request.rights else None,
            "directive": reverse("directives:directive", args=[one.directive_id]) if one.directive_id and directs(
                request, one.directive.unit) else ""}
    return render(request, "directives/task.html", page)


def _facts(one) -> list[tuple]:
    def when(who, at):
        return f"{who.name} {plain(at)}" if who else ""

    found = [(_("来源"), str(SOURCES[one.source])), (_("交办"), when(one.given_by, one.given_at)), (_("时限"), end_words(one.due_at)),
             (_("机制"), _tags(one)),
             (_("办完要什么"), one.get_evidence_display()), (_("接办"), when(one.taken_by, one.taken_at)),
             (_("办好"), when(one.done_by, one.done_at)),
             (_("怎么办的"), one.done_words.open()), (_("核查"), when(one.checked_by, one.closed_at)), (_("上次说的理由"), one.why.open())]
    return [(name, words) for name, words in found if words]


def _tags(one) -> str:
    names = dict(queries.tags_on(today()))
    return _("、").join(names.get(code, code) for code in one.tags)


def _ways(request, one) -> list[tuple]:
    """What the reader may do now: word, address, whether it is the main way, whether one press does it."""
    may_give, here = directs(request, one.given_unit), reverse("directives:task", args=[one.pk])
    ways = []
    if one.state == "given":
        ways.append((_("接办"), f"{here}take/", False, True))
    if one.state in DOING:
        ways.append((_("办好了"), f"{here}do/", True, False))
        if directs(request, one.unit) and RANK[one.unit.level] < RANK["grid"]:
            ways.append((_("分给下级"), f"{here}pass/", False, False))
    if one.state == "done" and may_give and request.user.pk != one.done_by_id:
        ways += [(_("核查属实，办结"), f"{here}close/", True, True), (_("没办好，退回"), f"{here}send-back/", False, False)]
    if one.is_open and may_give:
        ways += [(_("改时限"), f"{here}defer/", False, False)] if one.state in DOING else []
        ways += [(_("说明理由，不再办"), f"{here}excuse/", False, False), (_("撤回"), f"{here}withdraw/", False, False)]
    return ways


@may("direct")
@require_http_methods(["GET", "POST"])
def give(request):
    """One thing to be done."""
    made = []

    def act(form):
        made.extend(actions.give(tasks=[form.spec()], source="other", **told(request)))

    return asked(request, TaskForm(request.POST or None, reach=request.reach), act, _("交办了，已经在对方的待办里。"), _("交办一件事"),
                 lambda: reverse("directives:task", args=[made[0].pk]))


@may("work", sees="work")
@require_POST
def take(request, pk):
    """Somebody is on it."""
    one = task_of(request, pk)
    return pressed(request, lambda: actions.take(task=one, **told(request)), _("接办了。"), "directives:task", pk)


@may("work", sees="work")
@require_http_methods(["GET", "POST"])
def do(request, pk):
    """It is done."""
    one, to = task_of(request, pk), reverse("directives:task", args=[pk])
    form = DoneForm(request.POST or None, request.FILES or None, task=one)
    return asked(request, form, lambda form: actions.do(task=one, **form.cleaned_data, **told(request)), _("交了，等另一个人核查。"),
                 _("办好了"), to,
                 lead=one.words, note=_("要有照片") if one.evidence == "photo" else "")


@may("work", sees="work")
@require_GET
def photo(request, pk):
    """The photo; who looks is written down."""
    one = task_of(request, pk)
    content = actions.look_at_photo(task=one, **told(request))
    return redirect("directives:task", pk) if content is None else sent_file(content, type_of(content))


@may("direct")
@require_http_methods(["GET", "POST"])
def pass_down(request, pk):
    """Split among those right below."""
    one, to = task_of(request, pk), reverse("directives:task", args=[pk])
    below = Unit.objects.in_force(today()).filter(parent=one.unit).order_by("path")
    form = PassForm(request.POST or None, task=one, below=below)
    return asked(request, form, lambda form: actions.pass_down(task=one, tasks=form.specs(), **told(request)), _("分下去了。"),
                 _("分给下级"), to,
                 lead=one.words, lineage=queries.lineage(one))
