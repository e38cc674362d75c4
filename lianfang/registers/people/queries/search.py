"""Finding somebody by name, initials, or the last four of number or phone; whole numbers too."""
import re
from dataclasses import dataclass, field

from lianfang.ground.units.fields import Reach

from ..drafts import id_blind, phone_blind
from ..keys import last_four, plain
from ..models import Entry, EntryWord, Person, PersonWord

MOST = 50
LAST_CHARACTER = chr(0x10FFFF)
PHONE = re.compile(r"1\d{10}$")
NUMBER = re.compile(r"\d{14}(\d|\d{3}[\dXx])$")
FOUR = re.compile(r"\d{3}[\dXx]$")
LATIN = re.compile(r"[a-z]+$")


@dataclass
class Found:
    """Whom a search found, persons and register entries apart, and whether there are more than are shown."""

    people: list = field(default_factory=list)
    entries: list = field(default_factory=list)
    has_more: bool = False


def search(text: str, reach: Reach, *, entries: Reach | None = None, most=MOST) -> Found:
    """Persons within a reach, and register entries within another: by name or its beginning, initials, last four, or a whole number."""
    text = text.strip()
    if not text:
        return Found()
    people, more = _found(Person, PersonWord, "person", text, reach, most, 2, 1)
    if not entries or more or len(people) == most:
        return Found(people, [], more)
    matched, more = _found(Entry, EntryWord, "entry", text, entries, most - len(people), 3, 2)
    return Found(people, matched, more)


def _found(model, words, kind, text, reach, most, letters, characters):
    """`letters` and `characters`: how many must be given before a beginning is enough."""
    if NUMBER.match(text) or PHONE.match(text):
        exact = {"phone_blind": phone_blind(text)} if PHONE.match(text) else {"id_blind": id_blind(text)}
        found = list(model.objects.filter(unit__path__under=reach, **exact).select_related("unit")[:most + 1])
    else:
        hits = words.objects.filter(**_wanted(text, letters, characters), **{f"{kind}__unit__path__under": reach})
        rows = hits.order_by("word").select_related(f"{kind}__unit")[:2 * most + 2]  # somebody may answer by two of his words
        found = list({getattr(row, f"{kind}_id"): getattr(row, kind) for row in rows}.values())
    return found[:most], len(found) > most


def _wanted(text, letters, characters):
    """The condition on words: a last four and too short a text exactly, else a beginning."""
    if FOUR.match(text):
        return {"word": last_four(text)}
    wanted = plain(text).replace("·", "")
    if len(wanted) < (letters if LATIN.match(wanted) else characters):
        return {"word": wanted}
    return {"word__gte": wanted, "word__lt": wanted + LAST_CHARACTER}
