"""What actions of this loop have in common: who may, and a text that must say something."""
from django.utils.translation import gettext as _

from lianfang.ground.accounts.queries import may_do
from lianfang.ground.accounts.scope import held
from lianfang.ground.days import day_of
from lianfang.ground.workflow import Refused

LONGEST = 1000


def allowed(by, right, unit, at):
    """Refused for whoever does not hold a right at a place; the program may."""
    if not by.is_program and not may_do(by, right, unit, day_of(at)):
        raise Refused(_("这里不归您办。"))


def said(text, what) -> str:
    """A text that says something, not too long."""
    text = (text or "").strip()
    if not text:
        raise Refused(_("请写明{what}。").format(what=what))
    if len(text) > LONGEST:
        raise Refused(_("{what}太长：最多 {n} 个字。").format(what=what, n=LONGEST))
    return text


def own_places(account, at) -> list[str]:
    """Paths of the units somebody stands at below the county: what he inspects lies in none of them, and holds none of them."""
    return [one.unit.path for one in held(account, day_of(at)) if one.unit.parent_id and one.role != "inspector"]


def lies_together(place, own) -> bool:
    """Whether a place lies at, in or around somebody's own (paths)."""
    return place.startswith(own) or own.startswith(place)


def is_own(account, place, at) -> bool:
    """Whether a place is somebody's own."""
    return any(lies_together(place.path, path) for path in own_places(account, at))
