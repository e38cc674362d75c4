"""My work, turns behind a figure, a person's page, flows."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may, opens
from lianfang.ground.accounts.scope import reach_of
from lianfang.ground.days import day_of, day_start, now
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.flow_drawing import flow_drawing
from lianfang.ground.units.queries import ancestors
from lianfang.ground.vault.masks import mask_name
from lianfang.ground.workflow import FLOWS, withheld
from lianfang.ground.workflow.models import Turn
from lianfang.ground.workflow.queries import closure, may_urge, states_now
from lianfang.overview.situation import queries as situation
from lianfang.registers.people.models import Person
from lianfang.registers.people.queries import Places
from lianfang.response.checkpoints import queries as gates
from lianfang.response.isolation import queries as isolation
from lianfang.response.isolation.words import group_word, measure_word, minding_word, number_of, special_word
from lianfang.response.sensors import queries as sensors

from . import queries, timeline

STEPS = ("assign_minder", "record_result", "ask", "order_door", "hand_over", "redecide", "deviate", "release", "admit", "leave_county",
         "record_death")


@may("work", sees="work")
def home(request):
    """What this account has to do: overdue first, then by building; above all the posts it leads where nobody is on duty."""
    at = now()
    found = queries.jobs(queries.due_turns(request, at)[:300], at)
    late = [job for job in found if job.due < at]
    buildings = {}
    for job in found:
        if job.due >= at:
            buildings.setdefault(job.building, []).append(job)
    following = queries.jobs(queries.next_turns(request, at)[:100], at)
    done = Turn.objects.filter(closed_by=request.user.pk, closed_at__gte=day_start(day_of(at))).count()
    context = {"late": late, "buildings": [(building, jobs, _count(jobs)) for building, jobs in buildings.items()],
               "overdue": _count(late), "count": _count(found) - _count(late), "done": done, "at": at,
               "following": following, "tomorrow": _count(following),
               "unwatched": gates.unwatched(reach_of(request.assignments, "station"), at) if "station" in request.rights else []}
    return render(request, "home/work.html", context)


def _count(jobs):
    return sum(job.count for job in jobs)


@may("look")
def turns(request):
    """The turns behind a figure, or all open ones."""
    found = indicators.opened(request, Turn)
    rows, places = queries.named(queries.turn_rows(found.rows if found.indicator else found.rows.open(found.at))), Places()
    close = withheld(request.rights)

    def who(turn):
        return mask_name(turn.name) if turn.name and turn.flow not in close else ""

    columns = [
        tables.Column("flow", gettext_lazy("事项"), "name", cell=lambda t: _what(t) if t.flow in close else _way(request, t), text=_what),
        tables.Column("name", gettext_lazy("姓名"), sort="", cell=who, text=who),
        tables.Column("unit.name", gettext_lazy("地方"), "unit", sort="unit__path", width=30,
                      cell=lambda t: places.of(t.unit), text=lambda t: places.of(t.unit)),
        tables.Column(
            "owner_unit.name",
            gettext_lazy("谁来办"),
            "unit",
            cell=lambda t: t.account.name if t.account else t.owner_unit.name,
            text=lambda t: t.account.name if t.account else t.owner_unit.name,
        ),
        tables.Column("due", gettext_lazy("时限"), "moment"),
        tables.Column("urged", gettext_lazy("催办"), cell=_urged, text=_urged),
    ]
    filters = [
        tables.Filter("link", gettext_lazy("哪个环节"), choices=lambda _request: situation.link_words(),
                      apply=lambda kept, link: kept.filter(flow__in=situation.flows_of(link, day_of(found.at)))),
        tables.Filter("flow", gettext_lazy("哪一类"), choices=lambda _request: [(flow.code, str(flow)) for flow in FLOWS.values()]),
        tables.Filter("late", gettext_lazy("只看逾期"), "tick", apply=lambda kept, _yes: kept.filter(due__lt=found.at)),
    ]
    title = found.title or _("未办的事")
    table = tables.table(request, rows, columns, filters, "due", title=title, keep=indicators.KEPT, empty_title=_("没有未办的事"))
    if "export" not in request.GET:
        places.learn([turn.unit for turn in table.page.object_list])
    return tables.page(request, "home/turns.html", table, heading=title, place=found.unit, at=found.at, urge=_urge(request, found))


def _urge(request, found):
    """Where what is overdue here is urged; nowhere for who leads nothing above it, and for a day that is over."""
    code = found.indicator.code if found.indicator else ""
    level = code.removeprefix("overdue_")
    if level == code or found.unit is None or day_of(found.at) < day_of(now()) or not may_urge(request.assignments, level, found.unit):
        return ""
    return f"{reverse('situation:urge', args=[found.unit.pk, level])}?below={'' if request.GET.get('own') else found.unit.pk}"


def _urged(turn):
    return ngettext("已催 {n} 次", "已催 {n} 次", turn.urged).format(n=turn.urged) if turn.urged else ""


def _way(request, turn):
    """What is to be done, leading to whom it is about; to where it is done when it is about nobody."""
    address = reverse("home:person", args=[turn.subject]) if turn.name else FLOWS[turn.flow].page_of(turn.state, turn.record)
    return parts.name(_what(turn), address) if address and opens(request, address) else _what(turn)


def _what(turn):
    flow = FLOWS[turn.flow]
    return f"{flow} · {flow.states[turn.state]}"


@may("look")
def person(request, pk):
    """A person: whose turn, until when, why, and how it came to this."""
    found = get_object_or_404(Person.objects.select_related("unit"), pk=pk)
    orders, at = isolation.open_orders_of(pk), now()
    turn = queries.turn_rows().open().filter(subject=pk).exclude(flow__in=withheld(request.rights)).order_by("due").first()
    context = {
        "person": found,
        "crumbs": [(u.name, reverse("situation:board", args=[u.pk])) for u in ancestors(found.unit)],
        "orders": orders,
        "order": orders[0] if orders else None,
        "turn": turn,
        "job": queries.jobs([turn], at)[0] if turn else None,
        "steps": timeline.steps_of(pk, request.rights),
        "papers": isolation.papers_of(orders[0]) if orders and "print" in request.rights else [],
        "special": special_word(found.special_need), "exception": isolation.exception_of(pk),
    }
    if orders:
        context |= _standing(orders[0], turn, at) | {"ways": _ways(request, orders[0])}
    desk = reverse("desk:person", args=[pk])
    context["desk"] = desk if opens(request, desk) else ""
    context["may_do"] = bool(turn) and opens(request, context["job"].url)
    return render(request, "home/person.html", context)


def _ways(request, order):
    """What this reader may do with an order: addresses by step."""
    steps = [step for step in STEPS if step != "deviate" or not isolation.asks_exception(order.person_id)]
    ways = {step: reverse(f"isolation:{step}", args=[order.pk]) for step in steps}
    if sensor := sensors.door_of_order(order.pk):
        ways["sensor"] = reverse("sensors:door", args=[sensor.pk])
    elif order.state == "running" and order.measure == "home_quarantine":
        ways["bind_device"] = reverse("sensors:bind_device", args=[order.pk])
    return {step: address for step, address in ways.items() if opens(request, address)}


def _standing(order, turn, at):
    """Where an order stands: its day, its drawing, what waits, what was found."""
    on, is_open = day_of(at), order.closed_at is None
    passed = {"issued": (), "running": ("issued",)}.get(order.state, ("issued", "running") if order.served_at else ("issued",))
    day = f"{order.day_number(on)}/{order.days}" if is_open else ""
    return {
        "drawing": flow_drawing(FLOWS["order"], states_now("order"), order.state, passed, day=day),
        "results": isolation.results_of(order), "checks": isolation.check_summary(order), "is_open": is_open, "day": order.day_number(on),
        "measure": measure_word(order.measure), "minding": minding_word(order.minding),
        "group": group_word(order.verdict.result.get("group")),
        "number": number_of(order), "state": str(FLOWS["order"].states[order.state]),
        "ahead": timeline.ahead(order, turn, on) if is_open else [],
    }


@may("look")
def flows(request):
    """All flows that run."""
    return render(request, "home/flows.html", {"flows": [(f, _now(f, request)) for f in FLOWS.values()]})


@may("look")
def flow(request, code):
    """One flow as it runs, with today's counts; with `record`, where that record is now."""
    if code not in FLOWS:
        raise Http404
    found, at = FLOWS[code], now()
    here = _record(found, request.GET.get("record", ""), found.right in request.rights)
    rate = closure(request.reach, day_start(day_of(at)), at)
    context = {"flow": found, "drawing": flow_drawing(found, _now(found, request), here.state if here else None), "at": at, "closure": rate}
    return render(request, "home/flow.html", context)


def _now(flow, request):
    """How many stand where; nothing of what this reader is not shown."""
    return states_now(flow.code) if flow.right in request.rights else {}


def _record(flow, asked, shown):
    """The record of a flow that an address names, within the reader's scope; None where it names none."""
    try:
        return flow.model.objects.filter(pk=UUID(asked)).first() if asked and shown else None
    except ValueError:
        raise Http404 from None
