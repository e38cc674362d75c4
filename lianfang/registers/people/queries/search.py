"""Finding somebody by name, initials, or the last four of number or phone; whole numbers too."""
import re
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from lianfang.ground.units.fields import Reach
from lianfang.ground.vault.indexes import forms
from lianfang.ground.vault.keys import index

from ..keys import id_blind, last_four, phone_blind, plain
from ..models import Entry, EntryWord, Person, PersonWord
from ..typed import cells, identity

MOST = 50
LAST_CHARACTER = chr(0x10FFFF)
PHONE = re.compile(r"1\d{10}")
NUMBER = re.compile(r"\d{15}|\d{17}[\dX]|[A-Z]{1,2}\d{6,10}")
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


def whole_number(text: str) -> str:
    """The identity number or phone a text is, as the register keeps it; "" of anything else."""
    number = cells.plain(text).upper()
    if PHONE.fullmatch(number):
        return number
    return identity.id_card(number, date.max).number or number if NUMBER.fullmatch(number) else ""


def _found(model, words, kind, text, reach, most, letters, characters):
    """`letters` and `characters`: how many must be given before a beginning is enough."""
    hidden = {f"{kind}__id_blind__in": sheltered()} if model is Entry else {}
    if by_number := _by_number(text):
        shown = model.objects.exclude(id_blind__in=sheltered()) if model is Entry else model.objects
        found = list(shown.filter(by_number, unit__path__under=reach).select_related("unit").order_by("name")[:most + 1])
    else:
        hits = words.objects.filter(**_wanted(text, letters, characters), **{f"{kind}__unit__path__under": reach}).exclude(**hidden)
        rows = hits.order_by("word").select_related(f"{kind}__unit")[:2 * most + 2]  # somebody may answer by two of his words
        found = list({getattr(row, f"{kind}_id"): getattr(row, kind) for row in rows}.values())
    return found[:most], len(found) > most


def sheltered():
    """The keys of those whose address few may know: what a register says of them is not found."""
    hidden = Person._base_manager.filter(is_sheltered=True).exclude(id_blind="")
    if len(index()) == 1:
        return hidden.values("id_blind")
    return list(forms(id_blind(one.id_number.open()) for one in hidden))  # an entry's key may not have turned when the person's has


def _by_number(text) -> Q | None:
    """The condition on blind keys: a whole phone or number exactly, a last four as what a key begins with; None of anything else."""
    if number := whole_number(text):
        if PHONE.fullmatch(number):
            return Q(phone_blind__in=forms([phone_blind(number)]))
        return Q(id_blind__in=forms([id_blind(number)]))
    if not FOUR.match(text):
        return None
    found = Q()
    for first in last_four(text):
        behind = first + "g"  # keys are hexadecimal
        found |= Q(phone_blind__gte=first, phone_blind__lt=behind) | Q(id_blind__gte=first, id_blind__lt=behind) & ~Q(id_blind="")
    return found


def _wanted(text, letters, characters):
    """The condition on words: too short a text exactly, else a beginning."""
    wanted = plain(text).replace("·", "")
    if len(wanted) < (letters if LATIN.match(wanted) else characters):
        return {"word": wanted}
    return {"word__gte": wanted, "word__lt": wanted + LAST_CHARACTER}
