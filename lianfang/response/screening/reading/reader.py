"""Reads a roster: every sheet, every row, cleaned and checked, each with its first fault."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from lianfang.ground import sheets
from lianfang.ground.sheets import SAMPLE_MARK, Sheet, SheetError
from lianfang.registers.people.typed import cells, identity, phones

from . import faults, layout, values
from .dates import Dates, Impossible
from .rows import KINDS, Fault, Reading, Row, SheetReading
from .vocabulary import headings

EARLIEST_TRAVEL = datetime.date(2000, 1, 1)
YEAR = datetime.timedelta(days=366)
SINGLE = (
    *("name", "id_number", "id_kind", "phone", "sex", "age", "birth_on", "registered_at", "arrived_on", "exposed_on", "transport"),
    *("colour", "special", "household", "relation", "remark"),
)

Seen = dict[tuple[str, ...], tuple[str, int]]
Likely = tuple[datetime.date, datetime.date]


def read(
    source: str | Path | bytes | BinaryIO | Sequence[Sheet],
    *,
    kind: str,
    on: datetime.date,
    name: str = "",
    sheet: str | None = None,
    mapping: layout.Mapped | None = None,
    known: Mapping[str, layout.Mapped] | None = None,
    likely: Likely = (datetime.date.min, datetime.date.max),
) -> Reading:
    """Read a file (or sheets already read). `sheet` picks one; `mapping` names columns; `known` are mappings by fingerprint; `likely` are
    the first and the last day on which somebody may have arrived or been exposed.

    Raises SheetError when the file is no sheet, has no such sheet or column, or when no sheet has a header.
    """
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is no kind of roster: {', '.join(KINDS)}")
    given = list(source) if isinstance(source, Sequence) and not isinstance(source, str | bytes) else sheets.read(source, name=name)
    reading, seen = Reading(kind, on), Seen()
    for one in _picked(given, sheet):
        is_passed_over = one.is_hidden and one.name != sheet
        found = SheetReading(one.name, skipped=_("隐藏的表")) if is_passed_over else layout.of(one, kind, on, mapping, known or {})
        if not found.skipped:
            found.rows = list(_SheetReader(found, kind, on, seen, likely).rows(one.rows))
        reading.sheets.append(found)
    if mapping and (wrong := layout.unheard_of(reading.sheets, mapping)):
        raise SheetError(_("映射里写的“{words}”在表里找不到。").format(words="、".join(wrong)))
    if all(found.skipped for found in reading.sheets):
        reasons = "；".join(f"{found.name}：{found.skipped}" for found in reading.sheets)
        raise SheetError(_("没有一张表能读：{reasons}。").format(reasons=reasons))
    return reading


def _picked(given: Sequence[Sheet], name: str | None) -> Sequence[Sheet]:
    if not name:
        return given
    picked = [one for one in given if one.name == name]
    if not picked:
        raise SheetError(_("文件里没有名为“{name}”的表，只有：{names}。").format(name=name, names="、".join(one.name for one in given)))
    return picked


class _SheetReader:
    """Reads the rows of one sheet; what repeats down a column is worked out once."""

    def __init__(self, sheet: SheetReading, kind: str, on: datetime.date, seen: Seen, likely: Likely) -> None:
        self.sheet, self.kind, self.on, self.seen, self.likely = sheet, kind, on, seen, likely
        columns = sheet.columns
        self.width = 1 + max((at for places in columns.values() for at in places), default=0)
        self.pick = itemgetter(*(columns[name][0] if name in columns else self.width for name in SINGLE))
        self.mapped = sorted({at for places in columns.values() for at in places})
        self.id_kind_allowed = self._kind_by_header()
        self.travel = Dates(on, sheet.year, EARLIEST_TRAVEL, on + YEAR)
        self.births = Dates(on, None, identity.EARLIEST_BIRTH, on)
        self.address = values.joined(columns.get("address", ()), sheet.headers, headings.ADDRESS_PARTS)
        self.origin = values.joined(columns.get("origin", ()), sheet.headers, {})
        self.symptoms = values.symptoms_of(columns.get("symptoms", ()), sheet.headers)
        self.temperature = values.temperature_of(columns.get("temperature", ()))
        self.word, self.age = values.Once(cells.stated), values.Once(values.age)
        self.sex, self.colour = values.Once(values.sex), values.Once(values.colour)
        self.kind_word = values.Once(lambda value: identity.kind_of(cells.stated(value)))
        self.no_names = headings.TOTALS | {cells.name(self._header("name"))} - {""}

    def rows(self, given: Sequence[Sequence[Any]]) -> Iterator[Row]:
        """The data rows, in order, under the sheet's own numbers."""
        start = self.sheet.header_row
        for number, raw in enumerate(given[start:], start + 1):
            padded = [*raw, ""] if len(raw) == self.width else [*raw[: self.width], *[""] * (self.width + 1 - len(raw[: self.width]))]
            picked = self.pick(padded)
            name = cells.name(picked[0])
            if (not name or cells.is_nothing(picked[1]) or name in self.no_names) and self._is_aside(raw, padded, name):
                continue
            if number == start + 1 and self._is_example(raw, name):
                continue
            yield self._row(number, raw, padded, picked, name)

    def _row(self, number: int, raw: Any, padded: list[Any], picked: tuple[Any, ...], name: str) -> Row:
        (_name, id_value, kind_value, phone_value, sex, age, birth, registered, arrived, exposed, transport) = picked[:11]
        (colour, special, household, relation, remark) = picked[11:]
        word = self.word
        who = identity.read(id_value, self.kind_word[kind_value], on=self.on, may_be=self.id_kind_allowed)
        phone = phones.read(phone_value)
        row = Row(
            self.sheet.name, number, name, who.kind, who.number, who.sex or self.sex[sex], who.birth_on, self.age[age], phone.number,
            self.address(padded), cells.stated(registered), self.origin(padded), None, None, word[transport], None, self.symptoms(padded),
            self.colour[colour], word[special], word[household], word[relation], word[remark], raw,
        )  # fmt: skip
        wrong = self._wrong(row, who, phone) or self._wrong_days(row, arrived, exposed, birth) or self._wrong_temperature(row, padded)
        if wrong := wrong or self._wrong_twice(row):
            row.fault = self._fault(number, *wrong)
        return row

    def _wrong(self, row: Row, who: identity.Identity, phone: phones.Phone) -> tuple[str, str, str] | None:
        """The first of the faults in name, number and phone: field, code, detail."""
        is_lead = self.kind == "leads"
        if not row.name and not (is_lead and (who.number or phone.number)):
            return "name", "name_missing", ""
        if who.fault:
            return "id_number", who.fault, who.detail
        if not who.number and not (is_lead and (phone.number or phone.fault)):
            return "id_number", "id_missing", self.kind
        return ("phone", phone.fault, phone.detail) if phone.fault else None

    def _wrong_days(self, row: Row, arrived: Any, exposed: Any, birth: Any) -> tuple[str, str, str] | None:
        field, value = "arrived_on", arrived
        try:
            row.arrived_on = self.travel.read(arrived)
            field, value = "exposed_on", exposed
            row.exposed_on = self.travel.read(exposed)
            if row.birth_on is None:  # an ID knows better than the column
                field, value = "birth_on", birth
                row.birth_on = self.births.read(birth)
        except Impossible:
            return field, "date_impossible", cells.text(value)[:20]
        return self._unlikely_days(row)

    def _unlikely_days(self, row: Row) -> tuple[str, str, str] | None:
        first, last = self.likely
        for field, day in (("arrived_on", row.arrived_on), ("exposed_on", row.exposed_on)):
            if day is not None and not first <= day <= last:
                return field, "date_ahead" if day > last else "date_long_ago", day.isoformat()
        return None

    def _wrong_temperature(self, row: Row, padded: Sequence[Any]) -> tuple[str, str, str] | None:
        row.temperature, unlikely = self.temperature(padded)
        return ("temperature", "temperature_unlikely", unlikely) if unlikely else None

    def _wrong_twice(self, row: Row) -> tuple[str, str, str] | None:
        key = (row.id_number,) if row.id_number else (row.name, row.phone)
        first = self.seen.setdefault(key, (row.sheet, row.number))
        if first == (row.sheet, row.number):
            return None
        return "id_number" if row.id_number else "phone", "duplicate_in_file", faults.place(*first)

    def _fault(self, number: int, field: str, code: str, detail: str) -> Fault:
        return Fault(self.sheet.name, number, self._header(field), code, "error", faults.message(code, detail), field)

    def _header(self, field: str) -> str:
        places = self.sheet.columns.get(field)
        return self.sheet.header(places[0]) if places else ""

    def _kind_by_header(self) -> str:
        kind = identity.kind_of(self._header("id_number"))
        return kind if kind in ("passport", "permit") else ""

    def _is_aside(self, raw: Sequence[Any], padded: Sequence[Any], name: str) -> bool:
        """Whether a row is blank, a total, a note, or the header printed again."""
        if all(cells.is_nothing(padded[at]) for at in self.mapped):
            return True
        if name in self.no_names:
            return True
        words = (cells.text(cell) for cell in raw)
        first = next((text for word in words if (text := word.replace(" ", ""))), "")
        return bool(headings.ASIDE.fullmatch(first))

    def _is_example(self, raw: Sequence[Any], name: str) -> bool:
        texts = (name, cells.text(raw[0]) if raw else "")
        return any(text.endswith(SAMPLE_MARK) or headings.EXAMPLE.search(text) for text in texts)
