"""How did we get here: a person's journal lines told as steps, each after the line that caused it."""

from django.utils.dateformat import format
from django.utils.translation import gettext as _

from lianfang.ground.accounts.models import CONSOLE, PORTAL, SYSTEM, Account
from lianfang.ground.days import SHANGHAI
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import FLOWS, withheld
from lianfang.registers.people.queries import hidden
from lianfang.response.isolation import queries as isolation
from lianfang.response.isolation.words import measure_word, number_of

from .told import TOLD

SIGNS = {
    "issue": "order",
    "serve": "order",
    "release": "unlock",
    "record_check": "heat",
    "raise_alarm": "alert",
    "refer": "alert",
    "ask": "cart",
    "meet": "basket",
    "hand_over": "transfer",
    "receive": "transfer",
    "complete": "rule",
    "extend": "day",
    "shorten": "day",
}
TOGETHER = ("isolation.record_check", "isolation.lapse_check")


def steps_of(person_id, rights) -> list[dict]:
    """The steps of a person's story as shown to these rights, oldest first; a run of checks is one step with its count."""
    close = hidden(rights)
    told_of = Line.objects.filter(subject=person_id).exclude(kind__in=withheld(rights)).order_by("at", "id")
    lines = [told for told in told_of if told.data.get("category") not in close]
    actors = _actors({told.by for told in lines})
    records = isolation.records_of(person_id)
    steps, run = [], None
    for told in lines:
        if told.verb in TOGETHER:
            if run is None or run["verb"] != told.verb:
                run = _step(told, actors, records) | {"verb": told.verb, "count": 0, "first": told.at}
                steps.append(run)
            run["count"] += 1
            run["at"] = _span(run["first"], told.at)
            run["text"] = _("{n} 次").format(n=run["count"])
            continue
        if not told.verb.startswith("people.open"):
            run = None
        steps.append(_step(told, actors, records))
    return [{key: value for key, value in step.items() if key not in ("verb", "count", "first")} for step in steps]


def _actors(ids):
    named = {SYSTEM: _("系统"), CONSOLE: _("控制台"), PORTAL: _("本人")}
    return {pk: named.get(login, name) for pk, login, name in Account.objects.filter(pk__in=ids).values_list("pk", "login", "name")}


def ahead(order, turn, on) -> list[dict]:
    """What is still to come on an open order: the turn that waits now, tests of later days, the release."""
    steps = []
    if turn is not None:
        flow = FLOWS[turn.flow]
        due = _("{due} 前").format(due=clock(turn.due))
        steps.append({"title": f"{flow} · {flow.states[turn.state]}", "at": _("现在"), "text": due, "look": "here", "sign": "pin"})
    for number in order.test_days:
        if (day := order.day_of_number(number)) > on:
            steps.append({"title": _("第 {n} 天采样").format(n=number), "at": _day(day), "look": "ahead", "sign": "test"})
    steps.append({"title": _("解除"), "at": _("{day} 24 时").format(day=_day(order.last_on)), "look": "ahead", "sign": "unlock"})
    return steps


def _day(day):
    return format(day, _("n月j日"))


def _span(first, last):
    return clock(first) if first.astimezone(SHANGHAI).date() == last.astimezone(SHANGHAI).date() else f"{clock(first)} – {clock(last)}"


def clock(at) -> str:
    """3月10日 14:32."""
    return format(at.astimezone(SHANGHAI), _("n月j日 H:i"))


def _step(told, actors, records) -> dict:
    title, sign = _title(told)
    return {
        "title": title,
        "sign": sign,
        "at": clock(told.at),
        "text": _text(told, records),
        "note": _("经办 {name}").format(name=actors.get(told.by, "")),
        "tone": "bad" if told.verb in ("isolation.raise_alarm", "workflow.raise", "discretion.break_glass") else "",
    }


def _title(told):
    if told.verb in TOLD:
        label, sign = TOLD[told.verb]
        return str(label), sign
    app, verb = told.verb.split(".", 1)
    flow = next((f for f in FLOWS.values() if f.app == app and verb in f.steps), None)
    return (f"{flow} · {flow.steps[verb]}" if flow else told.verb), SIGNS.get(verb, "check")


def _text(told, records):
    record = records.get(told.record)
    if told.verb == "isolation.decide" and record is not None:
        return _("{measure}：{because}").format(
            measure=measure_word(told.data["measure"]), because=f"{record.document} {record.clause}".strip()
        )
    if told.kind == "order" and record is not None:
        until = told.data.get("until")
        return number_of(record) + (_("，到{day}前").format(day=until) if until and "-" in str(until) else "")
    return ""
