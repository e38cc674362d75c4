"""While everything about people is being deleted nothing new is begun: who deletes says so here, and who would begin asks."""
from collections.abc import Callable

from django.utils.translation import gettext as _

from ..workflow import Refused

_asked: list[Callable[[], bool]] = []


def halts(is_deleting: Callable[[], bool]):
    """Say how it is known that the deletion has begun and is not done."""
    _asked.append(is_deleting)


def refuse_while_deleting():
    """Raise Refused while the end of the emergency is carried out."""
    if any(is_deleting() for is_deleting in _asked):
        raise Refused(_("应急结束，正在删除个人信息：现在不能导入名册、登记人员。删完再办。"))
