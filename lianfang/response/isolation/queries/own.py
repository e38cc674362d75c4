"""What the person himself may ask: his orders, checks and needs, each in his words, and his release notice."""

from django.utils.dateformat import format
from django.utils.translation import gettext as _

from lianfang.ground import documents
from lianfang.ground.accounts.queries import PORTAL, is_drill, named
from lianfang.ground.days import day_of
from lianfang.ground.decisions.queries import row_of, seen
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import FLOWS

from ..clocks import again_until, check_opens
from ..models import HALVES, NEEDS, NOTICES, Check, Need, Order, Result, SecondReading
from ..papers.filled import release_notice
from ..words import measure_word, number_of, result_word


def own_orders(person_id, at) -> list[dict]:
    """A person's orders in his words, the newest first: what, which day, until when, by which row, who watches."""
    orders = Order.objects.filter(person=person_id).select_related("unit", "minder", "verdict", "person").order_by("-issued_at")
    return [_told(order, at) for order in orders]


def _told(order, at) -> dict:
    verdict = order.verdict
    tests = Result._base_manager.filter(order=order).order_by("taken_on")
    row = row_of(verdict.table, verdict.version, verdict.row)
    return {
        "order": order, "serial": f"{order.year}-{order.serial}", "number": number_of(order), "is_open": order.closed_at is None,
        "measure": measure_word(order.measure), "day": order.day_number(day_of(at)), "state": str(FLOWS["order"].states[order.state]),
        "row": seen(verdict.table, row) if row else None, "edition": _edition(row),
        "minder_phone": order.minder.phone.open() if order.minder else "",
        "has_release": order.state == "released",
        "results": [(one.taken_on, result_word(one.outcome.open())) for one in tests],
    }


def _edition(row) -> str:
    """Which table it was, in plain words: the county's own, or the one of a day."""
    if row is None:
        return ""
    if row.version != row.from_on.isoformat():
        return _("本县自己定的第 {n} 版").format(n=row.version.rpartition("-")[2])
    return _("{day}起用的版本").format(day=format(row.from_on, _("Y年n月j日")))


def own_checks(person_id, at) -> list[dict]:
    """A person's checks of yesterday and today, and all he has behind him, the newest first: what was read, by whom, and whether he may
    fill it now."""
    last = day_of(at)
    checks = Check._base_manager.filter(person=person_id, on__lte=last).exclude(state="lapsed").select_related("order")
    again = {}
    for one in SecondReading._base_manager.filter(person=person_id).order_by("recorded_at"):
        again.setdefault(one.first_id, []).append(one)
    return [_check(one, again.get(one.pk, []), at) for one in checks.order_by("-on", "-half")]


def _check(check, again, at) -> dict:
    opens = check_opens(check.on, check.half)
    return {"check": check, "half": HALVES[check.half], "readings": [one for one in (check, *again) if one.temperature is not None],
            "opens": opens if at < opens else None, "is_due": check.state == "due" and at >= opens,
            "may_again": check.state == "done" and not not_again(check, at) and not any(one.is_own for one in again)}


def not_again(check, at) -> str:
    """Why a check that is done may not be measured again, in words; '' where it may."""
    if check.order.closed_at is not None:
        return _("管控已经结束，不用再量了；不舒服请马上打求助电话。")
    until = again_until(check.on)
    return _("{half}到 {until} 为止可以再量，已经过了；不舒服请马上打求助电话。").format(
        half=HALVES[check.half], until=format(until, _("n月j日 H:i"))) if at >= until else ""


def own_check(person_id, pk, at) -> Check | None:
    """One check of a person's open order that may be filled, or measured again; None of anybody else's."""
    found = Check._base_manager.filter(pk=pk, person=person_id, order__closed_at=None, state__in=("due", "done"))
    one = found.select_related("order").first()
    return None if one and one.state == "done" and not_again(one, at) else one


def own_needs(person_id) -> list[dict]:
    """What a person has asked for, the newest first: what became of it, and until when somebody must see to it."""
    return [{"need": one, "kind": NEEDS[one.kind], "wish": one.wish.open(), "state": str(FLOWS["need"].states[one.state])}
            for one in Need._base_manager.filter(person=person_id).order_by("-asked_at")]


def results_opened(person_id) -> list[tuple]:
    """A person's test results, for whoever has given a reason to look."""
    tests = Result._base_manager.filter(order__person=person_id).order_by("taken_on")
    return [(_("{day} 检测").format(day=format(one.taken_on, "Y-m-d")), result_word(one.outcome.open())) for one in tests]


def release_paper(order, foot="") -> bytes:
    """The release notice of an order as PDF."""
    return release_notice(order, is_drill()).pdf(foot)


def own_code(order) -> str:
    """The code that stands on the start notice of an order: it opens its person's page."""
    return documents.sign(NOTICES[0], order.year * 1_000_000 + order.serial)


def taken(order, line, *, since) -> Line | None:
    """The line, by its id, of a notice of an order that its person himself took since a moment; None of any other."""
    found = Line.objects.filter(pk=line, verb="isolation.print_notice", record=order.pk, by=named(PORTAL).pk, at__gte=since)
    return found.first()
