"""Which row of a sheet holds its headings, which column is which field, and what tells one layout from another."""
import hashlib
import re
import unicodedata

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
