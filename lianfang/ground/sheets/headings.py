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


def mapping_of(text, words) -> dict:
    """Which field stands under which heading, as somebody writes it: 姓名=受检者,类别=什么人; `words` are the fields by code, each with the
    word it is called by: either may be written. Raises SheetError for what is none, saying what may be written.
    """
    codes = {squeezed(name): code for code, word in words.items() for name in (word, code)}
    pairs = [(name.strip(), heading.strip()) for name, _sign, heading in
             (pair.partition("=") for pair in text.replace("，", ",").replace("＝", "=").split(",") if pair.strip())]
    if wrong := [name for name, heading in pairs if squeezed(name) not in codes or not heading]:
        says = _("列的对应写得不对：{wrong}。等号左边可以写：{fields}；右边写表头。")
        fields = _("、").join(f"{word}（{code}）" if str(word) != code else code for code, word in words.items())
        raise SheetError(says.format(wrong=_("、").join(wrong), fields=fields))
    return {codes[squeezed(name)]: heading for name, heading in pairs}
