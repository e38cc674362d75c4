"""A chunk of leads: rows that may be persons here, matched where a person or register entry is known."""
from functools import partial

from lianfang.ground import rows as table
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.vault.indexes import forms
from lianfang.ground.workflow.actions import open_turns
from lianfang.registers.people.matching import Known, keyed

from ..models import Lead
from . import Draft, Setting


def prepare(rows, setting: Setting) -> Draft:
    """New leads sealed and matched; one that is listed already, by number or by name and phone, is not listed again."""
    draft, fresh = Draft(), []
    numbered = keyed(rows)
    known = Known.of(numbered, setting.has_entries, by_phone_too=True)
    listed = _listed(numbered)
    for row, number, phone in numbered:
        if number in listed or (row.name, phone) in listed:
            draft.merged += 1
            continue
        match = known.match(row, number, phone)
        if match.other_name:
            draft.notes.append((row, "name_differs"))
        fresh.append(_lead(row, number, phone, match, setting))
    draft.created = len(fresh)
    if fresh:
        draft.writes.append(partial(_write, fresh))
    return draft


def _listed(numbered) -> set:
    numbers = {number for _, number, _ in numbered} - {""}
    phones = {phone for _, number, phone in numbered if not number} - {""}
    numbers, phones = forms(numbers), forms(phones)
    by_number = Lead.objects.filter(id_blind__in=numbers).values_list("id_blind", flat=True)
    by_phone = Lead.objects.filter(phone_blind__in=phones).values_list("name", "phone_blind")
    return {*(numbers[one] for one in by_number), *((name, phones[one]) for name, one in by_phone)}


def _lead(row, number, phone, match, setting) -> Lead:
    person = None if match.other_name else match.person
    place = (person or match.entry or setting.roster).unit_id
    return table.fresh(Lead, roster_id=setting.roster.pk, unit_id=place, sheet=row.sheet, row=row.number, name=row.name,
                id_number=row.id_number, id_blind=number, phone=row.phone, phone_blind=phone, origin=row.origin[:120], remark=row.remark,
                person_id=person and person.pk, entry_id=match.entry and match.entry.pk)


def _write(leads, setting, at):
    lines = [line("screening.lead", kind="lead", record=lead.pk, by=setting.by.id, at=at, unit=lead.unit_id, subject=lead.person_id,
                  because=setting.because, data={"row": lead.row}) for lead in leads]
    for lead, told in zip(leads, lines, strict=True):
        lead.found_at, lead.because = at, told.id
    table.insert(leads)
    journal.write(lines)
    open_turns("lead", leads, at=at)
