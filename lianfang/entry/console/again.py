"""`lianfang decide --again`: whom a change of rows changes, as the page of switches lists them; carried out by two, as there."""
from django.utils.translation import gettext as _

from lianfang.ground import decisions
from lianfang.ground.accounts.queries import CONSOLE, SYSTEM, named
from lianfang.ground.vault.masks import mask_name
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.response.isolation import actions
from lianfang.response.isolation.queries.between import stage_words
from lianfang.response.isolation.queries.switches import lines_of, waiting_switches
from lianfang.response.isolation.words import category_word, fate_word

from .command import Refusal

NEXT = {"proposed": actions.confirm_switch, "confirmed": actions.let_switch}


def told(command, table) -> dict:
    """The lists that wait, each with its people, masked."""
    found = [_told(one) for one in waiting_switches(table)]
    for one in [] if command.json else found:
        says = _("{switch}\t{title}\t{on}\t{state}：在管 {looked}，要变 {people}，管得更严更久 {bound}，要人定 {undecided}")
        command.say(says.format(**one))
        for line in one["lines"]:
            command.say(f"\t{line['name']}\t{line['place']}\t{line['category']}\t{line['old']} → {line['new']}\t{line['fate']}")
    if not found:
        command.say(_("没有等着办的换版名单；名单由时钟每天 00:10 列出，要现在列就跑 lianfang clock。"))
    return {"switches": found}


def _told(switch) -> dict:
    lines = [{"person": str(one.person_id), "name": mask_name(one.person.name), "place": f"{one.town.name} {one.unit.name}",
              "category": category_word(one.category), "fate": fate_word(one.fate),
              "old": stage_words(one.old), "new": stage_words(one.new)} for one in lines_of(switch)]
    counts = {name: getattr(switch, name) for name in ("looked", "people", "bound", "undecided", "changed")}
    return {"switch": str(switch.pk), "table": switch.table, "title": decisions.shipped(switch.table).title, "on": switch.on.isoformat(),
            "was_on": switch.was_on.isoformat(), "area": switch.area.name if switch.area else "",
            "state": str(FLOWS["switch"].states[switch.state]), **counts, "lines": lines}


def applied(command, table, pk) -> dict:
    """The next step of one list in the name of whoever acts: confirmed, or let through by a second person; then carried out at once."""
    if command.account.login == CONSOLE:
        raise Refusal(_("执行换版名单要有人负责：请用 --as 写明是谁"))
    found = [one for one in waiting_switches(table) if pk in ("", str(one.pk))]
    if len(found) != 1:
        raise Refusal(_("等着办的名单有 {n} 份，请用 --switch 写明是哪一份；不加 --apply 看有哪些").format(n=len(found)))
    [switch] = found
    try:
        if act := NEXT.get(switch.state):
            act(switch=switch, by=command.account, at=command.at)
    except Refused as refused:
        raise Refusal(str(refused)) from None
    switch.refresh_from_db()
    if switch.state == "running":
        actions.run_switches(by=named(SYSTEM), at=command.at)
        switch.refresh_from_db()
    title, state = decisions.shipped(switch.table).title, FLOWS["switch"].states[switch.state]
    says = _("{title} {on}：{state}，改了 {n} 人的管控令")
    command.say(says.format(title=title, on=switch.on.isoformat(), state=state, n=switch.changed))
    return {"switch": str(switch.pk), "state": switch.state, "changed": switch.changed}
