"""What actions of this loop have in common: who may, and a text that must say something."""
from django.utils.translation import gettext as _

from lianfang.ground.accounts.queries import may_do
from lianfang.ground.accounts.scope import held
from lianfang.ground.days import day_of
from lianfang.ground.workflow import Refused

LONGEST = 500


def must_direct(by, units, at):
    """Refused unless this account directs all these places."""
    paths = [one.unit.path for one in held(by, day_of(at)) if "direct" in one.rights]
    for unit in units:
        if not by.is_program and not any(unit.path.startswith(path) for path in paths):
            raise Refused(_("“{unit}”不在您的辖区里，不能下令。").format(unit=unit.name))


def must_approve(by, unit, at):
    """Refused unless this account may approve there."""
    if not may_do(by, "approve", unit, day_of(at)):
        raise Refused(_("封闭、关停、例外，由县指挥部有批准权的人来批。"))


def must_hold(by, right, unit, at):
    """Refused for whoever does not hold a right at a place; the program may."""
    if not by.is_program and not may_do(by, right, unit, day_of(at)):
        raise Refused(_("这里不归您办。"))


def said(text, what, longest=LONGEST) -> str:
    """A text that says something, not too long."""
    text = (text or "").strip()
    if not text:
        raise Refused(_("请写明{what}。").format(what=what))
    if len(text) > longest:
        raise Refused(_("{what}太长：最多 {n} 个字。").format(what=what, n=longest))
    return text
