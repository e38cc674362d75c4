"""Phones, days and periods as offices write them."""
import re
from datetime import date, datetime, timedelta

from ..vocabulary import DAY, UNTIL
from .columns import plain
from .faults import Wrong

SOLID = re.compile(r"(20\d{2})(\d{2})(\d{2})")
SERIAL = range(36526, 73051)  # Excel's numbers of the days 2000 to 2099
EXCEL_EPOCH = date(1899, 12, 30)


def phone(cell) -> str:
    """11 digits that begin with 1, or ''."""
    text = plain(cell)
    if re.fullmatch(r"[\d.]+e\+?\d+", text, re.IGNORECASE):
        raise Wrong("phone", "phone_precision_lost")
    digits = re.sub(r"[\s\-()]|^\+?86(?=1\d{10}$)", "", text)
    if digits and not re.fullmatch(r"1\d{10}", digits):
        raise Wrong("phone", "phone_length")
    return digits


def day(cell, column) -> date | None:
    """A calendar day; None of an empty cell."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = plain(cell)
    if not text:
        return None
    if text.isdecimal() and int(text) in SERIAL:
        return EXCEL_EPOCH + timedelta(days=int(text))
    return _written(DAY.fullmatch(text.removesuffix(" 00:00:00")) or SOLID.fullmatch(text), column)


def _written(match, column):
    try:
        return date(*map(int, match.groups()))
    except (ValueError, AttributeError):
        raise Wrong(column, "date_impossible") from None


def period(cells, on) -> tuple[date, date | None]:
    """From a day until the day after the last, half-open: from two columns, or one such as 2020-03-18至2020-04-18; from today without."""
    first, last = day(cells.get("from_on"), "from_on"), day(cells.get("until_on"), "until_on")
    if text := plain(cells.get("period")):
        parts = UNTIL.split(text)
        first, last = day(parts[0], "period"), day(parts[1], "period") if len(parts) > 1 else None
    if last and last < (first or on):
        raise Wrong("until_on", "dates_reversed")
    return first or on, last + timedelta(days=1) if last else None
