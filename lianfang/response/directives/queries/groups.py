"""The named groups of the command room and the county's own tags: whoever keeps them hands in how to ask for them."""
from collections.abc import Callable

from lianfang.ground.units.fields import TOP

_handed: dict[str, Callable] = {}


def hand_in(groups: Callable | None = None, tags: Callable | None = None) -> None:
    """Have `groups(on)` asked for the groups that stand on a day, each with `.code`, `.name` and `.account` (its lead, or None), and
    `tags(on)` for pairs of a code and what it is called."""
    _handed.update({name: ask for name, ask in (("groups", groups), ("tags", tags)) if ask})


def groups_on(on) -> list:
    """The groups that stand on a day; none where nobody keeps any."""
    return list(_handed["groups"](on)) if "groups" in _handed else []


def tags_on(on, reach=None) -> list[tuple[str, str]]:
    """Codes and names of the tags that stand on a day; none where nobody keeps any, nor for a reach that is not the county's."""
    if reach is not None and TOP not in reach:
        return []
    return [(str(code), str(name)) for code, name in _handed["tags"](on)] if "tags" in _handed else []
