"""An application for an event as whoever made it sees it: by the code on his own phone, without his name."""
from lianfang.ground.accounts.scope import everything
from lianfang.ground.documents import sign, verify
from lianfang.ground.workflow import FLOWS

from ..models import EVENTS, Event
from ..words import condition_words, until_words

KIND, A_YEAR = "A", 1_000_000


def event_words() -> dict:
    """The kinds of events."""
    return EVENTS


def event_code(event) -> str:
    """The signed code of an application."""
    return sign(KIND, event.year * A_YEAR + event.serial)


def event_of_code(code) -> Event | None:
    """The application a code stands for."""
    found = verify(code or "")
    if found is None or found.kind != KIND or not isinstance(found.id, int):
        return None
    with everything():
        rows = Event.objects.select_related("unit", "closure", "decided_by")
        return rows.filter(year=found.id // A_YEAR, serial=found.id % A_YEAR).first()


def is_over(event, at) -> bool:
    """Whether its day is past."""
    return event.ends_at <= at


def event_shown(code, at) -> dict | None:
    """What its own page says: what became of it, why, until when the order stands, what is to be kept to; None of any other code."""
    one = event_of_code(code)
    if one is None:
        return None
    refused = one.closure and one.state in ("refused", "revoked")
    return {"event": one, "code": event_code(one), "state": str(FLOWS["event_permit"].states[one.state]),
            "number": one.closure.number if refused else "", "until": until_words(one.banned_until) if refused else "",
            "conditions": condition_words(one.conditions), "is_open": one.state in ("waiting", "permitted") and not is_over(one, at)}
