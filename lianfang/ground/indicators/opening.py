"""A figure's address: which figure, of which unit, as known at which moment; what it opens are the records that were counted."""
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, lru_cache
from urllib.parse import quote

from django.http import Http404
from django.urls import reverse

from ..accounts.scope import within
from ..days import SHANGHAI, now
from ..units.models import Unit
from .registry import INDICATORS, Indicator, records

KEPT = ("figure", "unit", "own", "at")
FIRST = datetime(1900, 1, 1, tzinfo=SHANGHAI)  # nothing is known of earlier moments, and calendars end before the year 1


@dataclass(frozen=True)
class Opened:
    """The records asked for, with the figure and the unit where one was named, and the moment."""

    rows: object
    indicator: Indicator | None
    unit: Unit | None
    at: datetime

    @property
    def title(self) -> str:
        """What the figure is called; nothing without one."""
        return str(self.indicator) if self.indicator else ""


def opened(request, model, place="unit__path") -> Opened:
    """The records of `?figure=CODE&unit=ID&at=MOMENT` among those of a model, within the reader's reach; all of the model without a figure;
    with `own=1` only those that hang on the unit itself."""
    code, at = request.GET.get("figure", ""), moment_of(request)
    unit = _unit(request)
    reach = request.reach & unit.path if unit else request.reach
    if code and (code not in INDICATORS or INDICATORS[code].model is not model):
        raise Http404
    own = unit.path if unit and request.GET.get("own") else ""
    if code:
        rows = records(code, reach, at, own)
    else:
        rows = model.objects.filter(**{place: own}) if own else within(model.objects.all(), reach, place)
    return Opened(rows, INDICATORS.get(code), unit, at)


def moment_of(request) -> datetime:
    """The moment asked for in the county's time; now where none can be read, never one to come."""
    present = now().astimezone(SHANGHAI)
    try:
        at = datetime.fromisoformat(request.GET["at"])
        at = at.replace(tzinfo=SHANGHAI) if at.tzinfo is None else at.astimezone(SHANGHAI)
    except (KeyError, ValueError, OverflowError):
        return present
    return at if FIRST <= at <= present else present


def _unit(request):
    asked = request.GET.get("unit", "")
    if not asked:
        return None
    found = Unit.objects.filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 19 else None
    if found is None or not request.reach & found.path:
        raise Http404
    return found


def link(code, unit, at, own=False) -> str:
    """The address of the records behind a figure of a unit, as known at a moment; `own`: only what hangs on the unit itself."""
    return f"{_page(code)}?figure={code}&unit={unit.pk}&at={_stamp(at)}{'&own=1' if own else ''}"


@cache
def _page(code):
    return reverse(INDICATORS[code].page)


@lru_cache(maxsize=64)
def _stamp(at):
    return quote(at.astimezone(UTC).isoformat().replace("+00:00", "Z"), safe=":")
