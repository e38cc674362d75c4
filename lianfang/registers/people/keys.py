"""The words somebody is found by: the name and its parts, initials in every reading, blind last fours of number and phone."""
import re
import unicodedata
from functools import lru_cache
from itertools import islice, product

from lianfang.ground.vault import blind

READINGS = 12  # at most so many initials a name: 单解曾 alone would give twelve
LAST = "people.last4"
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


def last_four(number: str) -> str:
    """The blind word of the last four characters of a number; nothing of less than four."""
    return "#" + blind(LAST, number[-4:].upper())[:16] if len(number) >= 4 else ""


def words(name, id_number, phone) -> frozenset[str]:
    """All words somebody of that name, number and phone is found by."""
    return name_words(name) | ({last_four(id_number), last_four(phone)} - {""})


def words_of(record) -> frozenset[str]:
    """All words of a person or register entry; kept on the instance, so that an import finds them before its transaction begins."""
    if "_words" not in record.__dict__:
        record._words = words(record.name, record.id_number.open(), record.phone.open())
    return record._words
