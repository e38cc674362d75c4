"""Places, tables, days and moments as they are typed on the command line."""
from datetime import date, datetime
from difflib import get_close_matches

from django.utils.translation import gettext as _

from lianfang.ground import decisions
from lianfang.ground.days import SHANGHAI
from lianfang.ground.units.queries import root, unit_named

from .command import Refusal


def unit_in(code):
    """The unit of a code or path; the county without one."""
    found = unit_named(code) if code else root()
    if found is None:
        raise Refusal(_("没有代码或路径为“{code}”的单位").format(code=code) if code else _("没有县，或不止一个县：请用 --unit 说明"))
    return found


def table_named(said: str) -> str:
    """The name of a decision table; Refusal names those that are written much like it, and how to list them all."""
    if said in decisions.names():
        return said
    near, listed = _("、").join(get_close_matches(said, decisions.names(), cutoff=0.5)), _("lianfang decide --list 列出全部")
    raise Refusal(_("请给出表名：没有“{said}”，相近的有 {near}；{listed}").format(said=said[:40], near=near, listed=listed) if near else
                  _("请给出表名：{listed}").format(listed=listed))


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
