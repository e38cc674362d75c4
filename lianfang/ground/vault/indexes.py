"""Blind keys of numbers while their index key changes: each row has one under the newest or an older key, and both are asked for."""
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Model

INDEXED: list["Indexed"] = []
FOLLOWING: list[Callable[[], int]] = []


class Turned(str):
    """A number's key under the newest index key, which knows what it is under the older ones."""

    older: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indexed:
    """A column of blind keys, the sealed column beside it, and how the one is made of the other."""

    model: type[Model]
    sealed: str
    blind: str
    key: Callable[[str], str]


def indexed(model, sealed, blind, key):
    """Say that a column holds blind keys, so that a new index key reaches it."""
    INDEXED.append(Indexed(model, sealed, blind, key))


def following(bring: Callable[[], int]):
    """Say that rows copy blind keys of others: `bring` turns some of them before those others turn, and says how many."""
    FOLLOWING.append(bring)


def turned(found: list[str]) -> str:
    """One key of a number out of those under each index key, newest first; a plain text when there is but one."""
    if len(found) == 1:
        return found[0]
    one = Turned(found[0])
    one.older = tuple(found[1:])
    return one


def forms(values: Iterable[str]) -> dict[str, str]:
    """Each form in which these keys may lie in a table, and the key it stands for; nothing for nothing."""
    return {form: str(one) for one in values if one for form in (str(one), *getattr(one, "older", ()))}
