"""Lists of records: filter, sort, page and export, by parameters that are declared and no others."""

import io
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse
from django.shortcuts import render
from django.utils.html import conditional_escape as esc
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from .. import days, sheets
from .actions import Taken
from .columns import SHEET_KINDS, Column, Filter, value_of

__all__ = ["Column", "Filter", "Table", "page", "plain_table", "sheet", "table"]
PAGE_ROWS = 100
EXPORT_ROWS = 200_000


@dataclass(frozen=True)
class Asked:
    """A filter with what was asked of it."""

    filter: Filter
    options: list
    value: Any = None
    text: str = ""

    @property
    def said(self):
        """The answer in words."""
        return "" if self.filter.kind == "tick" else dict(self.options).get(self.text, self.text)


class KeysFirst(Paginator):
    """Sorts keys alone, and reads only the rows of the page with all that belongs to them."""

    def page(self, number):
        """The page of that number."""
        found, rows = super().page(number), self.object_list
        if isinstance(rows, QuerySet) and rows.query.select_related:
            found.object_list = list(rows.filter(pk__in=list(found.object_list.values_list("pk", flat=True))))
        return found


@dataclass
class Table:
    """A list ready to be shown: one page of rows, and the addresses of its other orders and pages."""

    request: Any
    columns: list
    rows: Any
    asked: list = field(default_factory=list)
    sort: str = ""
    title: Any = ""
    total: Any = None
    row_class: Any = None
    size: int = PAGE_ROWS
    keep: tuple = ()
    cards: bool = True
    roomy: bool = True
    name: str = "list"
    problems: list = field(default_factory=list)
    empty_title: Any = ""
    empty_text: Any = ""

    @cached_property
    def page(self):
        """The page asked for: one COUNT, the keys of its rows, and these rows; a number out of range is the last page."""
        return KeysFirst(self.rows, self.size).get_page(self.request.GET.get("page"))

    @property
    def count(self):
        """How many rows there are in all."""
        return self.page.paginator.count

    def url(self, **changes):
        """The address of this list with some parameters changed; None drops one."""
        said = {name: self.request.GET[name] for name in self.keep if name in self.request.GET}
        said |= {asked.filter.name: asked.text for asked in self.asked if asked.value is not None}
        said |= {"sort": self.sort} if self.sort and self.request.GET.get("sort") else {}
        return "?" + urlencode({name: value for name, value in (said | changes).items() if value is not None})

    @property
    def kept(self):
        """Parameters a filter form carries along."""
        names = [*self.keep, *(["sort"] if self.request.GET.get("sort") == self.sort else [])]
        return [(name, self.request.GET[name]) for name in names if name in self.request.GET]

    @property
    def picked(self):
        """What is asked, each with the address that drops it."""
        return [(a.filter.label, a.said, self.url(**{a.filter.name: None})) for a in self.asked if a.value is not None]

    @property
    def pages(self):
        """Numbers and addresses of pages around this one."""
        around = self.page.paginator.get_elided_page_range(self.page.number, on_each_side=1, on_ends=1)
        return [(n, self.url(page=n) if isinstance(n, int) else "") for n in around]

    @property
    def before(self):
        """The address of the page before."""
        return self.url(page=self.page.number - 1) if self.page.has_previous() else ""

    @property
    def after(self):
        """The address of the page after."""
        return self.url(page=self.page.number + 1) if self.page.has_next() else ""

    @property
    def can_export(self):
        """Whether this reader may take the list away."""
        return "export" in getattr(self.request, "rights", ())

    @property
    def export_url(self):
        """The address of the whole list as a sheet."""
        return self.url(export="xlsx")

    @cached_property
    def _shown(self):
        return [column for column in self.columns if column.on_page]

    @property
    def head(self):
        """Columns with their sorting: column, address, direction (ascending, descending or '')."""
        return [(column, *self._sorting(column)) for column in self._shown]

    def _sorting(self, column):
        if not column.order:
            return "", ""
        now = {column.field: "ascending", f"-{column.field}": "descending"}.get(self.sort, "")
        turned = f"-{column.field}" if now == "ascending" or (not now and column.kind == "number") else column.field
        return self.url(sort=turned, page=None), now

    @property
    def groups(self):
        """The upper line of a grouped head: label, span, whether a line stands before it, its first column; empty without groups."""
        runs = [list(run) for _key, run in groupby(self.head, key=lambda one: one[0].group or one[0].field)]
        return [(run[0][0].group, len(run), run[0][0].starts, run[0]) for run in runs] if any(one.group for one in self._shown) else []

    @property
    def lower(self):
        """The lower line of a grouped head, or the only one."""
        return [one for one in self.head if one[0].group] if self.groups else self.head

    @property
    def body(self):
        """All rows of the page as markup."""
        total = [self._row(self.total, "total")] if self.total is not None else []
        return mark_safe("".join(total + [self._row(row, self.row_class(row) if self.row_class else "") for row in self.page.object_list]))

    def _row(self, row, look):
        first, *rest = self._frames
        cells = [first[0] + esc(first[2].show(row) if look != "total" else _total(first[2], row)) + "</th>"]
        for opening, closing, column in rest:
            cells.append(opening + esc(column.show(row) if look != "total" else _total(column, row)) + closing)
        return f'<tr class="{look}">{"".join(cells)}</tr>' if look else f"<tr>{''.join(cells)}</tr>"

    @cached_property
    def _frames(self):
        """What stands around the cells of each column."""
        first, *rest = self._shown
        return [(f'<th scope="row" class="{first.look}">', "</th>", first),
                *((f'<td class="{c.look}" data-label="{esc(c.label)}">', "</td>", c) for c in rest)]


def _total(column, row):
    """A total row may lack what a cell of a real row needs: then its cell is empty."""
    return column.show(row) if value_of(row, column.field) is not None else ""


def table(request, rows, columns, filters=(), default_sort="", **more):
    """The page of a list that the request asks for; `rows` is a scoped QuerySet, or a list that is neither filtered nor sorted here."""
    asked, problems = _read(request, filters)
    for one in asked:
        if one.value is not None:
            rows = one.filter.narrow(rows, one.value)
    sort = request.GET.get("sort", "")
    orders = {column.field: column.order for column in columns if column.order}
    if sort.removeprefix("-") not in orders:
        problems += [_("这张表不能这样排序，已按平常的顺序。")] if sort else []
        sort = default_sort
    if sort:
        rows = _ordered(rows, orders.get(sort.removeprefix("-"), (sort.removeprefix("-"),)), sort.startswith("-"))
    return Table(request, list(columns), rows, asked, sort, problems=problems, **more)


def plain_table(request, rows, columns, **more):
    """A table of rows computed elsewhere, all on one page, sortable by their values."""
    more.setdefault("size", max(len(rows), 1))
    return table(request, rows, columns, **more)


def _read(request, filters):
    asked, problems = [], []
    for one in filters:
        options, text = one.options(request), request.GET.get(one.name, "")
        try:
            asked.append(Asked(one, options, one.read(text, options), text.strip()[:80]))
        except ValueError:
            asked.append(Asked(one, options))
            problems.append(_("“%(label)s”里没有这个选项，已看全部。") % {"label": one.label})
    return asked, problems


def _ordered(rows, fields, is_down):
    """Rows in that order; ties by key, so that pages never repeat a row."""
    if isinstance(rows, list):
        def key(row):
            return tuple((value is None, value if value is not None else 0) for value in (value_of(row, name) for name in fields))

        return sorted(rows, key=key, reverse=is_down)
    turned = [name[1:] if is_down and name.startswith("-") else f"-{name}" if is_down else name for name in fields]
    return rows.order_by(*turned, "pk")


def page(request, template, table, **context):
    """The answer to a request for a list: the page, the list alone for htmx, or the sheet."""
    if request.GET.get("export") == "xlsx":
        return sheet(table)
    return render(request, template, {"table": table, **context})


def sheet(table):
    """The whole list as a spreadsheet, for those who may export; each time is written down, with who stood in it."""
    if not table.can_export:
        raise PermissionDenied("export")
    columns = [column for column in table.columns if column.in_sheet]
    rows = table.rows[:EXPORT_ROWS]
    rows = rows if isinstance(rows, list) else rows.iterator(chunk_size=2000)
    target, now, taken = io.BytesIO(), days.now(), Taken(table.request)
    written = [sheets.Column(str(c.label), width=c.width, kind=SHEET_KINDS.get(c.kind, "text")) for c in columns]
    sheets.write(target, str(table.title) or _("表格"), written, ([c.export(row) for c in columns] for row in taken.counted(rows)),
                 foot=taken.foot)
    target.seek(0)
    taken.tell()
    return FileResponse(target, as_attachment=True, filename=f"{table.title}_{now.astimezone(days.SHANGHAI):%Y-%m-%d_%H%M}.xlsx",
                        content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
