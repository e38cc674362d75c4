"""A meeting is called on the facts of its cut-off, its agenda written from what changed; renewed with what came since; or called off."""
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground import indicators, rows
from lianfang.ground.accounts.models import Assignment
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused, agenda
from lianfang.ground.workflow.actions import advance, open_turns

from ..models import SERIES, AgendaItem, Attendance, Meeting
from ..rules import TYPED, row, series_rule
from .freezing import freeze
from .powers import may_lead

DAY = timedelta(days=1)
SECTION = 100  # places between one section's items and the next one's


@everything()
def call(*, unit, series, begins_at, by, at, title="", place="", chair="", because=None) -> Meeting:
    """A meeting of a series at a time: the one that stands, or a new one on the last cut-off before it (ad hoc: on this moment)."""
    if series not in SERIES:
        raise Refused(_("没有这个会议系列。"))
    may_lead(by, unit, at)
    if standing := Meeting.objects.filter(unit=unit, series=series, begins_at=begins_at).first():
        return standing
    edition, cut_off_at = ("", at) if series == "adhoc" else indicators.cut_off(min(begins_at, at)) or ("", at)
    facts = freeze(unit=unit, cut_off_at=cut_off_at, edition=edition, by=by, at=at, because=because)
    before = Meeting.objects.filter(unit=unit, begins_at__lt=begins_at).exclude(state="called_off").order_by("-begins_at").first()
    last = Meeting.objects.filter(unit=unit, series=series).order_by("-begins_at").first()
    since = before.cut_off_at if before else cut_off_at - DAY
    told = agenda.items(unit, since, cut_off_at)
    try:
        with transaction.atomic():
            Unit.objects.select_for_update().get(pk=unit.pk)
            number = Meeting.objects.filter(unit=unit, year=day_of(begins_at).year).aggregate(top=Max("number"))["top"] or 0
            made = Meeting(id=uuid7(), unit=unit, year=day_of(begins_at).year, number=number + 1, series=series, title=title.strip(),
                           begins_at=begins_at, cut_off_at=cut_off_at, facts=facts, before=before, because=because,
                           place=place.strip() or (last.place if last else ""), chair=chair.strip() or (last.chair if last else ""))
            rows.insert([made])
            [line] = advance([made], "call", flow="meeting", by=by, at=at, because=because,
                             content=lambda one: {"series": one.series, "number": one.number, "facts": str(facts.pk)})
            _put(made, told, [], day_of(cut_off_at))
            _invite(made, last, at)
            open_turns("meeting", [made], at=at, because={made.pk: line.id})
    except IntegrityError:
        return Meeting.objects.get(unit=unit, series=series, begins_at=begins_at)
    return made


@everything()
def renew(*, meeting, by, at) -> int:
    """What has come since the cut-off is put on the agenda too; what stands there stays as it is. Returns how many came."""
    may_lead(by, meeting.unit, at)
    since = meeting.before.cut_off_at if meeting.before_id else meeting.cut_off_at - DAY
    told = agenda.items(meeting.unit, since, at)
    told.pop("moved", None)  # that is said of frozen figures
    with transaction.atomic():
        grow(meeting)
        return len(_put(meeting, told, list(meeting.items.all()), day_of(at), lambda n: advance(
            [meeting], "renew", flow="meeting", by=by, at=at, content=lambda one: {"items": n})))


@everything()
def call_off(*, meeting, by, at):
    """It is not held."""
    may_lead(by, meeting.unit, at)
    with transaction.atomic():
        grow(meeting)
        return advance([meeting], "call_off", flow="meeting", by=by, at=at)


def grow(meeting):
    """Something in the room has changed: the next question for news is answered. Refused where the meeting was begun, closed or called off
    meanwhile: what is written then would be handed to nobody."""
    if not Meeting.objects.filter(pk=meeting.pk, state=meeting.state).update(version=F("version") + 1):
        raise Refused(_("会议刚才换了状态，请刷新再看。"))


def _put(meeting, told, standing, on, tell=None) -> list[AgendaItem]:
    """Items of each section in the table's order, as many as it allows; those that stood on the agenda before are counted on."""
    times = dict(AgendaItem.objects.filter(meeting=meeting.before_id).values_list("key", "times")) if meeting.before_id else {}
    there, made = {one.key for one in standing}, []
    taken = {one.section: one.place for one in sorted(standing, key=lambda one: one.place)}
    for section, found in told.items():
        rule = row("agenda_sections", on, section=section)
        fresh = [one for one in found if one.key not in there]
        room = max(rule["most"] - sum(one.section == section for one in standing), 0)
        place = taken.get(section, rule["place"] * SECTION)
        made += [_item(meeting, section, place + n, one, times) for n, one in enumerate(fresh[:room], 1)]
        if (left := fresh[room:]) and f"more:{section}" not in there:
            made.append(_item(meeting, section, place + room + 1, _rest(section, left), times))
    if made and tell:
        tell(len(made))
    return rows.insert(made)


def _rest(section, left) -> agenda.Item:
    return agenda.Item(f"more:{section}", agenda.both(gettext_lazy("另有 {n} 件，见事实表和待办表"), n=len(left)), count=len(left))


def _item(meeting, section, place, told, times) -> AgendaItem:
    return AgendaItem(id=uuid7(), meeting=meeting, section=section, place=place, key=told.key, title=told.title, note=told.note,
                      url=told.url, figure=told.figure, count=told.count, times=1 if section == TYPED else times.get(told.key, 0) + 1)


def _invite(meeting, last, at):
    """Who sat in the last one of the series; else who holds the roles that the table names."""
    if last:
        seats = [(one.account_id, one.guest, one.office) for one in last.attendance.filter(account__is_active=True)]
        seats += [(None, one.guest, one.office) for one in last.attendance.filter(account=None)]
    else:
        on = day_of(at)
        held = Assignment.objects.in_force(on).filter(role__in=series_rule(meeting.series, on)["invites"], account__is_active=True,
                                                      unit__path__under=meeting.unit.path).select_related("unit").order_by("unit__path")
        seats = list({one.account_id: (one.account_id, "", one.unit.name) for one in held}.values())
    rows.insert([Attendance(id=uuid7(), meeting=meeting, account_id=account, guest=guest, office=office)
                 for account, guest, office in seats])
