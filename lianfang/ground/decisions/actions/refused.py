"""The one way a version is refused, and from which posts somebody speaks."""
from collections.abc import Iterable

from django.utils.translation import gettext as _

from ...accounts.roles import ROLES, holders
from ...accounts.scope import held
from ...days import day_of
from ...workflow import Refused as RefusedStep
from ..drafting.mending import sentence
from ..evaluator.faults import Fault


class Refused(RefusedStep):
    """A version that may not be drafted or approved; `faults` says why, cell by cell."""

    def __init__(self, says: str, faults: Iterable[Fault] = (), table=None):
        self.faults = list(faults)
        super().__init__(" ".join([says, *(sentence(fault, table) for fault in self.faults[:5])]))


def posts_of(account, at) -> set[str]:
    """Where somebody stands: each unit with the body whose people stand there."""
    return {_post(one) for one in held(account, day_of(at))}


def is_of_the_drafters_unit(account, version, at) -> bool:
    """Whether somebody stands where a version was drafted, or where its drafter stands now."""
    return bool(posts_of(account, at) & {version.drafted_post, *posts_of(version.drafted_by, at)})


def post_of(account, right, area, at) -> str:
    """The nearest post from which somebody holds a right over an area; '' for a program, which stands nowhere. Raises Refused."""
    if account.is_program:
        return ""
    over = [one for one in held(account, day_of(at)) if one.role in holders(right) and area.path.startswith(one.unit.path)]
    if not over:
        raise Refused(_("“{area}”的规则表不归您办。").format(area=area.name))
    return _post(max(over, key=lambda one: len(one.unit.path)))


def body_of(post) -> str:
    """The body of a post."""
    return post.rpartition(":")[2]


def _post(assignment) -> str:
    return f"{assignment.unit_id}:{ROLES[assignment.role].body}"
