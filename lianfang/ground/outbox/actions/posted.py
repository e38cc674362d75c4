"""Entries as they come from a phone, on their way to being taken: read by their forms, told by our clock."""
import json
import logging
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import OperationalError
from django.http import Http404
from django.utils.translation import gettext as _

from ...days import day_of
from ...workflow import Refused
from .. import boxes, formats, queries
from ..registry import Act

NO = (Refused, PermissionDenied, Http404, ValidationError)
log = logging.getLogger("lianfang.outbox")


class TooMany(Refused):
    """More than one account may have kept in a day: nothing was taken, and the phone keeps it."""


@dataclass(frozen=True, slots=True)
class Posted:
    """An entry as a phone sends it; `base` is the version of its record that the phone saw, `form` that of the form it was filled into,
    `decided` what the phone's own tables said, `mends` the refused entry it puts right, `place` where the phone was."""

    id: UUID
    seq: int
    action: str
    data: dict
    at: datetime
    base: str | None = None
    form: str | None = None
    decided: dict | None = None
    mends: UUID | None = None
    place: dict | None = None

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


@dataclass(frozen=True)
class Post:
    """One delivery: whose, with which assignments, when by our clock, and how far the phone's is behind it."""

    by: object
    assignments: list
    at: datetime
    offset: timedelta
    readers: dict = field(default_factory=dict)

    @cached_property
    def long_ago(self) -> datetime:
        """What happened before this is done only when somebody has looked at it."""
        return self.at - timedelta(minutes=queries.minutes("late", day_of(self.at)))


def moment_of(phone_at, post) -> datetime:
    """When it happened by our clock: never later than now."""
    try:
        return min(phone_at + post.offset, post.at) if is_a_moment(phone_at + post.offset) else post.at
    except OverflowError:
        return post.at


def is_a_moment(at) -> bool:
    """Whether our calendar has it, in any zone."""
    try:
        return formats.is_in_time(at.astimezone(UTC).date())
    except OverflowError:
        return False


def kept(text, most) -> str:
    """A word of a phone as a database can hold it."""
    return (text or "").replace("\x00", "").encode("utf-8", "replace").decode()[:most]


def read(act: Act | None, draft, post):
    """Put an entry to its form; what is wrong becomes its refusal, also what nobody foresaw."""
    if act is None:
        draft.refusal = _("这个版本的系统不认得这件事：请更新手机上的程序。")
    elif act.right not in frozenset().union(*(one.rights for one in post.assignments)):
        draft.refusal = _("您现在没有办这件事的权限。")
    elif not is_a_moment(draft.posted.at):
        draft.refusal = _("这一条的时间读不懂：请看看手机的钟，再填一次。")
    else:
        try:
            _read(act, draft, post)
        except OperationalError:
            raise
        except Exception:
            log.exception("an entry of %s could not be read and is refused", act.name)
            draft.cleaned, draft.refusal = None, _("这一条读不懂：请再填一次。")


def _read(act, draft, post):
    reader = post.readers.get(act.form) or post.readers.setdefault(act.form, formats.Reader(act.form))
    draft.cleaned, faults, draft.is_old = reader.read(draft.posted.data, given=draft.posted.form or "")
    draft.refusal = faults.says if faults else ""


def said(refused) -> str:
    """Why, in words."""
    if isinstance(refused, ValidationError):
        return " ".join(refused.messages)
    return str(refused) if isinstance(refused, Refused) and str(refused) else _("这条记录不在您的辖区里，或者已经不在了。")
