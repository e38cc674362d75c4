"""Writes spreadsheets that Excel and WPS leave alone: identifiers stay text, nothing turns into a formula, choices drop down."""

import csv
import datetime
import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, TextIO

import xlsxwriter
from django.utils.translation import gettext as _
from xlsxwriter.utility import xl_col_to_name

from .wording import CHOICES_SHEET, FONT, SAMPLE_MARK

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # a wide sign is as good as a narrow one
LAST_ROW = 1_048_575
FOOT = 200  # Excel takes 255 signs with its own marks
INLINE_CHOICES = 255  # Excel's own limit for a list written into the rule
KINDS = ("text", "number", "date", "moment", "as_is")

Target = str | Path | BinaryIO


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `kind` text keeps what looks like a number as it is written; as_is follows the type of each value."""

    header: str
    width: float = 14
    choices: Sequence[str] | None = None
    kind: str = "text"

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"{self.kind!r} is no kind of column: {', '.join(KINDS)}")


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of a workbook: an optional line above the header, a sample row below it, what stands in the foot of every printed page,
    cells to be marked by (row, column)."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]
    sample: Sequence[Any] | None = None
    heading: str = ""
    foot: str = ""
    marked: frozenset[tuple[int, int]] = field(default_factory=frozenset)


def write(
    target: Target,
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Any]],
    sample: Sequence[Any] | None = None,
    heading: str = "",
    foot: str = "",
) -> None:
    """Write one sheet as .xlsx to a path or an open binary file."""
    write_pages(target, [Page(title, columns, rows, sample, heading, foot)])


def write_pages(target: Target, pages: Iterable[Page]) -> None:
    """Write several sheets as one .xlsx."""
    # constant_memory keeps a row at a time, so an export of any length costs the same
    with xlsxwriter.Workbook(str(target) if isinstance(target, Path) else target, {"constant_memory": True}) as workbook:
        styles = _Styles(workbook)
        taken: set[str] = {CHOICES_SHEET}
        long_choices: list[tuple[Any, int, int, Column]] = []
        for page in pages:
            sheet = workbook.add_worksheet(_sheet_name(page.title, taken))
            first = _write_page(sheet, page, styles)
            long_choices += [(sheet, first, at, column) for at, column in enumerate(page.columns) if column.choices]
        if long_choices:
            _offer_choices(workbook, long_choices)


def write_csv(target: TextIO, columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> None:
    """Write CSV text (open the file with encoding "utf-8-sig" and newline=""); text that a spreadsheet would run gets a leading '."""
    writer = csv.writer(target)
    writer.writerow([harmless(column.header) for column in columns])
    writer.writerows([harmless(value) for value in row] for row in rows)


def harmless(value: Any) -> Any:
    """A value as a cell of CSV: what a spreadsheet would run is a text with a leading '."""
    return "'" + value if isinstance(value, str) and value.startswith(RISKY) else value


class _Styles:
    """The few cell styles of a workbook, each with a twin for marked cells."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        def style(**look: Any) -> Any:
            return workbook.add_format({"font_name": FONT, "valign": "vcenter", **look})

        numbers = {"text": "@", "number": "General", "date": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm", "as_is": "@"}
        self.heading = style(bold=True, font_size=16)
        self.header = style(bold=True, bg_color="#D9E1F2", border=1, text_wrap=True, align="center")
        self.sample = {kind: style(num_format=number, italic=True, font_color="#7F7F7F") for kind, number in numbers.items()}
        self.plain = {kind: style(num_format=number) for kind, number in numbers.items()}
        self.marked = {kind: style(num_format=number, bg_color="#FFC7CE", border=1) for kind, number in numbers.items()}


def _write_page(sheet: Any, page: Page, styles: _Styles) -> int:
    """Fill one sheet; the number (from 0) of its first row below the header."""
    for at, column in enumerate(page.columns):
        sheet.set_column(at, at, column.width, styles.plain[column.kind])
    row = 0
    if page.heading:
        sheet.write_string(0, 0, page.heading, styles.heading)
        row = 1
    for at, column in enumerate(page.columns):
        sheet.write_string(row, at, column.header, styles.header)
    sheet.freeze_panes(row + 1, 0)
    if page.foot:
        sheet.set_footer(f"&L{page.foot[:FOOT].replace('&', '&&')}&R&P / &N")
    first = row = row + 1
    if page.sample is not None:
        example = [f"{page.sample[0]}{SAMPLE_MARK}", *page.sample[1:]]
        _write_row(sheet, row, page.columns, example, lambda _at, kind: styles.sample[kind])
        row += 1
    for index, values in enumerate(page.rows):

        def style_of(at: int, kind: str, index: int = index) -> Any:
            return (styles.marked if (index, at) in page.marked else styles.plain)[kind]

        _write_row(sheet, row + index, page.columns, values, style_of)
    return first


def _write_row(sheet: Any, row: int, columns: Sequence[Column], values: Sequence[Any], style_of: Callable[[int, str], Any]) -> None:
    for at, (column, value) in enumerate(zip(columns, values, strict=False)):
        kind = column.kind
        if kind == "as_is" and isinstance(value, datetime.date):
            kind = "moment" if isinstance(value, datetime.datetime) else "date"
        _write_cell(sheet, row, at, value, kind, style_of(at, kind))


def _write_cell(sheet: Any, row: int, at: int, value: Any, kind: str, style: Any) -> None:
    """Every value goes through a typed write, so no text is ever taken for a formula, a link or a number."""
    if value is None or value == "":
        sheet.write_blank(row, at, None, style)
    elif kind in ("number", "as_is") and isinstance(value, int | float) and not isinstance(value, bool):
        sheet.write_number(row, at, value, style)
    elif kind in ("date", "moment") and isinstance(value, datetime.date):
        sheet.write_datetime(row, at, value.replace(tzinfo=None) if isinstance(value, datetime.datetime) else value, style)
    else:
        sheet.write_string(row, at, str(value)[:32767], style)


def _sheet_name(title: str, taken: set[str]) -> str:
    """A name Excel accepts: no []:*?/\\, at most 31 characters, not used before."""
    stem = "".join("_" if letter in "[]:*?/\\" else letter for letter in title).strip("' ")[:31] or "Sheet"
    name, number = stem, 2
    while name.casefold() in {used.casefold() for used in taken}:
        ending = f" ({number})"
        name, number = stem[: 31 - len(ending)] + ending, number + 1
    taken.add(name)
    return name


def _offer_choices(workbook: xlsxwriter.Workbook, offers: Sequence[tuple[Any, int, int, Column]]) -> None:
    """Drop-downs; a list too long for the rule itself lies on a hidden sheet."""
    aside: list[list[str]] = []
    for sheet, first, at, column in offers:
        source: Any = [str(choice) for choice in column.choices or ()]
        if len(",".join(source)) > INLINE_CHOICES or any("," in choice for choice in source):
            letters = xl_col_to_name(len(aside))
            aside.append(source)
            source = f"='{CHOICES_SHEET}'!${letters}$1:${letters}${len(source)}"
        rule = {"validate": "list", "source": source, "error_title": _("请选择"), "error_message": _("请从下拉列表中选择一项。")}
        sheet.data_validation(first, at, LAST_ROW, at, rule)
    if aside:
        _write_aside(workbook, aside)


def _write_aside(workbook: xlsxwriter.Workbook, lists: Sequence[Sequence[str]]) -> None:
    hidden = workbook.add_worksheet(CHOICES_SHEET)
    hidden.hide()
    for row, choices in enumerate(itertools.zip_longest(*lists)):
        for at, choice in enumerate(choices):
            if choice is not None:
                hidden.write_string(row, at, choice)
