"""What a reaction is; which ones there are stands in lianfang/reactions/ and is handed over by config at start-up."""
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reaction:
    """When lines of this verb are written, call the adapter with them; it may cause these verbs and no others."""

    verb: str
    adapter: Callable
    causes: tuple[str, ...]


class UndeclaredVerb(Exception):
    """A reaction wrote a line of a verb it had not declared."""


_by_verb: dict[str, list[Reaction]] = {}


def install(reactions):
    """Take over the list of reactions, in place of any earlier one."""
    _by_verb.clear()
    for reaction in reactions:
        _by_verb.setdefault(reaction.verb, []).append(reaction)


def to(verb) -> list[Reaction]:
    """The reactions to a verb."""
    return _by_verb.get(verb, [])
