"""In the room: it begins, who came is ticked, items are added, what is said of each is written down."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused, agenda
from lianfang.ground.workflow.actions import advance

from ..models import COMES, AgendaItem, Attendance
from ..rules import TYPED, row
from .calling import SECTION, grow
from .powers import clean, may_lead


@everything()
def begin(*, meeting, by, at, chair="", place=""):
    """It begins; whoever presses keeps the minutes."""
    may_lead(by, meeting.unit, at)
    meeting.keeper, meeting.began_at = by, at
    meeting.chair, meeting.place = chair.strip() or meeting.chair, place.strip() or meeting.place
    with transaction.atomic():
        grow(meeting)
        return advance([meeting], "begin", flow="meeting", by=by, at=at, also=("keeper_id", "began_at", "chair", "place"))


@everything()
def add_item(*, meeting, words, by, at) -> AgendaItem:
    """Something else to talk of."""
    may_lead(by, meeting.unit, at)
    if not (words := clean(words)):
        raise Refused(_("请写议题。"))
    with transaction.atomic():
        grow(meeting)
        last = meeting.items.filter(section=TYPED).order_by("-place").first()
        place = last.place if last else row("agenda_sections", day_of(at), section=TYPED)["place"] * SECTION
        made = AgendaItem(id=uuid7(), meeting=meeting, section=TYPED, place=place + 1, key=f"typed:{uuid7()}",
                          title=dict.fromkeys(agenda.TONGUES, words), added_by=by)
        rows.insert([made])
        advance([meeting], "add_item", flow="meeting", by=by, at=at, content=lambda one: {"item": str(made.pk)})
    return made


@everything()
def note_item(*, item, said, was, by, at) -> AgendaItem:
    """What the minutes say of an item; `was` is the version that was on the screen: what somebody else wrote meanwhile is not lost."""
    meeting, said = item.meeting, clean(said)
    may_lead(by, meeting.unit, at)
    with transaction.atomic():
        now = AgendaItem.objects.select_for_update().get(pk=item.pk)
        if now.said == said:
            return now
        if now.said_version != was:
            raise Refused(_("{name}刚才改过这一条，现在是：“{said}”。您写的还在框里，请合到一起再存。").format(
                name=now.said_by.name if now.said_by else "", said=now.said))
        now.said, now.said_version, now.said_by, now.said_at = said, was + 1, by, at
        rows.amend([now], "said", "said_version", "said_by_id", "said_at")
        grow(meeting)
        advance([meeting], "note_item", flow="meeting", by=by, at=at,
                content=lambda one: {"item": str(now.pk), "version": now.said_version})
    return now


@everything()
def attend(*, meeting, by, at, account=None, guest="", office="", comes="present", deputy="") -> Attendance:
    """Somebody came, excused himself, sent another, or is to be there: an account, or a guest by name and office."""
    may_lead(by, meeting.unit, at)
    if comes not in COMES or not (account or guest.strip()):
        raise Refused(_("请写明是谁、到没到。"))
    with transaction.atomic():
        grow(meeting)
        found = {"account": account} if account else {"account": None, "guest": guest.strip()}
        given = {"comes": comes, "deputy": deputy.strip(), **({"office": office.strip()} if office.strip() else {})}
        seat, _is_new = Attendance.objects.update_or_create(meeting=meeting, **found, defaults=given)
        advance([meeting], "attend", flow="meeting", by=by, at=at, content=lambda one: {"seat": str(seat.pk), "comes": comes})
    return seat
