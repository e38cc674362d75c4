"""Columns and filters of a table: what they show, how they sort, what may be asked of them."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import days
from .parts import num

LOOKS = {"number": "is-number", "rate": "is-number", "mark": "is-center", "name": "is-name",
         "unit": "is-unit", "date": "is-unit", "moment": "is-unit"}
ALL = gettext_lazy("全部")
SHEET_KINDS = {"number": "number", "date": "date", "moment": "moment"}


@dataclass(frozen=True)
class Column:
    """One column.

    `field` is the path of its value (person.name or person__name) and its name in the address; `cell(row)` makes other markup, `text(row)`
    another value for the sheet; `sort` names the fields to order by (None: the field itself, "": not sortable); kind: text, number, unit,
    name, date, moment, mark, rate.
    """

    field: str
    label: Any
    kind: str = "text"
    sort: str | tuple | None = None
    cell: Callable | None = None
    text: Callable | None = None
    group: Any = ""
    starts: bool = False
    on_phone: bool = True
    in_sheet: bool = True
    on_page: bool = True
    width: float = 14

    @property
    def order(self):
        """The fields to order by."""
        if self.sort is None:
            return (self.field.replace(".", "__"),)
        return (self.sort,) if isinstance(self.sort, str) and self.sort else tuple(self.sort)

    @property
    def look(self):
        """Class of its cells."""
        return f"{LOOKS.get(self.kind, '')} {'starts' if self.starts else ''} {'' if self.on_phone else 'no-phone'}".strip()

    @property
    def align(self):
        """Numbers right, words left."""
        return {"number": "right", "mark": "center"}.get(self.kind, "left")

    def value(self, row):
        """The plain value in a row."""
        return value_of(row, self.field)

    def show(self, row):
        """What the cell holds on a page."""
        if self.cell:
            return self.cell(row)
        found = self.value(row)
        return num(found) if self.kind == "number" and found is not None else plain(self._label(row, found))

    def export(self, row):
        """What the cell holds in a sheet."""
        if self.text:
            return self.text(row)
        found = self.value(row)
        if isinstance(found, datetime.datetime):
            return found.astimezone(days.SHANGHAI)
        return found if self.kind in SHEET_KINDS else plain(self._label(row, found))

    def _label(self, row, found):
        label = getattr(row, f"get_{self.field}_display", None)
        return label() if label else found


def value_of(row, field):
    """A value by its path through keys, attributes and calls; nothing where the path breaks off."""
    for part in field.replace("__", ".").split("."):
        if row is None:
            return None
        row = row.get(part) if isinstance(row, dict) else getattr(row, part, None)
        if callable(row):
            row = row()
    return row


def plain(value):
    """A value as a table writes it: 2020-03-18, 2020-03-18 18:45, 是 or 否."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, datetime.datetime):
        return f"{value.astimezone(days.SHANGHAI):%Y-%m-%d %H:%M}"
    return str(value)


@dataclass(frozen=True)
class Filter:
    """One thing a list may be asked for: kind choice, text, day or tick; `lookup` or `apply(rows, value)` says what it does."""

    name: str
    label: Any
    kind: str = "choice"
    choices: Any = ()
    lookup: str = ""
    apply: Callable | None = None
    empty: Any = ALL

    def options(self, request):
        """The answers allowed, as pairs."""
        found = self.choices(request) if callable(self.choices) else self.choices
        return [(str(value), label) for value, label in (found.items() if isinstance(found, dict) else found)]

    def read(self, text, options):
        """The value of what the address says; None when nothing is asked; ValueError when it is not allowed."""
        text = text.strip()[:80]
        if not text:
            return None
        if self.kind == "choice" and text not in dict(options):
            raise ValueError(text)
        if self.kind == "day":
            return datetime.date.fromisoformat(text)
        if self.kind == "tick" and text != "1":
            raise ValueError(text)
        return True if self.kind == "tick" else text

    def narrow(self, rows, value):
        """The rows that answer."""
        return self.apply(rows, value) if self.apply else rows.filter(**{self.lookup or self.name: value})
