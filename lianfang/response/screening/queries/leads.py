"""Leads: what waits where, when somebody last dealt with the same person, one sheet a unit downwards, the sender's own on its way back."""
import io
from itertools import groupby

from django.utils.translation import gettext as _

from lianfang.ground import sheets
from lianfang.ground.days import SHANGHAI
from lianfang.ground.journal.models import Line
from lianfang.ground.units.queries import above
from lianfang.ground.vault.indexes import forms
from lianfang.ground.workflow import FLOWS
from lianfang.registers.people.keys import id_blind, phone_blind

from .. import storage
from ..models import LEAD_OUTCOMES, Import, Lead
from ..reading import read
from ..reading.answered import answered_sheet
from .travel import likely

HANDED_TO = "village"  # a sheet on paper goes to each of these


def leads(reach):
    """Leads within a reach, those that wait first, by place."""
    return Lead.objects.filter(unit__path__under=reach).select_related("unit", "roster", "person").order_by("-state", "unit__path", "pk")


def last_checks(people) -> dict:
    """When somebody last dealt with each of these persons (by id) and with what: the latest step of a flow."""
    verbs = {f"{flow.app}.{step}": f"{flow} · {told}" for flow in FLOWS.values() for step, told in flow.steps.items()
             if set(told.by) != {"system"}}
    found = {}
    for line in Line.objects.filter(subject__in=[pk for pk in people if pk], verb__in=verbs).order_by("at", "id"):
        found[line.subject] = (line.at, verbs[line.verb])
    return found


def check_in_words(found) -> str:
    """3月9日 18:20 健康检查 · 填检查."""
    return f"{found[0].astimezone(SHANGHAI):%Y-%m-%d %H:%M} {found[1]}" if found else ""


def sheets_down(roster, foot) -> bytes:
    """The leads of a roster that wait, one sheet a village, each with columns to be filled in by hand."""
    waiting = Lead.objects.filter(roster=roster, state="open").select_related("unit").order_by("unit__path", "row")
    columns = [sheets.Column(str(word), width) for word, width in (
        (_("姓名"), 12), (_("证件号"), 22), (_("电话"), 16), (_("来源地"), 18), (_("备注"), 30),
        (_("核查结果"), 16), (_("转到哪个单位"), 18), (_("核查人"), 12))]
    places = {}
    for lead in waiting:
        places.setdefault(lead.unit_id, (above(lead.unit, HANDED_TO) or lead.unit).name)
    ordered = sorted(waiting, key=lambda lead: places[lead.unit_id])
    pages = [sheets.Page(name, columns, [_row(lead) for lead in some], foot=foot, heading=_("线索核查：{place}").format(place=name))
             for name, some in groupby(ordered, key=lambda lead: places[lead.unit_id])]
    out = io.BytesIO()
    sheets.write_pages(out, pages or [sheets.Page(_("没有待核查的"), columns, [])])
    return out.getvalue()


def _row(lead):
    return [lead.name, lead.id_number.open(), lead.phone.open(), lead.origin, lead.remark.open(), "", "", ""]


def sheet_back(roster, foot) -> bytes | None:
    """The sender's own sheet with what was found beside each row; None where the sheet is no longer kept."""
    content = storage.SENDER.content(roster.pk)
    if content is None:
        return None
    reading = read(content, kind=roster.kind, on=roster.on, name=roster.name, sheet=roster.sheet or None, mapping=roster.mapping,
                   known=roster.layouts, likely=likely(roster.kind, roster.on))
    found = _Answers(roster, [row for sheet in reading.sheets for row in sheet.rows])
    out = io.BytesIO()
    answered_sheet(reading, found.of, foot, out)
    return out.getvalue()


class _Answers:
    """What was found of each row; a row that another list had brought before is answered from there."""

    def __init__(self, roster: Import, rows):
        self.by_place = {(lead.sheet, lead.row): lead for lead in Lead._base_manager.filter(roster=roster).select_related("unit")}
        numbers = forms({id_blind(row.id_number) for row in rows if row.id_number})
        phones = forms({phone_blind(row.phone) for row in rows if row.phone and not row.id_number})
        others = Lead._base_manager.select_related("unit")
        self.by_number = {numbers[lead.id_blind]: lead for lead in others.filter(id_blind__in=numbers)}
        self.by_phone = {(lead.name, phones[lead.phone_blind]): lead for lead in others.filter(phone_blind__in=phones)}
        people = {lead.person_id for some in (self.by_place, self.by_number, self.by_phone) for lead in some.values()}
        self.checks = last_checks(people)

    def of(self, sheet, row) -> list:
        """The outcome, where and when, and the last time somebody dealt with the same person."""
        lead = self.by_place.get((sheet, row.number)) or self.by_number.get(id_blind(row.id_number) if row.id_number else None) \
            or self.by_phone.get((row.name, phone_blind(row.phone) if row.phone else None))
        if lead is None:
            return [_("没有收下"), "", "", ""]
        answered = lead.answered_at and f"{lead.answered_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
        outcome = str(LEAD_OUTCOMES[lead.outcome]) if lead.outcome else _("还在核查")
        return [outcome, lead.unit.name, answered or "", check_in_words(self.checks.get(lead.person_id))]
