"""What somebody says who gives something to be done; what is asked of every word that is written here."""
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from lianfang.ground.accounts.models import Account
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.registers.people.typed.telling import numbers_in

LONGEST = 500


@dataclass(frozen=True)
class TaskSpec:
    """One thing to be done: `words`; at which unit, by whoever leads it, or holds `role` there, or by a named account (of a group); by
    when (None: as the table says); what shows that it was done."""

    words: str
    unit: Unit
    role: str = ""
    account: Account | None = None
    due_at: datetime | None = None
    evidence: str = "words"
    urgency: str = "today"
    group: str = ""
    group_name: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """A named group that a directive goes to: its code, what it is called, and the account of its lead."""

    code: str
    name: str
    account: Account | None = None


def said(words: str, what: Any, most=LONGEST) -> str:
    """The words of an official; Refused when there are none, too many, or a number by which somebody could be called or told."""
    text = words.strip()
    if not text:
        raise Refused(_("请写明“{what}”。").format(what=what))
    if len(text) > most:
        raise Refused(_("“{what}”最多 {n} 个字，现在有 {long} 个。").format(what=what, n=most, long=len(text)))
    if found := numbers_in(text):
        raise Refused(_("“{what}”里不能写电话和证件号码：{found}。").format(what=what, found=found[0][:3] + "…"))
    return text
