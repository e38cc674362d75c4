"""Three signatures, each by an account and by name: drafted, checked, signed."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.queries import may_do
from lianfang.ground.days import day_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import Signature


def draft(*, bulletin, by, at):
    """The table is drafted: somebody stands for the figures being those of the cut-off."""
    return _signed(bulletin, "draft", "manage", by, at)


def check(*, bulletin, by, at):
    """The draft was read and compared."""
    return _signed(bulletin, "check", "manage", by, at)


def sign(*, bulletin, by, at):
    """The bulletin goes out under a name."""
    return _signed(bulletin, "sign", "sign", by, at)


def _signed(bulletin, act, right, by, at):
    if not may_do(by, right, bulletin.unit, day_of(at)):
        raise Refused(_("您在{unit}没有这项权限").format(unit=bulletin.unit.name))
    if Signature.objects.filter(bulletin=bulletin, account=by).exists():
        raise Refused(_("这一期您已经签过名，下一步请另一位来办"))
    with transaction.atomic():
        lines = advance([bulletin], act, flow="bulletin", by=by, at=at, content=lambda b: {"number": b.number})
        Signature.objects.create(bulletin=bulletin, act=act, account=by, name=by.name, at=at)
    return lines
