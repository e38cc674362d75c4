"""The columns of an account sheet: what they may be called, and the empty sheet to fill in."""
import io
import unicodedata

from django.utils import translation

from ... import sheets
from ..roles import ROLES
from ..vocabulary import NAMES, REQUIRED, ROLE_WORDS, SAMPLE, TITLE, YES_OR_NO

KNOWN = {name: column for column, names in NAMES.items() for name in names}
LOOK = 10  # rows in which a header may stand


def plain(cell) -> str:
    """A cell's text: full-width signs narrowed, blanks at the ends gone, whole numbers without .0."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return unicodedata.normalize("NFKC", str(cell)).strip() if cell is not None else ""


def header(rows) -> tuple[int, dict[int, str]] | None:
    """The row (from 0) of the header and which column stands where; None when no row names what is required."""
    for at, row in enumerate(rows[:LOOK]):
        found = {place: column for place, cell in enumerate(row) if (column := KNOWN.get("".join(plain(cell).lower().strip("*:").split())))}
        if set(found.values()) >= REQUIRED:
            return at, found
    return None


def role_names() -> dict[str, str]:
    """Whatever people write for a role, and its code."""
    found = {code: code for code in ROLES} | ROLE_WORDS
    for language in ("zh-hans", "en"):
        with translation.override(language):
            found |= {_bare(str(role.label)): code for code, role in ROLES.items()}
    return found


def role_code(text: str, names: dict[str, str]) -> str | None:
    """The role of a word, with or without its brackets."""
    return names.get(text) or names.get(_bare(text))


def _bare(label: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", label).lower() if sign.isalnum())


def template(roles, units) -> bytes:
    """The empty sheet, with drop-downs of the roles one may give and of one's units, and a sample row."""
    wide = {"name": 14, "phone": 16, "unit": 40, "role": 22, "login": 14, "from_on": 14, "until_on": 14, "answers": 10}
    choices = {"role": [str(ROLES[code].label) for code in roles], "unit": units, "answers": YES_OR_NO}
    columns = [sheets.Column(NAMES[column][0], width=width, choices=choices.get(column) or None) for column, width in wide.items()]
    filled = SAMPLE | {"unit": units[-1] if units else "", "role": choices["role"][-1] if roles else ""}
    target = io.BytesIO()
    sheets.write(target, TITLE, columns, [], sample=[filled.get(column, "") for column in wide])
    return target.getvalue()
