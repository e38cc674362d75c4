"""Which row of a sheet holds its headings, which column is which field, and what tells one layout from another."""
import hashlib
import re
import unicodedata

from django.utils.translation import gettext as _

from .errors import SheetError
from .incoming import read

WITHIN = 10  # the headings stand among the first rows
MARKS = re.compile(r"[\s_\-./:：（）()\[\]*＊]+")


def squeezed(heading) -> str:
    """A heading without blanks and marks."""
    return MARKS.sub("", unicodedata.normalize("NFKC", str(heading)).casefold())


def recognised(headings, known) -> dict[str, int]:
    """Which column is which field, by its heading; `known` has fields by squeezed headings; the first of two that say the same."""
    found: dict[str, int] = {}
    for at, heading in enumerate(headings):
        if (field := known.get(squeezed(heading))) and field not in found:
            found[field] = at
    return found


def fingerprint(headings) -> str:
    """What tells one layout of columns from another."""
    return hashlib.sha256("\x1f".join(map(squeezed, headings)).encode()).hexdigest()[:32]


def header(rows, known, mapping) -> tuple[int, dict[str, int]]:
    """The row of headings among the first, and which column is which field; `mapping` says field → heading where nothing else tells."""
    best: tuple[int, dict[str, int]] = (0, {})
    for at, cells in enumerate(rows[:WITHIN]):
        texts = [str(cell).strip() for cell in cells]
        found = recognised(texts, known) | {name: texts.index(heading) for name, heading in mapping.items() if heading in texts}
        if len(found) > len(best[1]):
            best = (at, found)
    return best


def first_sheet(content, name):
    """The first sheet of a file with anything in it that nobody has hidden. Raises SheetError where there is none."""
    found = next((sheet for sheet in read(content, name=name) if not sheet.is_hidden and sheet.rows), None)
    if found is None:
        raise SheetError(_("表是空的。"))
    return found


def candidates(content, name) -> list[list[str]]:
    """The rows of a file among which its headings stand."""
    return [[str(cell).strip() for cell in row] for row in first_sheet(content, name).rows[:WITHIN]]


def mapping_of(text, fields) -> dict:
    """Which field stands under which heading, as somebody writes it: name=姓名,kind=类别; raises SheetError for what is none."""
    pairs = [pair.partition("=") for pair in text.replace("，", ",").split(",") if pair.strip()]
    if wrong := [name.strip() for name, sign, heading in pairs if name.strip() not in fields or not sign or not heading.strip()]:
        says = _("列的对应写得不对：{wrong}。可以写的有：{fields}。")
        raise SheetError(says.format(wrong=_("、").join(wrong), fields=_("、").join(fields)))
    return {name.strip(): heading.strip() for name, _sign, heading in pairs}
