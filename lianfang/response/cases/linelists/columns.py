"""What the columns of a line list are called: here, in SORMAS, in Go.Data, in the line lists of published outbreaks."""
import hashlib
import re
import unicodedata

from .vocabulary import ALSO, PROFILES

FIELDS = ("id", "name", "family_name", "sex", "birth_on", "birth_day", "birth_month", "birth_year", "age", "age_unit",
          "id_number", "phone", "onset_on",
          "diagnosed_on", "reported_on", "died_on", "outcome", "klass", "origin", "place")
MARKS = re.compile(r"[\s_\-./:：（）()\[\]*＊]+")


def squeezed(header) -> str:
    """A heading without blanks and marks."""
    return MARKS.sub("", unicodedata.normalize("NFKC", str(header)).casefold())


KNOWN: dict[str, str] = {}
for _profile in PROFILES.values():
    KNOWN.update({squeezed(header): field for field, header in _profile.items()})
for _field, _headers in ALSO.items():
    KNOWN.update({squeezed(header): _field for header in _headers})


def recognised(headers) -> dict[str, int]:
    """Which column is which field, by its heading; the first of two that say the same."""
    found: dict[str, int] = {}
    for at, header in enumerate(headers):
        if (field := KNOWN.get(squeezed(header))) and field not in found:
            found[field] = at
    return found


def fingerprint(headers) -> str:
    """What tells one layout of columns from another."""
    return hashlib.sha256("\x1f".join(map(squeezed, headers)).encode()).hexdigest()[:32]
