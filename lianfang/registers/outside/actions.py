"""Keeping what an office outside answered."""
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused

from .models import KINDS, WAYS, Answer


@dataclass(frozen=True, slots=True)
class Said:
    """Who answered: the office, the name, the phone one calls back; when, how, under which number of theirs; what else was said."""

    office: str
    name: str
    phone: str
    said_at: datetime
    way: str = "phone"
    number: str = ""
    note: str = ""


def keep_answer(*, record, kind, said, by, at, because, since=None) -> Answer:
    """Keep an answer about a record, in the caller's transaction; `because` is the line its loop wrote.

    Raises Refused where nobody can be called back, or the answer came before it was asked for (`since`) or after now.
    """
    if kind not in KINDS or said.way not in WAYS or not (said.office.strip() and said.name.strip() and said.phone.strip()):
        raise Refused(_("请写清接收的单位、姓名和回拨电话：以后要找得到人。"))
    if said.said_at > at or (since and said.said_at < since.replace(second=0, microsecond=0)):
        raise Refused(_("对方答复的时间不对：不能在以后，也不能早于发出的时间。"))
    made = Answer(id=uuid7(), record=record.pk, person_id=record.subject_id, unit_id=record.unit_id, kind=kind, office=said.office.strip(),
                  name=said.name.strip(), phone=said.phone.strip(), number=said.number.strip(), way=said.way, said_at=said.said_at,
                  note=said.note.strip(), by=by, at=at, because=because)
    rows.insert([made])
    return made
