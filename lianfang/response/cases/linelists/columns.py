"""What the columns of a line list are called: here, in SORMAS, in Go.Data, in the line lists of published outbreaks."""
from lianfang.ground.sheets import headings
from lianfang.ground.sheets.headings import squeezed

from .vocabulary import ALSO, CALLED, LINK_CALLED, LINKED, PROFILES

FIELDS = ("id", "name", "family_name", "sex", "birth_on", "birth_day", "birth_month", "birth_year", "age", "age_unit",
          "id_number", "phone", "onset_on",
          "diagnosed_on", "reported_on", "died_on", "outcome", "klass", "origin", "place",
          "household", "household_size", "class", "class_size", "site", "site_size", "site_from", "site_until")
LINK_FIELDS = tuple(LINK_CALLED)
CALLS = {field: CALLED[field] for field in FIELDS}

KNOWN: dict[str, str] = {}
for _profile in PROFILES.values():
    KNOWN.update({squeezed(header): field for field, header in _profile.items()})
for _field, _headers in ALSO.items():
    KNOWN.update({squeezed(header): _field for header in _headers})

KNOWN_LINKS = {squeezed(header): field for field, headers in LINKED.items() for header in headers}

def header(rows, mapping, known=KNOWN, fields=FIELDS) -> tuple[int, dict[str, int]]:
    """The row of headings among the first, and which column is which field."""
    return headings.header(rows, known, {name: heading for name, heading in mapping.items() if name in fields})
