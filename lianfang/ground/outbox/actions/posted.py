"""Entries as they come from a phone, on their way to being taken: read by their forms, told by our clock."""
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from .. import boxes, formats
from ..registry import Act


@dataclass(frozen=True, slots=True)
class Posted:
    """An entry as a phone sends it; `base` is the version of its record that the phone saw, `form` that of the form it was filled into,
    `decided` what the phone's own tables said."""

    id: UUID
    seq: int
    action: str
    data: dict
    at: datetime
    base: str | None = None
    form: str | None = None
    decided: dict | None = None

    def digest(self) -> str:
        """What makes it this entry and no other; tells nothing of what it says."""
        whole = [self.action, self.data, self.at.isoformat(), self.base, self.form, self.decided]
        return boxes.digest(json.dumps(whole, sort_keys=True))


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of an entry: taken, conflict, refused or held, and why in words; the record, a number people can read, the verdict."""

    id: UUID
    state: str
    says: str
    record: UUID | None
    number: str
    verdict: dict | None


@dataclass(slots=True)
class Draft:
    """An entry on its way: what its form read, or why it is refused."""

    posted: Posted
    digest: str
    at: datetime
    cleaned: dict | None = None
    is_old: bool = False
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """One delivery: whose, with which assignments, when by our clock, and how far the phone's is behind it."""

    by: object
    assignments: list
    at: datetime
    offset: timedelta
    readers: dict = field(default_factory=dict)


def moment_of(phone_at, post) -> datetime:
    """When it happened by our clock: never later than now."""
    try:
        return min(phone_at + post.offset, post.at)
    except OverflowError:
        return post.at


def read(act: Act | None, draft, post):
    """Put an entry to its form; what is wrong becomes its refusal."""
    if act is None:
        draft.refusal = _("这个版本的系统不认得这件事：请更新手机上的程序。")
    elif act.right not in frozenset().union(*(one.rights for one in post.assignments)):
        draft.refusal = _("您现在没有办这件事的权限。")
    else:
        form = (act.form_of and draft.posted.form and act.form_of(draft.posted.form)) or act.form
        reader = post.readers.get(form) or post.readers.setdefault(form, formats.Reader(form))
        draft.cleaned, faults, draft.is_old = reader.read(draft.posted.data, given=draft.posted.form or "")
        draft.refusal = faults.says if faults else ""
