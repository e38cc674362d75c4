"""While everything about people is being deleted nothing new is begun: who deletes says so here, and no row about anybody is added."""
from collections.abc import Callable

from django.db.models.signals import pre_save
from django.utils.translation import gettext as _

from .. import rows
from ..kept import NOBODY
from ..workflow import Refused
from .classes import kept_of

OWN = (NOBODY, "act", "journal", "place", "account", "session", "slip", "tries", "notice")  # of staff, of places, of acts
BESIDE = "subject"  # what hangs on another record by its bare id, like a turn, is refused with that record
_asked: list[Callable[[], bool]] = []


class Deleting(Refused):
    """The end of the emergency is being carried out."""


def halts(is_deleting: Callable[[], bool]):
    """Say how it is known that the deletion has begun and is not done."""
    _asked.append(is_deleting)


def refuse_while_deleting():
    """Raise Deleting while the end of the emergency is carried out."""
    if any(is_deleting() for is_deleting in _asked):
        raise Deleting(_("应急结束，正在删除个人信息：现在不能登记和办理与人有关的事。删完再办。"))


def watch():
    """From now on nothing about anybody outside the staff is added while all of it is deleted, whoever adds it."""
    rows.before_adding(_refuse)
    pre_save.connect(_saved, dispatch_uid=__name__)


def _refuse(model):
    kept = kept_of(model)
    if kept and kept.by not in OWN and kept.about != BESIDE:
        refuse_while_deleting()


def _saved(sender, instance, **_signal):
    if instance._state.adding:
        _refuse(sender)
