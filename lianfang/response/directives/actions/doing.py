"""A task is taken, done with evidence, checked by another, and closed or sent back."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance
from lianfang.registers.people.typed.telling import said

from .. import storage
from .closing import settle
from .ending import parts_open
from .giving import FLOW
from .handing_on import received_with
from .posts import must_lead, must_own

SHOWN = 3


@everything()
def take(*, task, by, at):
    """Somebody is on it."""
    must_own(task, by, at)
    task.taken_by, task.taken_at = by, at
    with transaction.atomic():
        lines = advance([task], "take", flow=FLOW, by=by, at=at, also=("taken_by_id", "taken_at"))
        received_with(task, by=by, at=at, because=lines[0].id)
    return lines


@everything()
def do(*, task, words, by, at, photo=None):
    """It is done: in what way, with a photo where one was asked for. Refused while anything that was split from it is open."""
    must_own(task, by, at)
    if left := parts_open(task):
        names = _("、").join(one.whose for one in left[:SHOWN])
        raise Refused(_("下面还有 {n} 件没有办结（{names}），先办结，或者写明理由不再办。").format(n=len(left), names=names))
    if task.evidence == "photo" and photo is None:
        raise Refused(_("这件事要有照片，请拍一张再交。"))
    if not words.strip():
        raise Refused(_("请写明怎么办的。"))
    task.done_words, task.done_by, task.done_at, task.has_photo = words.strip(), by, at, photo is not None
    if task.taken_at is None:
        task.taken_by, task.taken_at = by, at
    with transaction.atomic():
        lines = advance([task], "do", flow=FLOW, by=by, at=at,
                        also=("done_words", "done_by_id", "done_at", "has_photo", "taken_by_id", "taken_at"))
        received_with(task, by=by, at=at, because=lines[0].id)
        if photo is not None:
            storage.PHOTOS.keep(task.pk, photo)
    return lines


@everything()
def send_back(*, task, why, by, at):
    """It is not done: what is still amiss."""
    _must_check(task, by, at)
    task.why, task.returned = said(why, _("哪里没办好")), task.returned + 1
    return advance([task], "send_back", flow=FLOW, by=by, at=at, also=("why", "returned"), content=lambda one: {"times": one.returned})


@everything()
def close_task(*, task, by, at):
    """Another than who did it has looked, and it is so."""
    _must_check(task, by, at)
    task.checked_by, task.closed_at = by, at
    with transaction.atomic():
        lines = advance([task], "close_task", flow=FLOW, by=by, at=at, also=("checked_by_id", "closed_at"))
        settle({task.directive_id}, at=at, because=lines[0].id)
    return lines


def _must_check(task, by, at):
    must_lead(task.given_unit, by, at)
    if by.pk == task.done_by_id:
        raise Refused(_("自己办的事，要由另一个人核查。"))


def look_at_photo(*, task, by, at) -> bytes | None:
    """The photo that came with it, once it is written down who looked; None where there is none."""
    if (content := storage.PHOTOS.content(task.pk)) is None:
        return None
    with transaction.atomic():
        journal.write([line_of(task, "directives.look", kind=FLOW, by=by, at=at)])
    return content
