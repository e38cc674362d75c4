"""What somebody says who gives something to be done."""
from dataclasses import dataclass
from datetime import datetime

from lianfang.ground.accounts.models import Account
from lianfang.ground.units.models import Unit


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
