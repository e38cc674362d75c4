"""How did we get here: a person's journal lines told as steps, each after the line that caused it."""

from django.utils.dateformat import format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.models import CONSOLE, PORTAL, SYSTEM, Account
from lianfang.ground.days import SHANGHAI
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import FLOWS, withheld
from lianfang.registers.people.queries import hidden
from lianfang.response.isolation import queries as isolation
from lianfang.response.isolation.words import measure_word, number_of

TOLD = {
    "screening.find": (gettext_lazy("名册登记"), "roster"),
    "checkpoints.ask_review": (gettext_lazy("卡口 · 等复核"), "alert"),
    "checkpoints.take_over": (gettext_lazy("卡口 · 换班接手"), "transfer"),
    "checkpoints.print_letter": (gettext_lazy("打印告知函"), "print"),
    "isolation.decide": (gettext_lazy("判定"), "rule"),
    "people.add": (gettext_lazy("建档"), "user-plus"),
    "people.place": (gettext_lazy("落到住处"), "home"),
    "people.move": (gettext_lazy("迁移"), "transfer"),
    "people.join": (gettext_lazy("纳入类别"), "user-plus"),
    "isolation.record_result": (gettext_lazy("检测结果"), "test"),
    "laboratory.give_result": (gettext_lazy("出检测结果"), "test"),
    "laboratory.read_result": (gettext_lazy("查看检测结果"), "eye"),
    "isolation.print_notice": (gettext_lazy("打印通知书"), "print"),
    "workflow.raise": (gettext_lazy("逾期上报"), "bell"),
    "workflow.urge": (gettext_lazy("催办"), "bell"),
    "portal.enter": (gettext_lazy("本人查看"), "eye"),
    "isolation.open_evidence": (gettext_lazy("查看例外的依据"), "eye"),
    "isolation.read_easing": (gettext_lazy("查看放宽的依据"), "eye"),
    "outbox.open_photo": (gettext_lazy("查看照片"), "eye"),
    "isolation.read_need": (gettext_lazy("查看需求"), "eye"),
    "checkpoints.know": (gettext_lazy("卡口输入证件号码"), "eye"),
    "people.open": (gettext_lazy("查看全名和号码"), "eye"),
    "discretion.break_glass": (gettext_lazy("辖区以外的人限时查看"), "eye"),
    "discretion.open_address": (gettext_lazy("查看受保护的住址"), "eye"),
    "people.shelter": (gettext_lazy("隐去住址"), "home"),
    "people.unshelter": (gettext_lazy("住址不再保护"), "home"),
    "cases.read_card": (gettext_lazy("查看报告卡"), "eye"),
    "cases.print_card": (gettext_lazy("打印报告卡"), "print"),
    "sensors.bind_device": (gettext_lazy("装门磁"), "lock"),
    "sensors.unbind_device": (gettext_lazy("拆门磁"), "unlock"),
    "redress.look": (gettext_lazy("查看申诉、更正或照片"), "eye"),
}
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
