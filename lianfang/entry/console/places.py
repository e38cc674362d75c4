"""Places, days and moments as they are typed on the command line."""
from datetime import date, datetime

from django.utils.translation import gettext as _

from lianfang.ground.days import SHANGHAI
from lianfang.ground.units.queries import root, unit_named

from .command import Refusal


def unit_in(code):
    """The unit of a code or path; the county without one."""
    found = unit_named(code) if code else root()
    if found is None:
        raise Refusal(_("没有代码或路径为“{code}”的单位").format(code=code) if code else _("没有县，或不止一个县：请用 --unit 说明"))
    return found


def day_in(text, today):
    """A calendar day; today without one."""
    if not text:
        return today
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(_("日期“{text}”读不懂，请写成 2020-03-10").format(text=text)) from None


def moment_in(text, now, *, may_come=False):
    """A moment in the county's time; now without one, and none to come where that makes no sense."""
    if not text:
        return now.astimezone(SHANGHAI)
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise Refusal(_("时点“{text}”读不懂，请写成 2020-03-18T18:45").format(text=text)) from None
    at = at.replace(tzinfo=SHANGHAI) if at.tzinfo is None else at.astimezone(SHANGHAI)
    if at > now and not may_come:
        raise Refusal(_("{at} 还没有到").format(at=f"{at:%Y-%m-%d %H:%M}"))
    return at
