"""What a meeting is to talk of: each loop tells its own items here, in both languages, and who holds a meeting knows no loop."""
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils import translation
from django.utils.translation import get_language

TONGUES = {"zh": "zh-hans", "en": "en"}


@dataclass(frozen=True)
class Item:
    """Something to talk of: `key` is the same as long as it is the same matter, `title` and `note` are {"zh", "en"}, `url` opens what
    it stands on, `figure` is the indicator that does, `count` how many, `weight` how far up within its section."""

    key: str
    title: dict
    note: dict = field(default_factory=dict)
    url: str = ""
    figure: str = ""
    unit: int | None = None
    count: int | None = None
    weight: float = 0


@dataclass(frozen=True)
class Source:
    """Who tells items: `find(unit, since, at)` gives those of a unit at a moment, `since` the meeting before (or None); of one section, or,
    without one, pairs of a section and an item."""

    section: str
    find: Callable[..., list]


SOURCES: dict[str, Source] = {}
_tags: list[Callable[[Any], list]] = []


def add(code: str, section: str, find: Callable[..., list]) -> None:
    """Make a source known under a name of its own."""
    SOURCES[code] = Source(section, find)


def items(unit, since, at) -> dict[str, list[Item]]:
    """All items by section, the weightiest first; of two with one key the first source's stands."""
    found: dict[str, dict[str, Item]] = {}
    for source in SOURCES.values():
        told = source.find(unit, since, at)
        for section, one in ((source.section, one) for one in told) if source.section else told:
            found.setdefault(section, {}).setdefault(one.key, one)
    return {section: sorted(mine.values(), key=lambda one: (-one.weight, one.key)) for section, mine in found.items()}


def both(words, **said) -> dict[str, str]:
    """A lazy text with its blanks filled, in both languages; a blank may itself be lazy, or be {"zh", "en"} already."""
    found = {}
    for tongue, language in TONGUES.items():
        with translation.override(language):
            found[tongue] = str(words).format(**{name: one[tongue] if isinstance(one, dict) else one for name, one in said.items()})
    return found


def spoken(said: dict) -> str:
    """In the language of this request."""
    return said.get("en" if (get_language() or "").startswith("en") else "zh", "")


def add_tags(find: Callable[[Any], list]) -> None:
    """Make a list of tags known: `find(on)` gives those of a day, as pairs of code and words."""
    _tags.append(find)


def tags(on) -> list[tuple]:
    """The tags a decision may bear on a day."""
    return [pair for find in _tags for pair in find(on)]
