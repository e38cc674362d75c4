"""What others may ask of what phones sent: receipts, conflicts, and the version of a record that a phone has seen."""
import json
from datetime import timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from .. import decisions
from ..days import SHANGHAI, day_of
from ..journal.models import Line
from ..workflow.rising import rising
from .models import IN_CONFLICT, TAKEN, Conflict, Photo, Sent
from .registry import acts

SHOWN = 8  # signs of an id that a person may read aloud
CLOCKWORK = "workflow."  # lines that change nothing of a record: it was urged, or raised to the level above


def number_of(ident, at) -> str:
    """20200310-8F3A11C2: the number of a receipt."""
    return f"{at.astimezone(SHANGHAI):%Y%m%d}-{ident.hex[-SHOWN:].upper()}"


def sent(ids) -> dict:
    """Receipts by id, past the scope: who sent an entry may ask what became of it."""
    return Sent._base_manager.in_bulk(list(ids))


def versions(records) -> dict:
    """The id of the latest journal line of each of these records, nil where there is none: a phone sends it back as `base`."""
    found = dict.fromkeys(records, UUID(int=0))
    lines = Line.objects.filter(record__in=list(found)).exclude(verb__startswith=CLOCKWORK)
    for record, line in lines.order_by("id").values_list("record", "id"):
        found[record] = line
    return found


def changed_since(bases: dict, by) -> set:
    """Which of these records, each with the line a phone has seen last, somebody else has changed since."""
    if not bases:
        return set()
    lines = Line.objects.filter(record__in=list(bases), id__gt=min(bases.values())).exclude(by=by.pk)
    lines = lines.exclude(verb__startswith=CLOCKWORK).values_list("record", "id")
    return {record for record, line in lines if line > bases[record]}


def last_line(record) -> Line | None:
    """The latest line of a record."""
    return Line.objects.filter(record=record).order_by("-id").first()


def record_named(text) -> UUID | None:
    """The id of a record as an entry names it; None where it names none."""
    try:
        return UUID(str(text)) if text else None
    except ValueError:
        return None


def conflict_of(pk) -> Conflict | None:
    """One conflict within the reader's reach, with what was sent."""
    return Conflict.objects.select_related("sent__account", "sent__deliverer", "unit").filter(pk=pk).first()


def photos_of(pk) -> list[Photo]:
    """The photos of a record, or of an entry that has become none yet, within the reader's reach."""
    return list(Photo.objects.filter(Q(record=pk) | Q(sent=pk)).select_related("unit", "account").order_by("made_at", "pk"))


def places_of(pk) -> list[tuple]:
    """Where phones were when they sent what became a record: (its receipt, latitude, longitude, metres of doubt), opened."""
    became = Q(record=pk, state__in=(TAKEN, IN_CONFLICT))
    found = Sent.objects.filter(became | Q(pk=pk)).exclude(place="").select_related("account").order_by("at", "pk")
    return [(one, *(json.loads(one.place.open())[name] for name in ("lat", "lon", "m"))) for one in found if one.place]


def title_of(action) -> str:
    """What an action is called."""
    return str(acts()[action].title) if action in acts() else action


def minutes(what, on) -> int:
    """A limit of the table of phones, in minutes."""
    return decisions.decide("waits", {"what": what}, on=on).result["within"]


def conflict_titles(ids) -> dict:
    """核对手机记录：健康检查."""
    found = Conflict.objects.filter(pk__in=ids).values_list("pk", "sent__action")
    return {pk: _("核对手机记录：{what}").format(what=title_of(action)) for pk, action in found}


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a conflict."""
    row = decisions.decide("waits", {"what": state.clock}, on=day_of(at)).result
    due = record.opened_at + timedelta(minutes=row["within"])
    return rising(due, row)
