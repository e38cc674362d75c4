"""What may be asked of exceptions: the one a person stands under, and whether one is open."""
from ..models import Deviation
from ..words import asked_word, reason_word


def exception_of(person_id) -> dict:
    """The exception a person stands under now: what it asked, why, until when; empty where there is none."""
    found = Deviation.objects.filter(person=person_id, ended_at=None).exclude(approved_at=None).select_related("order").first()
    return {"word": asked_word(found.measure), "reason": reason_word(found.reason), "until": found.stands_until} if found else {}


def asks_exception(person_id) -> bool:
    """Whether an exception of his is being asked for, or stands: another is not asked for beside it."""
    return Deviation._base_manager.filter(person=person_id, ended_at=None).exists()
