"""The named groups of the command room, which whoever keeps them hands in, and the county's own tags."""
from collections.abc import Callable

from lianfang.ground.units.fields import TOP
from lianfang.ground.workflow import agenda

_handed: list[Callable] = []


def hand_in(groups: Callable) -> None:
    """Have `groups(on)` asked for the groups that stand on a day, each with `.code`, `.name` and `.account` (its lead, or None)."""
    _handed[:] = [groups]


def groups_on(on) -> list:
    """The groups that stand on a day; none where nobody keeps any."""
    return [group for groups in _handed for group in groups(on)]


def tags_on(on, reach=None) -> list[tuple[str, str]]:
    """Codes and names of the tags that stand on a day; none for a reach that is not the county's."""
    return [] if reach is not None and TOP not in reach else agenda.tags(on)
