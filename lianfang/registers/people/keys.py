"""What somebody is found by: the name and its parts, initials in every reading; blind keys of number and phone."""
import re
import unicodedata
from functools import lru_cache
from itertools import islice, product

from lianfang.ground.vault import blinds
from lianfang.ground.vault.indexes import turned
from lianfang.ground.vault.keys import index

READINGS = 12  # at most so many initials a name: 单解曾 alone would give twelve
LAST_FOUR = "people.last4"
LAST_FOUR_WIDTH = 10  # of a key's 32 characters
SEPARATOR = re.compile(r"[·•・‧∙⋅.．。\s]+")
LETTERS = re.compile(r"[a-z]+$")


def plain(name: str) -> str:
    """A name as it is compared: one width, one kind of dot, small letters, no stray blanks."""
    return SEPARATOR.sub("·", unicodedata.normalize("NFKC", name).casefold()).strip("·")


@lru_cache(maxsize=20_000)
def initials_of(character: str) -> tuple[str, ...]:
    """The first letters of every reading of a character: 单 d, c, s; a Latin letter is its own."""
    from pypinyin import Style, pinyin  # a second to import: only where somebody is added or sought

    found = pinyin(character, style=Style.FIRST_LETTER, heteronym=True, errors="default")
    return tuple(dict.fromkeys(letter for letter in found[0] if letter)) if found else ()


@lru_cache(maxsize=50_000)
def initials(part: str) -> tuple[str, ...]:
    """Every reading of a part of a name, as initials; a Latin part has one."""
    if LETTERS.match(part):
        return (part[0],)
    return tuple("".join(letters) for letters in islice(product(*(initials_of(c) for c in part)), READINGS))


@lru_cache(maxsize=50_000)
def name_words(name: str) -> frozenset[str]:
    """Name, parts and initials, whole and by parts: a Mongolian name is known by its second part as well as by its first."""
    parts = plain(name).split("·")
    found = {"".join(parts), *parts}
    found.update("".join(each) for each in islice(product(*map(initials, parts)), READINGS))
    if len(parts) > 1:
        found.update(word for part in parts for word in initials(part) if len(word) > 1)
    return frozenset(word[:100] for word in found if word)


def last_four(number: str) -> list[str]:
    """What the keys of all numbers with the same last four characters begin with, under each index key."""
    return _last_four(number[-4:].upper(), index())


@lru_cache(maxsize=10_000)
def _last_four(four, _keys):
    return [one[:LAST_FOUR_WIDTH] for one in blinds(LAST_FOUR, four)]


def id_blind(number: str) -> str:
    """What equal numbers have in common, their last four first; nothing of nothing."""
    return _keyed("people.id_blind", number, number.upper()) if number else ""


def phone_blind(number: str) -> str:
    """What equal phones have in common, their last four first; nothing of nothing."""
    return _keyed("people.phone_blind", number, number) if number else ""


def _keyed(purpose, number, text):
    wholes = zip(last_four(number), blinds(purpose, text), strict=True)
    return turned([four + whole[LAST_FOUR_WIDTH:] for four, whole in wholes])
