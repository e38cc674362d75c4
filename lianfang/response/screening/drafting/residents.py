"""A chunk of a register: entries to match against, none of them a person."""
from functools import partial

from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.rows import Packed
from lianfang.registers.people.actions import add_entries
from lianfang.registers.people.drafts import draft_entry, words_of
from lianfang.registers.people.matching import keyed, same_name
from lianfang.registers.people.queries import known_entries

from . import Draft, Setting


def prepare(rows, setting: Setting) -> Draft:
    """New entries sealed; who is in the register already stays as he is; an address nobody can place is worth a look if there is one."""
    draft, fresh, roster = Draft(), [], setting.roster
    numbered = keyed(rows)
    known, _ = known_entries([number for _, number, _ in numbered])
    for row, number, phone in numbered:
        if number in known:
            draft.merged += 1
            if not same_name(known[number], row):
                draft.notes.append((row, "name_differs"))
            continue
        door = setting.doors.of(row.address)
        if door is None and row.address:
            draft.notes.append((row, "address_unknown"))
        fresh.append(draft_entry(unit_id=door or roster.unit_id, source=roster.pk, name=row.name, sex=row.sex, birth_on=row.birth_on,
                                 id_number=row.id_number, phone=row.phone, blinds=(number, phone)))
    draft.created = len(fresh)
    if fresh:
        draft.writes.append(partial(_write, Packed(fresh), words_of(fresh)))
    return draft


def _write(entries, words, setting, at):
    add_entries(entries=entries, words=words)
    roster = setting.roster
    journal.write([line("screening.enter", kind="import", record=roster.pk, by=setting.by.id, at=at, unit=roster.unit_id,
                        because=roster.because, data={"entries": len(entries)})])
