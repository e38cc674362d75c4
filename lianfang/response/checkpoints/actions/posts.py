"""Putting up a post, changing it, taking it down."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units.models import RANK
from lianfang.ground.workflow import Refused

from ..models import Post, Shift

NARROWEST = {"county": "grid", "township": "grid", "village": "compound", "compound": "stair"}


@everything()
def put_up_post(*, unit, by, at, **said) -> Post:
    """A new point of entry at a unit; a closed road names its document."""
    post = Post(unit=unit, **said)
    _refuse_wrong(post)
    return _save(post, "checkpoints.put_up_post", by, at, {"tier": post.tier, "road": post.road})


@everything()
def change_post(*, post, by, at, **said) -> Post:
    """Other hours, departments, another state of its road."""
    before = {name: getattr(post, name) for name in said}
    for name, value in said.items():
        setattr(post, name, value)
    _refuse_wrong(post)
    return _save(post, "checkpoints.change_post", by, at, {"changed": sorted(name for name, was in before.items() if was != said[name]),
                                                           "road": post.road})


@everything()
def take_down_post(*, post, until_on, by, at) -> Post:
    """No post any more from a day on; nobody may be on duty there."""
    if Shift.objects.filter(post=post, closed_at=None).exists():
        raise Refused(_("还有人在岗，请先交班再撤。"))
    post.until_on = until_on
    return _save(post, "checkpoints.take_down_post", by, at, {"until": until_on.isoformat()})


def _refuse_wrong(post):
    if post.road == "closed" and not post.document.strip():
        raise Refused(_("封路、封闭管理要写明依据的文件。"))
    if RANK[post.unit.level] > RANK[NARROWEST[post.tier]]:
        raise Refused(_("这一级的卡口不能设在这样小的地方。"))
    if post.opens >= post.closes:
        raise Refused(_("开放时间要早于结束时间；全天是 00:00 到 24:00。"))


def _save(post, verb, by, at, told):
    try:
        with transaction.atomic():
            if post._state.adding:
                rows.insert([post])
            else:
                post.save()
            journal.write([line(verb, kind="post", record=post.pk, by=by.id, at=at, unit=post.unit_id, data=told)])
    except IntegrityError:
        raise Refused(_("这里已经有一个同名的卡口。")) from None
    return post
